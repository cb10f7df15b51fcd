/**
 * Where a partnership stands at the end of a year: the counterpart in the
 * browser of timeline.py and filters.py, so that a step sends only the View.
 */

/** The states in the order of drawing, the most important last. */
export const STATES = ["ended", "contacts", "agreement"];

/** "ended", "agreement", "contacts" or null for a partner's properties and a year. */
export function stateAt(properties, year) {
  const reached = (from) => from !== null && year >= from;
  if (reached(properties.ended)) return "ended";
  if (reached(properties.agreement)) return "agreement";
  if (reached(properties.contacts)) return "contacts";
  return null;
}

/**
 * The bits of view.among, one for each feature in its place, or null where the
 * View names no partners of its own.
 */
export function bitsOf({ among = null }) {
  return among === null ? null : Uint8Array.from(atob(among), (sign) => sign.charCodeAt(0));
}

/** Whether the bit of a place is set; without bits every one is. */
export function hasBit(bits, place) {
  return bits === null || Boolean((bits[place >> 3] >> (place & 7)) & 1);
}

/** Whether the View's filters let a partner through; an empty filter lets all through. */
export function passes(properties, { countries = [], types = [] }) {
  const country = countries.length === 0 || countries.includes(properties.country);
  const type = types.length === 0 || properties.types.some((kind) => types.includes(kind));
  return country && type;
}
