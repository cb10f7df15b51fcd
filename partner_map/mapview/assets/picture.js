/**
 * The map as a picture: where all of it stands, computed by what lays the map out in a browser,
 * for a renderer that has none.
 */

import { fromWorld, inWorld, limitsAbout, pointOf, runOn, worldPlaceOf } from "./geometry.js";
import { allRound } from "./globe.js";
import { ABOUT, arrange, isInSight, lettersOf, named, USUAL, withCare } from "./naming.js";
import { pathTo, pointsAlong } from "./paths.js";
import { meet, square, widened } from "./placing.js";
import { roomAround } from "./room.js";
import { boxOf, freeSpot, isSeen, spotsOf, worldRing } from "./spots.js";
import { asideOf, spreadOut } from "./spread.js";
import { STATUSES } from "./status.js";
import { CHOSEN_EXTRA, cellOf, DOTS, LINES, mutedDot, mutedLine } from "./strokes.js";

/**
 * @import { Box, Size } from "./placing.js"
 * @import { Area, Sight } from "./spots.js"
 * @import { DotStyle, LineStyle } from "./strokes.js"
 * @import { Degrees, Outlines, PartnerFeature, Point, Status, Town } from "./types.js"
 */

/**
 * @typedef {{size: Size, width: number, font: number}} Measured a name's box, and within it how
 *   wide its letters are and the size of their font
 * @typedef {object} Wish
 * @property {Town} town
 * @property {PartnerFeature[]} features
 * @property {Record<string, Status>} statuses of the partners that are shown, by id
 * @property {string | null} chosen the id of the one that the picture is about
 * @property {Outlines} outlines
 * @property {Point} size of the picture
 * @property {{town: Measured, partners: Record<string, Measured>,
 *   countries: Record<string, Size>}} names as large as they are drawn
 * @typedef {{id: string, feature: PartnerFeature, status: Status}} Drawn
 * @typedef {object} Picture
 * @property {{country: string, path: string}[]} land
 * @property {(LineStyle & {path: string})[]} lines the uppermost last
 * @property {(DotStyle & Point & {id: string})[]} dots the uppermost last
 * @property {Point} hub
 * @property {{id: string | null, left: number, top: number}[]} names those with a place; the
 *   town's has no id
 * @property {{country: string, x: number, y: number}[]} countries the middles of their names
 * @property {[Degrees, Degrees]} corners the south-western and the north-eastern one of what is
 *   in sight
 * @property {{lines: typeof LINES, dots: typeof DOTS}} styles by status
 */

const NEAREST = 256 * 2 ** 6.25; // pixels of the world's width that a picture has at most
const OF_A_NAME = 40; // pixels from a dot to the edge, so that its name may stand between
const TOO_SHORT = 0.4; // pixels between two points of a coast that are not told apart
const FRINGE = 8; // pixels about the picture in which a coast is drawn as it is

/**
 * Lay the map out.
 * @param {Wish} wish
 * @returns {Picture}
 */
export function layOutPicture({ town, features, statuses, chosen, outlines, size, names }) {
  runOn({ town, features });
  /** @type {Degrees} */
  const hub = [town.latitude, town.longitude];
  spreadOut(hub, features);
  const about = features.filter(({ properties: { id } }) => chosen === null || id === chosen);
  const sight = sightOf([hub, ...about.map(pointOf)], size);
  const drawn = STATUSES.flatMap((status) =>
    features
      .filter(({ properties: { id } }) => statuses[id] === status)
      .map((feature) => ({ id: feature.properties.id, feature, status })),
  );
  const land = landOf(outlines, [hub, ...features.map(pointOf)], sight);
  const placed = placeNames(drawn, hub, chosen, sight, names);
  return {
    land: land
      .map(({ country, area }) => ({ country, path: ringsPath(area, sight) }))
      .filter(({ path }) => path !== ""),
    ...strokesOf(drawn, hub, chosen, sight),
    hub: whole(placeIn(sight, inWorld(hub))),
    names: placed.names,
    corners: cornersOf(sight),
    styles: { lines: LINES, dots: DOTS },
    countries: land.flatMap(({ country, area }) => {
      const name = names.countries[country];
      const spot = name && freeSpot(spotsOf(area, name, sight), name, placed.taken, placed.lines);
      return spot ? [{ country, x: Math.round(spot.x), y: Math.round(spot.y) }] : [];
    }),
  };
}

/**
 * The nearest look at these places that has room for their names.
 * @param {Degrees[]} places
 * @param {Point} size of the picture
 * @returns {Sight}
 */
