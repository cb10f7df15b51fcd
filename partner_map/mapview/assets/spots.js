/** Where a country has room for its name: pure functions of rings and boxes. */

import { crossed, EDGE, meet, piecesIn, widened } from "./placing.js";

/**
 * @import { Area, Sight } from "./land.js"
 * @import { Box, Size } from "./placing.js"
 * @import { Point } from "./types.js"
 * @typedef {Point & {room: number}} Spot the middle of a name, and the pixels about it that are
 *   the country's
 */

const MARGIN = 3; // pixels between a name and its country's border, and what is taken
const ACROSS = 12; // pixels between two spots in a row

/**
 * Where a name fits into a country, the roomiest spot first.
 * @param {Area} area
 * @param {Size} name
 * @param {Sight} sight
 * @returns {Spot[]}
 */
export function spotsOf({ rings, box }, name, { scale, x, y, size }) {
  if ((box.right - box.left) * scale < name.width) return [];
  const seen = rings.map((ring) => ring.map((part, at) => part * scale + (at % 2 === 0 ? x : y)));
  return spotsWithin(seen, name, size);
}

/**
 * The best spot for a name that covers nothing that is taken, and no line.
 * @param {Spot[]} spots
 * @param {Size} name
 * @param {Box[]} taken
 * @param {Point[][]} lines
 */
export function freeSpot(spots, name, taken, lines) {
  return spots.find((spot) => {
    const box = widened(boxAt(spot, name), MARGIN);
    return (
      !taken.some((other) => meet(box, other)) &&
      lines.every((line) => crossed(piecesIn(line, box), box) === 0)
    );
  });
}

/**
 * Where a name fits into a country's part of the map, the roomiest spot first.
 * @param {Float64Array[]} rings of the country in pixels, x and y in turn
 * @param {Size} size of the name
 * @param {Point} view size of the map
 * @returns {Spot[]}
 */
export function spotsWithin(rings, size, view) {
  const step = size.height / 2;
  const rows = spansOf(rings, step, view);
  const half = size.width / 2 + MARGIN;
  /** @type {[number, number][][]} for each row where the middle of a name may be */
  const free = rows.map((row, index) =>
    common(common(rows[index - 1] ?? [], row), rows[index + 1] ?? [])
      .map(([from, to]) => /** @type {[number, number]} */ ([from + half, to - half]))
      .filter(([from, to]) => from <= to),
  );
  /**
   * @param {number} row
   * @param {number} x
   */
  const isFree = (row, x) => Boolean(free[row]?.some(([from, to]) => from <= x && x <= to));
  /** @type {Spot[]} */
  const spots = [];
  for (const [row, parts] of free.entries()) {
    for (const [from, to] of parts) {
      const count = Math.floor((to - from) / ACROSS) + 1;
      for (let index = 0; index < count; index += 1) {
        const x = (from + to) / 2 + (index - (count - 1) / 2) * ACROSS;
        let away = 1;
        while (isFree(row - away, x) && isFree(row + away, x)) away += 1;
        const aside = Math.min(x - from, to - x) + step;
        // The lesser counts, and where that is the same the other.
        const room = Math.min(away * step, aside) + Math.max(away * step, aside) / 1000;
        spots.push({ x, y: EDGE + row * step, room });
      }
    }
  }
  return spots.sort((one, other) => other.room - one.room);
}

/**
 * For rows that lie a step apart from the map's upper edge on: from where to where they run
 * through rings, by the even-odd rule, within the map.
 * @param {Float64Array[]} rings in pixels, x and y in turn
 * @param {number} step pixels
 * @param {Point} view size of the map
 * @returns {[number, number][][]}
 */
function spansOf(rings, step, view) {
  const count = Math.max(0, Math.floor((view.y - 2 * EDGE) / step) + 1);
  /** @type {number[][]} */
  const crossings = Array.from({ length: count }, () => []);
  for (const ring of rings) {
    for (let at = 2; at < ring.length; at += 2) {
      const [fromX, fromY, toX, toY] = [ring[at - 2], ring[at - 1], ring[at], ring[at + 1]];
      const first = Math.ceil((Math.min(fromY, toY) - EDGE) / step);
      const end = Math.min(count, Math.ceil((Math.max(fromY, toY) - EDGE) / step));
      for (let row = Math.max(0, first); row < end; row += 1) {
        const share = (EDGE + row * step - fromY) / (toY - fromY);
        crossings[row].push(fromX + share * (toX - fromX));
      }
    }
  }
  return crossings.map((found) => {
    found.sort((one, other) => one - other);
    /** @type {[number, number][]} */
    const spans = [];
    for (let at = 1; at < found.length; at += 2) {
      const [from, to] = [Math.max(EDGE, found[at - 1]), Math.min(view.x - EDGE, found[at])];
      if (from < to) spans.push([from, to]);
    }
    return spans;
  });
}

/**
 * What two rows have in common.
 * @param {[number, number][]} one
 * @param {[number, number][]} other
 */
function common(one, other) {
  return one.flatMap(([from, to]) =>
    other
      .map(
        ([low, high]) =>
          /** @type {[number, number]} */ ([Math.max(from, low), Math.min(to, high)]),
      )
      .filter(([low, high]) => low < high),
  );
}

/**
 * The box of a name about its middle.
 * @param {Point} middle
 * @param {Size} size
 * @returns {Box}
 */
function boxAt({ x, y }, { width, height }) {
  return {
    left: x - width / 2,
    top: y - height / 2,
    right: x + width / 2,
    bottom: y + height / 2,
  };
}
