/** The countries' land in the Mercator world, and what of it is seen: pure functions of rings. */

import { inWorld } from "./geometry.js";
import { meet, widened } from "./placing.js";

/**
 * @import { Box } from "./placing.js"
 * @import { Degrees, Point } from "./types.js"
 * @typedef {{rings: Float64Array[], box: Box}} Area of a country in the Mercator world, x and y in
 *   turn, the first point once more at each ring's end, and the box about it
 * @typedef {{country: string, area: Area}} Land of a country, whose code may be empty
 * @typedef {{scale: number, x: number, y: number, size: Point}} Sight the world's width, the place
 *   of its corner, and the size of the map, in pixels
 */

const TOO_SHORT = 0.4; // pixels between two points of a coast that are not told apart
const FRINGE = 8; // pixels about the map in which a coast is as it is

/**
 * What a country takes of the Mercator world.
 * @param {GeoJSON.MultiPolygon} outline
 * @returns {Area}
 */
export function areaOf({ coordinates }) {
  const rings = coordinates.flat().map(worldRing);
  return { rings, box: boxOf(rings) };
}

/**
 * A ring of GeoJSON in the Mercator world.
 * @param {GeoJSON.Position[]} ring
 */
function worldRing(ring) {
  const parts = new Float64Array(2 * ring.length);
  /** @type {Degrees} */
  const place = [0, 0];
  for (let index = 0; index < ring.length; index += 1) {
    place[0] = ring[index][1];
    place[1] = ring[index][0];
    const { x, y } = inWorld(place);
    parts[2 * index] = x;
    parts[2 * index + 1] = y;
  }
  return parts;
}

/**
 * The box about rings.
 * @param {Float64Array[]} rings
 * @returns {Box}
 */
export function boxOf(rings) {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const x = ring[at];
      const y = ring[at + 1];
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { left, top, right, bottom };
}

/**
 * Whether something of a country is in sight.
 * @param {Area} area
 * @param {Sight} sight
 */
export function isSeen({ box }, { scale, x, y, size }) {
  const frame = { left: -x / scale, top: -y / scale, right: 0, bottom: 0 };
  frame.right = frame.left + size.x / scale;
  frame.bottom = frame.top + size.y / scale;
  return meet(box, frame);
}

/**
 * The points of a country's rings that tell what is seen of it, in pixels, x and y in turn: none
 * too near to the one before, and none between two that lie beyond the same edge as it does. Each
 * ring goes from its last point back to its first.
 * @param {Area} area
 * @param {Sight} sight
 */
export function ringsSeen({ rings }, sight) {
  const { size } = sight;
  const frame = widened({ left: 0, top: 0, right: size.x, bottom: size.y }, FRINGE);
  return rings.map((ring) => ringSeen(ring, sight, frame)).filter((seen) => seen.length > 4);
}

/**
 * @param {Float64Array} ring
 * @param {Sight} sight
 * @param {Box} frame
 */
function ringSeen(ring, { scale, x: left, y: top }, frame) {
  /** @type {number[]} */
  const kept = [];
  const end = ring.length - 2;
  let x = ring[0] * scale + left;
  let y = ring[1] * scale + top;
  let lastX = x;
  let lastY = y;
  let here = beyond(x, y, frame);
  let before = 0;
  let common = 15;
  for (let at = 2; at <= end; at += 2) {
    const nextX = ring[at] * scale + left;
    const nextY = ring[at + 1] * scale + top;
    const next = beyond(nextX, nextY, frame);
    const isNear = kept.length > 0 && Math.hypot(x - lastX, y - lastY) < TOO_SHORT;
    const isApart = kept.length > 0 && (before & here & next) !== 0;
    if (!isNear && !isApart) {
      kept.push(x, y);
      lastX = x;
      lastY = y;
      before = here;
      common &= here;
    }
    x = nextX;
    y = nextY;
    here = next;
  }
  return common === 0 ? kept : [];
}

/**
 * A bit for each edge of a box beyond which a point lies.
 * @param {number} x
 * @param {number} y
 * @param {Box} box
 */
function beyond(x, y, { left, top, right, bottom }) {
  return (x < left ? 1 : 0) | (x > right ? 2 : 0) | (y < top ? 4 : 0) | (y > bottom ? 8 : 0);
}
