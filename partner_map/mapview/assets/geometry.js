/** Where places lie: on the globe, in the flat world of the map, and on the screen. */

/** @import { Degrees, PartnerFeature, Point } from "./types.js" */

const RADIANS = Math.PI / 180;
/** Degrees of latitude where a map in Mercator's projection ends, to the north and the south. */
const MAP_END = 85.0511287798066;
/** Where the project's own basemap reaches. @type {[Degrees, Degrees]} */
export const EUROPE = [
  [27, -32],
  [73, 62],
];
const BEYOND = 30; // degrees of longitude that the map may be moved beyond its outermost place
const ALMOST = 1e-6; // radians from the antipodes, which no single great circle leads to

/**
 * Points along the great circle from one place to another, both among them, by spherical
 * linear interpolation; the ends alone where the places are one. Longitudes run on from the
 * first place, beyond 180 degrees too.
 * @param {Degrees} from
 * @param {Degrees} to
 * @param {number} [steps]
 * @returns {Degrees[]}
 */
export function greatCircle(from, to, steps = 16) {
  const [start, end] = [from, to].map(unitVector);
  const cosine = start.reduce((sum, part, axis) => sum + part * end[axis], 0);
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine)));
  if (angle < 1e-9) return [from, to];
  if (angle > Math.PI - ALMOST) {
    return greatCircle(from, [to[0] - Math.sign(to[0] || 1) / 1000, to[1]], steps);
  }
  const whole = shortWay(to[1] - from[1]);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = step / steps;
    const [a, b] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    const [x, y, z] = start.map((part, axis) => (a * part + b * end[axis]) / Math.sin(angle));
    const latitude = Math.atan2(z, Math.hypot(x, y)) / RADIANS;
    let along = shortWay(Math.atan2(y, x) / RADIANS - from[1]);
    // The way leads to one side only: half a turn may have come out as that to the other.
    if (along * whole < 0 && Math.abs(along) > 90) along += 360 * Math.sign(whole);
    return [latitude, from[1] + along];
  });
}

/**
 * A difference of longitudes as that of the shorter way round.
 * @param {number} degrees
 */
function shortWay(degrees) {
  return Math.abs(degrees) > 180 ? degrees - 360 * Math.round(degrees / 360) : degrees;
}

/**
 * Let the partners' longitudes run on from the town's, so that each stands where its line ends.
 * @param {{town: {longitude: number}, features: PartnerFeature[]}} partners
 */
export function runOn({ town: { longitude }, features }) {
  for (const { geometry } of features) {
    const away = geometry.coordinates[0] - longitude;
    if (Math.abs(away) > 180) geometry.coordinates[0] -= 360 * Math.round(away / 360);
  }
}

/**
 * How far a map may be moved: over Europe where all its places are there, or else over the
 * world, and as far past the 180th meridian as they need.
 * @param {Degrees[]} places
 * @returns {[Degrees, Degrees]} south-western and north-eastern corner
 */
export function limitsAbout(places) {
  const [[south, west], [north, east]] = EUROPE;
  const isEuropean = places.every(
    ([latitude, longitude]) =>
      south <= latitude && latitude <= north && west <= longitude && longitude <= east,
  );
  if (isEuropean) return EUROPE;
  const longitudes = places.map(([, longitude]) => longitude);
  return [
    [-MAP_END, Math.min(-180, Math.min(...longitudes) - BEYOND)],
    [MAP_END, Math.max(180, Math.max(...longitudes) + BEYOND)],
  ];
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
 * A place in the Mercator world, which is 1 wide and high; what lies beyond it is at its edge.
 * @param {Degrees} place
 * @returns {Point}
 */
export function inWorld([latitude, longitude]) {
  const phi = Math.max(-MAP_END, Math.min(MAP_END, latitude)) * RADIANS;
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI),
  };
}

/**
 * The degrees of a place in the Mercator world.
 * @param {Point} place
 * @returns {Degrees}
 */
export function fromWorld({ x, y }) {
  const phi = 2 * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - Math.PI / 2;
  return [phi / RADIANS, (x - 0.5) * 360];
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
