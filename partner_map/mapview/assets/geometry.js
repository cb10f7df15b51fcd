/** Where places lie: on the globe, in the flat world of the map, and on the screen. */

/** @import { Degrees, PartnerFeature, Point } from "./types.js" */

const STEPS = 16;
const RADIANS = Math.PI / 180;

/**
 * Points along the great circle from one place to another, both among them, by spherical
 * linear interpolation; the ends alone where the places are one.
 * @param {Degrees} from
 * @param {Degrees} to
 * @returns {Degrees[]}
 */
export function greatCircle(from, to) {
  const [start, end] = [from, to].map(unitVector);
  const angle = Math.acos(
    Math.min(
      1,
      start.reduce((sum, part, axis) => sum + part * end[axis], 0),
    ),
  );
  if (angle < 1e-9) return [from, to];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = step / STEPS;
    const [a, b] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    const [x, y, z] = start.map((part, axis) => (a * part + b * end[axis]) / Math.sin(angle));
    return [Math.atan2(z, Math.hypot(x, y)) / RADIANS, Math.atan2(y, x) / RADIANS];
  });
}

/**
 * The unit vector of a place.
 * @param {Degrees} place
 */
function unitVector([latitude, longitude]) {
  const [phi, lambda] = [latitude * RADIANS, longitude * RADIANS];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/**
 * A place in the Mercator world, which is 1 wide and high.
 * @param {Degrees} place
 * @returns {Point}
 */
export function inWorld([latitude, longitude]) {
  const phi = latitude * RADIANS;
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI),
  };
}

/**
 * Where a partner lies.
 * @param {PartnerFeature} feature
 * @returns {Degrees}
 */
export function pointOf({ geometry: { coordinates } }) {
  return [coordinates[1], coordinates[0]];
}

/** @type {WeakMap<PartnerFeature, Point>} */
const worldPlaces = new WeakMap();

/**
 * A partner's place in the Mercator world, computed once.
 * @param {PartnerFeature} feature
 */
export function worldPlaceOf(feature) {
  let place = worldPlaces.get(feature);
  if (!place) {
    place = inWorld(pointOf(feature));
    worldPlaces.set(feature, place);
  }
  return place;
}

/**
 * How the Mercator world lies on the map's layers now: its width in pixels and the place of
 * its corner.
 * @param {L.Map} map
 */
export function layerFrame(map) {
  const origin = map.getPixelOrigin();
  const { crs = L.CRS.EPSG3857 } = map.options;
  return { scale: crs.scale(map.getZoom()), x: -origin.x, y: -origin.y };
}

/**
 * The distance of a point to the piece of a straight line from one point to another.
 * @param {number} x
 * @param {number} y
 * @param {number} fromX
 * @param {number} fromY
 * @param {number} toX
 * @param {number} toY
 */
export function distanceToPiece(x, y, fromX, fromY, toX, toY) {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY || 1;
  const share = Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
  return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
}
