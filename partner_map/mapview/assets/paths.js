/** The lines as they run over the Mercator world, in as many pieces as their curve needs. */

import { distanceToPiece, greatCircle, inWorld, pointOf } from "./geometry.js";

/**
 * @import { Degrees, PartnerFeature, Point } from "./types.js"
 * @typedef {object} Path
 * @property {Float64Array} places x and y in turn
 * @property {{left: number, top: number, right: number, bottom: number}} box about them
 * @property {number[]} errors how far it runs beside its pieces where only every first, second,
 *   fourth ... place is joined
 */

const FINE = 2 ** -17; // of the world's width that a piece may lie beside its curve
const MOST = 4096; // pieces
const STRAIGHT = 0.2; // pixels that a piece may lie beside its curve

/** @type {WeakMap<PartnerFeature, {hub: Degrees, path: Path}>} */
const paths = new WeakMap();

/**
 * The line from the town to a partner, computed once.
 * @param {Degrees} hub
 * @param {PartnerFeature} feature
 */
export function pathTo(hub, feature) {
  const known = paths.get(feature);
  if (known?.hub === hub) return known.path;
  const path = pathBetween(hub, pointOf(feature));
  paths.set(feature, { hub, path });
  return path;
}

/**
 * The line from one place to another.
 * @param {Degrees} from
 * @param {Degrees} to
 * @returns {Path}
 */
export function pathBetween(from, to) {
  let steps = 16;
  let places = placesBetween(from, to, steps);
  // What half as many pieces would lie beside it: more than these do, near a pole too.
  while (steps < MOST && errorOf(places, 2) > FINE) {
    steps *= 2;
    places = placesBetween(from, to, steps);
  }
  const errors = [0];
  const last = places.length / 2 - 1;
  for (let stride = 2; stride <= last; stride *= 2) errors.push(errorOf(places, stride));
  return { places, box: boxOf(places), errors };
}

/**
 * How many places may be passed over at a scale.
 * @param {Path} path
 * @param {number} scale pixels of the world's width
 */
export function strideAt({ errors }, scale) {
  let stride = 1;
  for (const error of errors.slice(1)) {
    if (error * scale > STRAIGHT) break;
    stride *= 2;
  }
  return stride;
}

/**
 * The places of a line as it is drawn, each passed over that the scale allows.
 * @param {Path} path
 * @param {{scale: number, x: number, y: number}} frame the world's width and its corner, in pixels
 * @param {Point} aside how far its end is drawn beside its place, and the rest by its share
 * @returns {Point[]}
 */
export function pointsAlong(path, { scale, x, y }, aside) {
  const { places } = path;
  const last = places.length - 2;
  const step = 2 * strideAt(path, scale);
  /** @type {Point[]} */
  const points = [];
  for (let at = 0; at <= last; at += step) {
    const share = at / last;
    points.push({
      x: places[at] * scale + x + share * aside.x,
      y: places[at + 1] * scale + y + share * aside.y,
    });
  }
  return points;
}

/**
 * How far a point of the world lies from a line; infinity where that is beyond a reach.
 * @param {Path} path
 * @param {number} x
 * @param {number} y
 * @param {number} reach
 * @param {Point} [aside] how far its end is drawn beside its place, and the rest by its share
 */
export function distanceToPath({ places, box }, x, y, reach, aside = { x: 0, y: 0 }) {
  const [wide, high] = [reach + Math.abs(aside.x), reach + Math.abs(aside.y)];
  if (x < box.left - wide || x > box.right + wide) return Infinity;
  if (y < box.top - high || y > box.bottom + high) return Infinity;
  const last = places.length - 2;
  /** @type {[number, number]} */
  let from = [places[0], places[1]];
  let least = Infinity;
  for (let at = 2; at <= last; at += 2) {
    const share = at / last;
    /** @type {[number, number]} */
    const to = [places[at] + share * aside.x, places[at + 1] + share * aside.y];
    least = Math.min(least, distanceToPiece(x, y, ...from, ...to));
    from = to;
  }
  return least <= reach ? least : Infinity;
}

/**
 * @param {Degrees} from
 * @param {Degrees} to
 * @param {number} steps
 */
function placesBetween(from, to, steps) {
  return Float64Array.from(
    greatCircle(from, to, steps)
      .map(inWorld)
      .flatMap(({ x, y }) => [x, y]),
  );
}

/**
 * How far the places between lie from the pieces that join every so many.
 * @param {Float64Array} places
 * @param {number} stride
 */
function errorOf(places, stride) {
  let most = 0;
  const last = places.length / 2 - 1;
  for (let from = 0; from + stride <= last; from += stride) {
    const [start, end] = [2 * from, 2 * (from + stride)];
    for (let at = start + 2; at < end; at += 2) {
      most = Math.max(
        most,
        distanceToPiece(
          places[at],
          places[at + 1],
          places[start],
          places[start + 1],
          places[end],
          places[end + 1],
        ),
      );
    }
  }
  return most;
}

/**
 * The box about places.
 * @param {Float64Array} places
 */
function boxOf(places) {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let at = 0; at < places.length; at += 2) {
    box.left = Math.min(box.left, places[at]);
    box.right = Math.max(box.right, places[at]);
    box.top = Math.min(box.top, places[at + 1]);
    box.bottom = Math.max(box.bottom, places[at + 1]);
  }
  return box;
}