function sightOf(places, size) {
  const box = boxOf([Float64Array.from(places.map(inWorld).flatMap(({ x, y }) => [x, y]))]);
  const [[left, above], [right, below]] = roomAround(size, 0);
  const most = size.y / 4;
  const [top, bottom] = [above, below].map((room) => Math.min(most, Math.max(OF_A_NAME, room)));
  const scale = Math.min(
    NEAREST,
    Math.max(1, size.x - left - right) / (box.right - box.left),
    Math.max(1, size.y - top - bottom) / (box.bottom - box.top),
  );
  return {
    scale,
    x: (left + size.x - right - scale * (box.left + box.right)) / 2,
    y: (top + size.y - bottom - scale * (box.top + box.bottom)) / 2,
    size,
  };
}

/**
 * The south-western and the north-eastern corner of what is in sight.
 * @param {Sight} sight
 * @returns {[Degrees, Degrees]}
 */
function cornersOf({ scale, x, y, size }) {
  return [
    fromWorld({ x: -x / scale, y: (size.y - y) / scale }),
    fromWorld({ x: (size.x - x) / scale, y: -y / scale }),
  ];
}

/**
 * The land in sight.
 * @param {Outlines} outlines
 * @param {Degrees[]} places
 * @param {Sight} sight
 * @returns {{country: string, area: Area}[]}
 */
function landOf(outlines, places, sight) {
  const [[south, west], [north, east]] = limitsAbout(places);
  const [[, from], [, to]] = cornersOf(sight);
  const { features } = allRound(outlines, [
    [south, Math.min(west, from)],
    [north, Math.max(east, to)],
  ]);
  return features
    .map(({ properties, geometry }) => {
      const rings = geometry.coordinates.flat().map(worldRing);
      return { country: properties.country ?? "", area: { rings, box: boxOf(rings) } };
    })
    .filter(({ area }) => isSeen(area, sight));
}

/**
 * Find places for the names.
 * @param {Drawn[]} drawn
 * @param {Degrees} hub
 * @param {string | null} chosen
 * @param {Sight} sight
 * @param {Wish["names"]} names
 */
function placeNames(drawn, hub, chosen, sight, names) {
  const { size } = sight;
  /** @type {Map<string, Drawn>} */
  const byId = new Map(drawn.map((one) => [one.id, one]));
  const due = named(
    drawn.map(({ id, feature }) => [id, () => placeIn(sight, worldPlaceOf(feature))]),
    size,
    chosen !== null && byId.has(chosen) ? [chosen] : [],
  );
  const wanted = [
    { id: null, ...sizesOf(names.town), at: whole(placeIn(sight, inWorld(hub))) },
    ...drawn
      .filter(({ id }) => due.has(id))
      .map(({ id, feature, status }) => ({
        id,
        ...sizesOf(names.partners[id]),
        at: dotOf(sight, feature),
        status,
        chosen: id === chosen,
      })),
  ].filter(({ at }) => isInSight(at, size));
  const careful = withCare(drawn.length);
  const lines = careful ? drawn.map(({ feature }) => lineTo(sight, hub, feature)) : [];
  const around = widened({ left: 0, top: 0, right: size.x, bottom: size.y }, ABOUT);
  const found = arrange(wanted, {
    size,
    controls: [],
    year: null,
    lines,
    unnamed: drawn
      .filter(({ id }) => !due.has(id))
      .map(({ feature }) => dotOf(sight, feature))
      .filter((dot) => meet(square(dot, 0.5), around)),
    space: 0,
    choices: USUAL,
    careful,
    crowded: false,
  });
  return {
    names: wanted.flatMap(({ id }, index) => {
      const placed = found.placed[index];
      return placed ? [{ id, left: placed.box.left, top: placed.box.top }] : [];
    }),
    taken: found.taken,
    lines,
  };
}

/**
 * The sizes by which a name is placed.
 * @param {Measured} name
 */
function sizesOf({ size, width, font }) {
  return { size, text: lettersOf(width, font, size) };
}

/**
 * The lines and the dots; of those that would cover each other only the first.
 * @param {Drawn[]} drawn the most important status last
 * @param {Degrees} hub
 * @param {string | null} chosen
 * @param {Sight} sight
 * @returns {Pick<Picture, "lines" | "dots">}
 */
