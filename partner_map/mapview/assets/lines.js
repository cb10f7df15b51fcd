/** The lines and dots: one great-circle line and one dot a partner, on two canvases. */

import { distanceToPiece, greatCircle, inWorld, layerFrame, pointOf, worldPlaceOf } from "./geometry.js";
import { addSheet } from "./sheet.js";
import { STATES } from "./states.js";

const DRAWING_TIME = 300; // milliseconds
const MOST_DRAWN_SLOWLY = 20;
/** Of the lines of one state that end within so many pixels of each other one is drawn. */
const CELL = 4;
const STRAIGHT = 0.2; // pixels that a piece of a line may lie beside its curve
const TOLERANCE = 8; // pixels beside a line or dot that still choose it

const LINES = {
  agreement: { color: "#0f5e59", weight: 3, opacity: 1, dash: [] },
  contacts: { color: "#a8480b", weight: 2.5, opacity: 1, dash: [3, 7] },
  ended: { color: "#6a7078", weight: 1.5, opacity: 0.8, dash: [] },
};
const DOTS = {
  agreement: { color: "#0f5e59", fill: "#0f5e59", radius: 6, weight: 2 },
  contacts: { color: "#a8480b", fill: "#ffffff", radius: 5.5, weight: 2.5 },
  ended: { color: "#6a7078", fill: "#ffffff", radius: 4, weight: 2 },
};
const SELECTED_EXTRA = { line: 2.5, dot: 2 };
const UPPERMOST = STATES.at(-1);

/** Whether the visitor's system asks for less motion. */
export function reducedMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Draws the partners that are told to it; what only adds to the picture is added to it. */
export class Lines {
  /** @param {L.Map} map @param {number[]} hub [latitude, longitude] @param {(id: string) => void} onChoice */
  constructor(map, hub, onChoice) {
    this.map = map;
    this.hub = hub;
    this.clear();
    this.sheet = addSheet(map, 2, () => this.paint());
    map.on("click", ({ layerPoint }) => {
      const id = this.at(layerPoint);
      if (id !== null) onChoice(id);
    });
    map.on("mousemove", ({ layerPoint }) => {
      if (!map.dragging.moving()) this.sheet.point(this.at(layerPoint) !== null);
    });
  }

  /** Draw these partners: a Map from id to {feature, state}; one of them may be selected. */
  draw(partners, selected, slowly) {
    const before = this.partners;
    const changed = [...partners].filter(([id, { state }]) => before.get(id)?.state !== state);
    const added = changed.filter(([id]) => !before.has(id));
    const onlyAdds =
      this.growing.size === 0 &&
      this.selected === selected &&
      partners.size === before.size + added.length &&
      changed.every(([id, { state }]) => state === UPPERMOST && before.get(id)?.state !== "ended");
    Object.assign(this, { partners, selected });
    this.growing = new Map();
    if (slowly && added.length > 0 && added.length <= MOST_DRAWN_SLOWLY && !reducedMotion()) {
      this.growing = new Map(added);
      this.paint();
      this.grow(this.growing, performance.now());
    } else if (onlyAdds) {
      this.paintState(UPPERMOST, changed);
      this.paintSelected();
    } else {
      this.paint();
    }
  }

  /** Take everything off the map, as when other data have come. */
  clear() {
    this.partners = new Map();
    this.growing = new Map();
    this.paths = new WeakMap();
    this.selected = null;
    this.cells = {};
    this.sheet?.clear();
  }

  /** Draw all anew: the lines below the dots, the most important state last, the selected on top. */
  paint() {
    if (!this.sheet) return; // it is just being laid
    this.sheet.clear();
    this.cells = Object.fromEntries(STATES.map((state) => [state, new Set()]));
    const byState = Object.fromEntries(STATES.map((state) => [state, []]));
    for (const entry of this.partners) byState[entry[1].state].push(entry);
    for (const state of STATES) this.paintState(state, byState[state]);
    this.paintSelected();
  }

  /** Draw partners of one state, of those that would cover each other only the first. */
  paintState(state, entries) {
    const [lines, dots] = this.sheet.contexts;
    const frame = layerFrame(this.map);
    const cells = this.cells[state];
    const apart = entries.filter(([id, { feature }]) => {
      const { x, y } = worldPlaceOf(feature);
      const [column, row] = [x, y].map((share) => Math.round((share * frame.scale) / CELL));
      const cell = column * 2 ** 27 + row;
      return id !== this.selected && !cells.has(cell) && cells.add(cell);
    });
    useLine(lines, LINES[state], 0);
    for (const [id, { feature }] of apart) {
      if (!this.growing.has(id)) this.trace(lines, frame, feature, 1);
    }
    for (const [, { feature }] of apart) this.dot(dots, frame, feature, DOTS[state], 0);
  }

