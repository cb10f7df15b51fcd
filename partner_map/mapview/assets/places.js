/** The places about a dot where a name is tried. */

/** @import { Place } from "./placing.js" */

const SLID = 8; // what it costs that a name above or below does not stand in the middle
const BESIDE = 2; // what it costs that it stands beside

/**
 * Places above, below and to both sides of a dot, slid by so many steps, and at its corners.
 * @param {number} steps
 * @returns {Place[]}
 */
export function placesAround(steps) {
  const shares = Array.from({ length: steps + 1 }, (_, step) => -step / steps);
  /** @type {Place[]} */
  const slid = shares.flatMap((share) => {
    const aside = Math.abs(share + 0.5) * SLID;
    /** @type {Place[]} */
    const four = [
      [share, 0, 0, 1, aside],
      [share, -1, 0, -1, aside],
      [0, share, 1, 0, aside + BESIDE],
      [-1, share, -1, 0, aside + BESIDE],
    ];
    return four;
  });
  const corner = Math.SQRT1_2;
  return [
    ...slid,
    [0, -1, corner, -corner, SLID],
    [-1, -1, -corner, -corner, SLID],
    [0, 0, corner, corner, SLID],
    [-1, 0, -corner, corner, SLID],
  ];
}

/** The places of a name on a map that is moved and played. */
export const PLACES = placesAround(6);
/** Where there is no room for all names in those. */
export const MORE_PLACES = placesAround(10);
