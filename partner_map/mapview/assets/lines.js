/** The lines and dots: one great-circle line and one dot a partner, on two canvases. */

import { colour, reducedMotion } from "./dom.js";
import { layerFrame, worldPlaceOf } from "./geometry.js";
import { isDragged } from "./leaflet_internals.js";
import { distanceToPath, pathTo, strideAt } from "./paths.js";
import { Sheet } from "./sheet.js";
import { asideOf } from "./spread.js";
import { forEachStatus, STATUSES } from "./status.js";
import { CHOSEN_EXTRA, cellOf, DOTS, LINES, mutedDot, mutedLine } from "./strokes.js";

/**
 * @import { DotStyle, LineStyle } from "./strokes.js"
 * @import { Degrees, PartnerFeature, Point, Shown, Status } from "./types.js"
 * @typedef {{scale: number, x: number, y: number}} Frame
 */

const DRAWING_TIME = 300; // milliseconds
const MAX_DRAWN_SLOWLY = 20;
const TOLERANCE = 8; // pixels beside a line or dot that still choose it

const UPPERMOST = "agreement"; // the last of STATUSES

/** Draws the partners that it is given; what only adds to the picture is added to it. */
export class Lines {
  /**
   * @param {L.Map} map
   * @param {Degrees} hub
   * @param {(id: string) => void} onChoice
   */
  constructor(map, hub, onChoice) {
    this.map = map;
    this.hub = hub;
    /** @type {Map<string, Shown>} */
    this.partners = new Map();
    /** @type {Map<string, Shown>} */
    this.growing = new Map();
    /** @type {string | null} */
    this.selected = null;
    this.cells = noCells();
    this.sheet = new Sheet(map, 2, () => this.paint());
    map.on("click", ({ layerPoint }) => {
      const id = this.at(layerPoint);
      if (id !== null) onChoice(id);
    });
    map.on("mousemove", ({ layerPoint }) => {
      if (!isDragged(map)) this.sheet.point(this.at(layerPoint) !== null);
    });
  }

  /**
   * Draw these partners, of which one may be selected.
   * @param {Map<string, Shown>} partners by id
   * @param {string | null} selected
   * @param {boolean} slowly whether new lines may grow from the hub
   */
  draw(partners, selected, slowly) {
    const before = this.partners;
    const changed = [...partners].filter(([id, { status }]) => before.get(id)?.status !== status);
    const added = changed.filter(([id]) => !before.has(id));
    const onlyAdds =
      this.growing.size === 0 &&
      this.selected === selected &&
      partners.size === before.size + added.length &&
      changed.every(
        ([id, { status }]) => status === UPPERMOST && before.get(id)?.status !== "ended",
      );
    this.partners = partners;
    this.selected = selected;
    this.growing = new Map();
    if (slowly && added.length > 0 && added.length <= MAX_DRAWN_SLOWLY && !reducedMotion()) {
      this.growing = new Map(added);
      this.paint();
      this.grow(this.growing, performance.now());
    } else if (onlyAdds) {
      this.paintStatus(UPPERMOST, changed);
      this.paintSelected();
    } else {
      this.paint();
    }
  }

  /**
   * Take everything off the map, as when other data have come.
   * @param {Degrees} hub of the new data
   */
  renew(hub) {
    this.hub = hub;
    this.partners = new Map();
    this.growing = new Map();
    this.selected = null;
    this.cells = noCells();
    this.sheet.clear();
  }

  /** Draw all anew: lines below dots, the most important status last, the selected on top. */
  paint() {
    if (!this.sheet) return; // it is just being laid
    this.sheet.clear();
    this.cells = noCells();
    /** @type {Record<Status, [string, Shown][]>} */
    const byStatus = forEachStatus(() => []);
    for (const entry of this.partners) byStatus[entry[1].status].push(entry);
    for (const status of STATUSES) this.paintStatus(status, byStatus[status]);
    this.paintSelected();
  }

  /**
   * Draw partners of one status, of those that would cover each other only the first.
   * @param {Status} status
   * @param {[string, Shown][]} entries
   */
  paintStatus(status, entries) {
    const [lines, dots] = this.sheet.contexts;
    const frame = layerFrame(this.map);
    const cells = this.cells[status];
    const apart = entries.filter(([id, { feature }]) => {
      const { x, y } = dotPlace(feature, frame);
      const cell = cellOf({ x: x - frame.x, y: y - frame.y });
      if (id === this.selected || cells.has(cell)) return false;
      cells.add(cell);
      return true;
    });
    const muted = this.selected !== null && this.partners.has(this.selected);
    useLine(lines, muted ? mutedLine(LINES[status]) : LINES[status], 0);
    for (const [id, { feature }] of apart) {
      if (!this.growing.has(id)) this.trace(lines, frame, feature, 1);
    }
    const style = muted ? mutedDot(DOTS[status]) : DOTS[status];
    for (const [, { feature }] of apart) this.dot(dots, frame, feature, style, 0);
  }

  /** Draw the selected partner over the others. */
  paintSelected() {
    const entry = this.selected === null ? undefined : this.partners.get(this.selected);
    if (!entry) return;
    const { feature, status } = entry;
    const [lines, dots] = this.sheet.contexts;
    const frame = layerFrame(this.map);
    useLine(lines, LINES[status], CHOSEN_EXTRA.line);
    if (!this.growing.has(feature.properties.id)) this.trace(lines, frame, feature, 1);
    this.dot(dots, frame, feature, DOTS[status], CHOSEN_EXTRA.dot);
  }

