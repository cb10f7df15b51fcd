/** Where names stand: pure functions of boxes in pixels, so that no name covers another. */

/** @import { Point } from "./types.js" */

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {Box & {cost: number}} Taken a box, and what each square pixel of it costs
 * @typedef {{width: number, height: number}} Size
 * @typedef {[shareX: number, shareY: number, awayX: number, awayY: number]} Place where a name
 *   stands about its dot: moved by shares of its own size, and by gaps away from the dot
 */

const GAP = 9; // pixels between a dot and its name
const LINE_REACH = 6; // pixels to each side that a name keeps off a line
const LINE_STEP = 8; // pixels between two boxes along it

/** Pixels that a name keeps off the map's edge and its controls. */
export const EDGE = 4;

/** What a covered square pixel costs: of a line, a name, a dot, a control. */
export const COSTS = { line: 1, name: 10, dot: 12, control: 40 };

/** What a pixel over the map's edge costs. */
const OUTSIDE_COST = 2000;

/**
 * The freest place of a name: the first that costs nothing, or the cheapest.
 * @param {Size} size of the name
 * @param {Point} at its dot
 * @param {object} view
 * @param {Point} view.hub from which the lines run
 * @param {Point} view.size of the map
 * @param {Taken[]} view.taken what is better left free
 * @param {object} choices
 * @param {Place[]} choices.places
 * @param {number[]} choices.distances from the dot, in gaps, the nearest first
 * @param {number} choices.farCost of each gap farther out
 * @returns {{box: Box, cost: number}}
 */
export function bestPlace({ width, height }, at, view, { places, distances, farCost }) {
  const ordered = placesAwayFrom(places, view.hub, at);
  /** @type {{box: Box, cost: number}} */
  let best = { box: { left: at.x, top: at.y, right: at.x, bottom: at.y }, cost: Infinity };
  for (const far of distances) {
    for (const [shareX, shareY, awayX, awayY] of ordered) {
      const left = at.x + shareX * width + awayX * GAP * far;
      const top = at.y + shareY * height + awayY * GAP * far;
      const box = { left, top, right: left + width, bottom: top + height };
      const cost = overlap(box, view.taken) + outside(box, view.size) + (far - 1) * farCost;
      if (cost < best.cost) best = { box, cost };
      if (cost === 0) return best;
    }
  }
  return best;
}

/**
 * The places with those first that lie away from the hub, where no line runs.
 * @param {Place[]} places
 * @param {Point} hub
 * @param {Point} at
 */
export function placesAwayFrom(places, hub, at) {
  const reach = Math.hypot(at.x - hub.x, at.y - hub.y) || 1;
  const [x, y] = [(at.x - hub.x) / reach, (at.y - hub.y) / reach];
  /** @param {Place} place */
  const toward = ([, , awayX, awayY]) => awayX * x + awayY * y;
  return [...places].sort((a, b) => toward(b) - toward(a));
}

/**
 * Boxes along a line through these points, without a gap, which names leave free where they can.
 * @param {Point[]} points
 * @returns {Taken[]}
 */
export function boxesAlong(points) {
  return points.slice(1).flatMap((point, index) => {
    const from = points[index];
    const [x, y] = [point.x - from.x, point.y - from.y];
    const count = Math.ceil(Math.sqrt(x * x + y * y) / LINE_STEP) || 1;
    return Array.from({ length: count }, (_, part) => {
      const share = (part + 1) / count;
      return square({ x: from.x + x * share, y: from.y + y * share }, LINE_REACH, COSTS.line);
    });
  });
}

/**
 * A square box around a point, and what covering it costs.
 * @param {Point} point
 * @param {number} reach pixels to each side
 * @param {number} cost
 * @returns {Taken}
 */
export function square({ x, y }, reach, cost) {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach, cost };
}

/**
 * A box with so many pixels about it.
 * @param {Box} box
 * @param {number} space
 * @returns {Box}
 */
export function widened({ left, top, right, bottom }, space) {
  return { left: left - space, top: top - space, right: right + space, bottom: bottom + space };
}

/**
 * What the square pixels that a box has in common with others cost.
 * @param {Box} box
 * @param {Taken[]} others
 */
export function overlap(box, others) {
  return others.reduce((sum, other) => {
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return width > 0 && height > 0 ? sum + width * height * other.cost : sum;
  }, 0);
}

/**
 * What a box costs that reaches over the map's edge: more than any overlap.
 * @param {Box} box
 * @param {Point} size of the map
 */
export function outside(box, size) {
  const over =
    Math.max(0, EDGE - box.left) +
    Math.max(0, EDGE - box.top) +
    Math.max(0, box.right - size.x + EDGE) +
    Math.max(0, box.bottom - size.y + EDGE);
  return over * OUTSIDE_COST;
}

/**
 * Whether two boxes have a place in common.
 * @param {Box} one
 * @param {Box} other
 */
export function meet(one, other) {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
