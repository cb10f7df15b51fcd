/**
 * The map as a picture: where all of it stands, computed by what lays the map out in a browser,
 * for a renderer that has none.
 */

import { fromWorld, inWorld, limitsAbout, pointOf, runOn, worldPlaceOf } from "./geometry.js";
import { allRound } from "./globe.js";
import { areaOf, boxOf, isSeen, ringsSeen } from "./land.js";
import { ABOUT, arrange, isInSight, lettersOf, named, USUAL, withCare } from "./naming.js";
import { pathTo, pointsAlong } from "./paths.js";
import { meet, square, widened } from "./placing.js";
import { LEGEND, roomAround } from "./room.js";
import { freeSpot, spotsOf } from "./spots.js";
import { asideOf, spreadOut } from "./spread.js";
import { STATUSES } from "./status.js";
import { CHOSEN_EXTRA, cellOf, DOTS, LINES, mutedDot, mutedLine } from "./strokes.js";

/**
 * @import { Area, Land, Sight } from "./land.js"
 * @import { Size } from "./placing.js"
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
 * @property {boolean} bare whether it is the map of all places as a page has it, with its legend
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
const TILE = 256; // pixels of the world's width at zoom 0
const SNAP = 0.05; // between two zooms of the map on a page, see map.py
const OF_A_NAME = 40; // pixels from a dot to the edge, so that its name may stand between

/**
 * Lay the map out.
 * @param {Wish} wish
 * @returns {Picture}
 */
export function layOutPicture({ town, features, statuses, chosen, bare, outlines, size, names }) {
  runOn({ town, features });
  /** @type {Degrees} */
  const hub = [town.latitude, town.longitude];
  spreadOut(hub, features);
  const about = features.filter(
    ({ properties: { id } }) => bare || chosen === null || id === chosen,
  );
  const sight = sightOf([hub, ...about.map(pointOf)], size, bare);
  const drawn = STATUSES.flatMap((status) =>
    features
      .filter(({ properties: { id } }) => statuses[id] === status)
      .map((feature) => ({ id: feature.properties.id, feature, status })),
  );
  const land = landOf(outlines, [hub, ...features.map(pointOf)], sight);
  const placed = placeNames(drawn, hub, chosen, sight, names);
  return {
    land: land
      .map(({ country, area }) => ({ country, path: areaPath(area, sight) }))
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
 * @param {boolean} bare
 * @returns {Sight}
 */
function sightOf(places, size, bare) {
  const box = boxOf([Float64Array.from(places.map(inWorld).flatMap(({ x, y }) => [x, y]))]);
  const [[left, above], [right, below]] = roomAround(size, bare ? LEGEND : 0);
  const most = size.y / 4;
  const [top, bottom] = bare
    ? [above, below]
    : [above, below].map((room) => Math.min(most, Math.max(OF_A_NAME, room)));
  const largest = Math.min(
    NEAREST,
    Math.max(1, size.x - left - right) / (box.right - box.left),
    Math.max(1, size.y - top - bottom) / (box.bottom - box.top),
  );
  const scale = bare ? snapped(largest) : largest;
  return {
    scale,
    x: (left + size.x - right - scale * (box.left + box.right)) / 2,
    y: (top + size.y - bottom - scale * (box.top + box.bottom)) / 2,
    size,
  };
}

/**
 * The largest scale of a map on a page that is no larger than this one.
 * @param {number} scale
 */
function snapped(scale) {
  return TILE * 2 ** (Math.floor(Math.log2(scale / TILE) / SNAP) * SNAP);
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
 * @returns {Land[]}
 */
function landOf(outlines, places, sight) {
  const [[south, west], [north, east]] = limitsAbout(places);
  const [[, from], [, to]] = cornersOf(sight);
  const { features } = allRound(outlines, [
    [south, Math.min(west, from)],
    [north, Math.max(east, to)],
  ]);
  return features
    .map(({ properties, geometry }) => ({
      country: properties.country ?? "",
      area: areaOf(geometry),
    }))
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
 * What is seen of an area as the path of an SVG.
 * @param {Area} area
 * @param {Sight} sight
 */
function areaPath(area, sight) {
  let path = "";
  for (const ring of ringsSeen(area, sight)) {
    for (let at = 0; at < ring.length; at += 2) {
      path += `${at === 0 ? "M" : "L"}${tenth(ring[at])} ${tenth(ring[at + 1])}`;
    }
    path += "Z";
  }
  return path;
}

/**
 * A number of pixels to a tenth.
 * @param {number} value
 */
function tenth(value) {
  return Math.round(10 * value) / 10;
}