  /**
   * Let the new lines grow from the hub to their ends, until something else is to be drawn.
   * @param {Map<string, Shown>} growing
   * @param {number} start on the clock of performance.now()
   */
  grow(growing, start) {
    requestAnimationFrame((now) => {
      if (this.growing !== growing) return;
      const share = Math.min(1, Math.max(0, now - start) / DRAWING_TIME);
      if (share === 1) {
        this.growing = new Map();
        this.paint();
        return;
      }
      const frame = layerFrame(this.map);
      const [lines] = this.sheet.contexts;
      for (const [id, { feature, status }] of growing) {
        useLine(lines, LINES[status], id === this.selected ? CHOSEN_EXTRA.line : 0);
        this.trace(lines, frame, feature, share);
      }
      this.grow(growing, start);
    });
  }

  /**
   * Draw a line, or its first share, in as few pieces as its curve needs.
   * @param {CanvasRenderingContext2D} context
   * @param {Frame} frame
   * @param {PartnerFeature} feature
   * @param {number} share
   */
  trace(context, frame, feature, share) {
    const path = pathTo(this.hub, feature);
    const { places, box } = path;
    /** @param {number} part */
    const x = (part) => part * frame.scale + frame.x;
    /** @param {number} part */
    const y = (part) => part * frame.scale + frame.y;
    if (!this.sheet.reaches(x(box.left), y(box.top), x(box.right), y(box.bottom), TOLERANCE))
      return;
    const last = places.length / 2 - 1;
    const step = share < 1 ? 1 : strideAt(path, frame.scale);
    const aside = asideOf(feature, frame.scale);
    context.beginPath();
    context.moveTo(x(places[0]), y(places[1]));
    for (let at = step; at <= Math.max(step, share * last); at += step) {
      const part = at / last;
      const [toX, toY] = [x(places[2 * at]), y(places[2 * at + 1])];
      context.lineTo(toX + part * aside.x, toY + part * aside.y);
    }
    context.stroke();
  }

  /**
   * Draw a dot.
   * @param {CanvasRenderingContext2D} context
   * @param {Frame} frame
   * @param {PartnerFeature} feature
   * @param {DotStyle} style
   * @param {number} extra pixels of its radius
   */
  dot(context, frame, feature, style, extra) {
    const place = dotPlace(feature, frame);
    // On whole pixels, as names stand, so that none of it reaches below its name.
    const [x, y] = [Math.round(place.x), Math.round(place.y)];
    if (!this.sheet.reaches(x, y, x, y, style.radius + style.weight + extra)) return;
    context.beginPath();
    context.arc(x, y, style.radius + extra, 0, 2 * Math.PI);
    context.fillStyle = colour(style.fill);
    context.fill();
    context.lineWidth = style.weight;
    context.strokeStyle = colour(style.colour);
    context.stroke();
  }

  /**
   * The id of the partner whose dot, or else whose line, is nearest to a point; null for none.
   * @param {Point} point of the map's layers
   */
  at({ x, y }) {
    let found = this.dotAt({ x, y }, TOLERANCE);
    if (found !== null) return found;
    const frame = layerFrame(this.map);
    const [placeX, placeY] = [(x - frame.x) / frame.scale, (y - frame.y) / frame.scale];
    let nearest = Infinity;
    for (const [id, { feature, status }] of this.partners) {
      const reach = (LINES[status].weight / 2 + TOLERANCE) / frame.scale;
      const { x: asideX, y: asideY } = asideOf(feature, frame.scale);
      const aside = { x: asideX / frame.scale, y: asideY / frame.scale };
      const away = distanceToPath(pathTo(this.hub, feature), placeX, placeY, reach, aside);
      if (away < nearest) [found, nearest] = [id, away];
    }
    return found;
  }

  /**
   * The id of the partner whose dot is nearest to a point; null for none.
   * @param {Point} point of the map's layers
   * @param {number} tolerance pixels beside a dot that still belong to it
   */
  dotAt({ x, y }, tolerance) {
    const frame = layerFrame(this.map);
    /** @type {string | null} */
    let found = null;
    let nearest = Infinity;
    for (const [id, { feature, status }] of this.partners) {
      const place = dotPlace(feature, frame);
      const away = Math.hypot(place.x - x, place.y - y);
      const reach = DOTS[status].radius + DOTS[status].weight + tolerance;
      if (away <= reach && away < nearest) [found, nearest] = [id, away];
    }
    return found;
  }
}

/**
 * Where a partner's dot stands on the map's layers, in pixels.
 * @param {PartnerFeature} feature
 * @param {Frame} frame
 * @returns {Point}
 */
function dotPlace(feature, frame) {
  const place = worldPlaceOf(feature);
  const aside = asideOf(feature, frame.scale);
  return {
    x: place.x * frame.scale + frame.x + aside.x,
    y: place.y * frame.scale + frame.y + aside.y,
  };
}

/**
 * For each status the cells of the screen where a line ends.
 * @returns {Record<Status, Set<number>>}
 */
function noCells() {
  return forEachStatus(() => new Set());
}

/**
 * Have a canvas draw lines of a style, so many pixels wider.
 * @param {CanvasRenderingContext2D} context
 * @param {LineStyle} style
 * @param {number} extra
 */
function useLine(context, style, extra) {
  context.lineCap = "round";
  context.lineJoin = "round";
  context.lineWidth = style.weight + extra;
  context.strokeStyle = colour(style.colour);
  context.setLineDash(style.dash);
}