function strokesOf(drawn, hub, chosen, sight) {
  const isAbout = drawn.some(({ id }) => id === chosen);
  const cells = new Set();
  /** @type {Picture["lines"]} */
  const lines = [];
  /** @type {Picture["dots"]} */
  const dots = [];
  const others = drawn.filter(({ id }) => id !== chosen);
  for (const { id, feature, status } of [...others, ...drawn.filter(({ id }) => id === chosen)]) {
    const isChosen = id === chosen;
    const dot = dotOf(sight, feature);
    const cell = `${status} ${cellOf({ x: dot.x - sight.x, y: dot.y - sight.y })}`;
    if (!isChosen && cells.has(cell)) continue;
    cells.add(cell);
    const [line, style] = [LINES[status], DOTS[status]];
    const path = linePath(lineTo(sight, hub, feature));
    if (isChosen) {
      lines.push({ ...line, weight: line.weight + CHOSEN_EXTRA.line, path });
      dots.push({ ...style, radius: style.radius + CHOSEN_EXTRA.dot, ...dot, id });
    } else {
      lines.push({ ...(isAbout ? mutedLine(line) : line), path });
      dots.push({ ...(isAbout ? mutedDot(style) : style), ...dot, id });
    }
  }
  return { lines, dots };
}

/**
 * @param {Sight} sight
 * @param {Degrees} hub
 * @param {PartnerFeature} feature
 */
function lineTo(sight, hub, feature) {
  return pointsAlong(pathTo(hub, feature), sight, asideOf(feature, sight.scale));
}

/**
 * Where a place of the Mercator world stands in the picture.
 * @param {Sight} sight
 * @param {Point} place
 * @returns {Point}
 */
function placeIn({ scale, x, y }, place) {
  return { x: place.x * scale + x, y: place.y * scale + y };
}

/**
 * Where a partner's dot stands, on whole pixels as names do.
 * @param {Sight} sight
 * @param {PartnerFeature} feature
 * @returns {Point}
 */
function dotOf(sight, feature) {
  const { x, y } = placeIn(sight, worldPlaceOf(feature));
  const aside = asideOf(feature, sight.scale);
  return whole({ x: x + aside.x, y: y + aside.y });
}

/**
 * @param {Point} point
 * @returns {Point}
 */
function whole({ x, y }) {
  return { x: Math.round(x), y: Math.round(y) };
}

/**
 * A line as the path of an SVG.
 * @param {Point[]} points
 */
function linePath(points) {
  return points.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${tenth(x)} ${tenth(y)}`).join("");
}

/**
 * The rings of an area as the path of an SVG, with no more points than are seen.
 * @param {Area} area
 * @param {Sight} sight
 */
function ringsPath({ rings }, sight) {
  const { size } = sight;
  const fringe = widened({ left: 0, top: 0, right: size.x, bottom: size.y }, FRINGE);
  let path = "";
  for (const ring of rings) {
    /** @type {Point[]} */
    const points = [];
    for (let at = 0; at < ring.length; at += 2) {
      points.push(placeIn(sight, { x: ring[at], y: ring[at + 1] }));
    }
    const seen = seenOf(points, fringe);
    if (seen.length > 2) path += `${linePath(seen)}Z`;
  }
  return path;
}

/**
 * The points of a closed ring that tell what is seen of it: none too near to the one before, and
 * none between two that lie beyond the same edge as it does.
 * @param {Point[]} points the first once more at the end
 * @param {Box} box
 */
function seenOf(points, box) {
  /** @type {Point[]} */
  const kept = [];
  let before = 0;
  for (let at = 0; at < points.length - 1; at += 1) {
    const [point, next] = [points[at], points[at + 1]];
    const last = kept.at(-1);
    if (last && Math.hypot(point.x - last.x, point.y - last.y) < TOO_SHORT) continue;
    const beyond = beyondOf(point, box);
    if (last && (before & beyond & beyondOf(next, box)) !== 0) continue;
    kept.push(point);
    before = beyond;
  }
  return kept.length > 2 && kept.reduce((all, point) => all & beyondOf(point, box), 15) === 0
    ? kept
    : [];
}

/**
 * A bit for each edge of a box beyond which a point lies.
 * @param {Point} point
 * @param {Box} box
 */
function beyondOf({ x, y }, { left, top, right, bottom }) {
  return (x < left ? 1 : 0) | (x > right ? 2 : 0) | (y < top ? 4 : 0) | (y > bottom ? 8 : 0);
}

/**
 * A number of pixels to a tenth.
 * @param {number} value
 */
function tenth(value) {
  return Math.round(10 * value) / 10;
}