  /** Draw the selected partner over the others. */
  paintSelected() {
    const entry = this.partners.get(this.selected);
    if (!entry) return;
    const [lines, dots] = this.sheet.contexts;
    const frame = layerFrame(this.map);
    useLine(lines, LINES[entry.state], SELECTED_EXTRA.line);
    if (!this.growing.has(this.selected)) this.trace(lines, frame, entry.feature, 1);
    this.dot(dots, frame, entry.feature, DOTS[entry.state], SELECTED_EXTRA.dot);
  }

  /** Let the new lines grow from the hub to their ends, until something else is to be drawn. */
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
      for (const [id, { feature, state }] of growing) {
        useLine(this.sheet.contexts[0], LINES[state], id === this.selected ? SELECTED_EXTRA.line : 0);
        this.trace(this.sheet.contexts[0], frame, feature, share);
      }
      this.grow(growing, start);
    });
  }

  /** Draw a line, or its first share, in as few pieces as its curve needs. */
  trace(context, frame, feature, share) {
    const path = this.pathOf(feature);
    const last = path.length / 2 - 1;
    const [x, y] = [(at) => path[2 * at] * frame.scale + frame.x, (at) => path[2 * at + 1] * frame.scale + frame.y];
    const middle = last >> 1;
    const bend = Math.hypot(x(middle) - (x(0) + x(last)) / 2, y(middle) - (y(0) + y(last)) / 2);
    if (!this.sheet.reaches(x(0), y(0), x(last), y(last), bend + TOLERANCE)) return;
    let step = share < 1 ? 1 : last;
    while (step > 1 && bend * (step / last) ** 2 > STRAIGHT) step /= 2;
    context.beginPath();
    context.moveTo(x(0), y(0));
    for (let at = step; at <= Math.max(step, share * last); at += step) context.lineTo(x(at), y(at));
    context.stroke();
  }

  /** Draw a dot. */
  dot(context, frame, feature, { color, fill, radius, weight }, extra) {
    const place = worldPlaceOf(feature);
    // On whole pixels, as names stand, so that none of it reaches below its name.
    const [x, y] = [place.x * frame.scale + frame.x, place.y * frame.scale + frame.y].map(Math.round);
    if (!this.sheet.reaches(x, y, x, y, radius + weight + extra)) return;
    context.beginPath();
    context.arc(x, y, radius + extra, 0, 2 * Math.PI);
    context.fillStyle = fill;
    context.fill();
    context.lineWidth = weight;
    context.strokeStyle = color;
    context.stroke();
  }

  /** A line's places in the Mercator world, x and y in turn, reckoned once. */
  pathOf(feature) {
    let path = this.paths.get(feature);
    if (!path) {
      path = Float64Array.from(
        greatCircle(this.hub, pointOf(feature)).map(inWorld).flatMap(({ x, y }) => [x, y]),
      );
      this.paths.set(feature, path);
    }
    return path;
  }

  /** The id of the partner whose dot, or else whose line, is nearest to a point; null for none. */
  at({ x, y }) {
    const frame = layerFrame(this.map);
    let [found, nearest] = [null, Infinity];
    for (const [id, { feature, state }] of this.partners) {
      const place = worldPlaceOf(feature);
      const away = Math.hypot(place.x * frame.scale + frame.x - x, place.y * frame.scale + frame.y - y);
      const reach = DOTS[state].radius + DOTS[state].weight + TOLERANCE;
      if (away <= reach && away < nearest) [found, nearest] = [id, away];
    }
    if (found !== null) return found;
    for (const [id, { feature, state }] of this.partners) {
      const away = this.distanceToLine(frame, feature, x, y);
      if (away <= LINES[state].weight / 2 + TOLERANCE && away < nearest) [found, nearest] = [id, away];
    }
    return found;
  }

  /** How far a point of the map's layers lies from a line, in pixels. */
  distanceToLine(frame, feature, x, y) {
    const path = this.pathOf(feature);
    let least = Infinity;
    for (let at = 2; at < path.length; at += 2) {
      const [fromX, fromY, toX, toY] = [path[at - 2], path[at - 1], path[at], path[at + 1]];
      const [pointX, pointY] = [(x - frame.x) / frame.scale, (y - frame.y) / frame.scale];
      least = Math.min(least, distanceToPiece(pointX, pointY, fromX, fromY, toX, toY));
    }
    return least * frame.scale;
  }
}

/** Have a canvas draw lines of a style, so many pixels wider. */
function useLine(context, { color, weight, opacity, dash }, extra) {
  Object.assign(context, {
    globalAlpha: opacity,
    lineCap: "round",
    lineJoin: "round",
    lineWidth: weight + extra,
    strokeStyle: color,
  });
  context.setLineDash(dash);
}
