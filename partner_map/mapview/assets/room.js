/** What a map that shows all its places leaves free about them. */

/** @import { Point } from "./types.js" */

export const LEGEND = 26; // pixels that the legend takes at the map's lower edge

/**
 * What the whole view leaves free at the top left and the bottom right, in pixels: room for
 * names, the more the larger the map, and for what lies along its lower edge.
 * @param {Point} size of the map
 * @param {number} below pixels that a legend takes
 * @param {boolean} [isKiosk]
 * @returns {[[number, number], [number, number]]}
 */
export function roomAround({ x, y }, below, isKiosk = false) {
  const compact = x <= 640 || (y <= 480 && !isKiosk);
  const aside = compact ? 22 : 80;
  const above = Math.max(20, Math.min(isKiosk ? 70 : 50, 0.09 * y));
  return [
    [aside, above],
    [aside, above + below],
  ];
}
