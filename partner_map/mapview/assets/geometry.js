/** Where places lie: on the globe, in the flat world of the map, and on the screen. */

const STEPS = 16;
const RADIANS = Math.PI / 180;

/**
 * Points along the great circle from one [latitude, longitude] to another, in
 * degrees, by spherical linear interpolation.
 */
export function greatCircle(from, to) {
  const [start, end] = [from, to].map(unitVector);
  const angle = Math.acos(Math.min(1, start.reduce((sum, part, axis) => sum + part * end[axis], 0)));
  if (angle < 1e-9) return [from, to];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = step / STEPS;
    const [a, b] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    const [x, y, z] = start.map((part, axis) => (a * part + b * end[axis]) / Math.sin(angle));
    return [Math.atan2(z, Math.hypot(x, y)) / RADIANS, Math.atan2(y, x) / RADIANS];
  });
}

/** The unit vector of a [latitude, longitude] in degrees. */
function unitVector([latitude, longitude]) {
  const [phi, lambda] = [latitude * RADIANS, longitude * RADIANS];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** A [latitude, longitude] in degrees as {x, y} in the Mercator world, which is 1 wide and high. */
export function inWorld([latitude, longitude]) {
  const phi = latitude * RADIANS;
  return {
    x: longitude / 360 + 0.5,
    y: 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI),
  };
}

/** A feature's place as [latitude, longitude]. */
export function pointOf({ geometry: { coordinates } }) {
  return [coordinates[1], coordinates[0]];
}

const worldPlaces = new WeakMap();

/** A feature's place in the Mercator world, reckoned once. */
export function worldPlaceOf(feature) {
  let place = worldPlaces.get(feature);
  if (!place) worldPlaces.set(feature, (place = inWorld(pointOf(feature))));
  return place;
}

/** How the Mercator world lies on the map's layers now: {scale, x, y} in pixels. */
export function layerFrame(map) {
  const origin = map.getPixelOrigin();
  return { scale: map.options.crs.scale(map.getZoom()), x: -origin.x, y: -origin.y };
}

/** The distance of a point to the piece of a straight line from one point to another. */
export function distanceToPiece(x, y, fromX, fromY, toX, toY) {
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const length = alongX * alongX + alongY * alongY || 1;
  const share = Math.max(0, Math.min(1, ((x - fromX) * alongX + (y - fromY) * alongY) / length));
  return Math.hypot(x - fromX - share * alongX, y - fromY - share * alongY);
}
