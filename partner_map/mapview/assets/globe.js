/** The land as often as it is seen on a map that goes on past the 180th meridian. */

/** @import { Degrees, Outlines } from "./types.js" */

const TURNS = [-360, 0, 360]; // degrees of longitude

/**
 * Outlines with each polygon wherever it meets the map's limits, a turn away too.
 * @param {Outlines} outlines
 * @param {[Degrees, Degrees]} limits south-western and north-eastern corner
 * @returns {Outlines}
 */
export function allRound(outlines, [[, west], [, east]]) {
  const features = outlines.features.map((feature) => {
    const coordinates = feature.geometry.coordinates.flatMap((polygon) => {
      const longitudes = polygon[0].map(([longitude]) => longitude);
      const [first, last] = [Math.min(...longitudes), Math.max(...longitudes)];
      return TURNS.filter((turn) => first + turn < east && last + turn > west).map((turn) =>
        turn === 0 ? polygon : turned(polygon, turn),
      );
    });
    return { ...feature, geometry: { ...feature.geometry, coordinates } };
  });
  return { ...outlines, features };
}

/**
 * A polygon some degrees further east.
 * @param {GeoJSON.Position[][]} polygon
 * @param {number} turn
 */
function turned(polygon, turn) {
  return polygon.map((ring) => ring.map(([longitude, latitude]) => [longitude + turn, latitude]));
}
