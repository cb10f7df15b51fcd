/**
 * Where a partnership stands at the end of a year, and which partners a View lets through: the
 * counterpart in the browser of timeline.py and overview.py, so that a step sends only the View.
 */

/** @import { PartnerProperties, Status, View } from "./types.js" */

/**
 * The statuses in the order of drawing, the most important last.
 * @type {readonly Status[]}
 */
export const STATUSES = ["ended", "contacts", "undated", "project", "suspended", "agreement"];

/**
 * Something for each status.
 * @template Value
 * @param {() => Value} make
 */
export function forEachStatus(make) {
  return /** @type {Record<Status, Value>} */ (
    Object.fromEntries(STATUSES.map((status) => [status, make()]))
  );
}

/**
 * The ids of the partners on a map, as the attributes of its element tell them: each stands under
 * agreements, contacts or ended, and what few towns have under a name of its own as well.
 * @param {Iterable<[string, Status]>} partners in the order of the ids
 */
export function idsByAttribute(partners) {
  /** @type {Record<Attribute, string[]>} */
  const ids = {
    agreements: [],
    contacts: [],
    ended: [],
    projects: [],
    suspended: [],
    undated: [],
  };
  for (const [id, status] of partners) {
    for (const attribute of ATTRIBUTES[status]) ids[attribute].push(id);
  }
  return Object.fromEntries(Object.entries(ids).map(([name, each]) => [name, each.join(" ")]));
}

/** @typedef {"agreements" | "contacts" | "ended" | "projects" | "suspended" | "undated"} Attribute */

/** @type {Record<Status, Attribute[]>} */
const ATTRIBUTES = {
  agreement: ["agreements"],
  suspended: ["agreements", "suspended"],
  project: ["agreements", "projects"],
  undated: ["contacts", "undated"],
  contacts: ["contacts"],
  ended: ["ended"],
};

/**
 * A partnership's status at the end of a year; null before it has begun.
 * @param {Pick<PartnerProperties, Status>} properties the years of its dates
 * @param {number} year
 * @returns {Status | null}
 */
export function statusAt(properties, year) {
  /** @param {number | null | undefined} from */
  const reached = (from) => from != null && year >= from;
  if (reached(properties.ended)) return "ended";
  if (reached(properties.suspended)) return "suspended";
  if (reached(properties.agreement)) return "agreement";
  if (reached(properties.project)) return "project";
  if (reached(properties.contacts)) return "contacts";
  return null;
}

/**
 * A partner's status in a View; null before the partnership has begun.
 * @param {Pick<PartnerProperties, Status | "id">} properties
 * @param {Pick<View, "year" | "statuses" | "undated">} view
 * @returns {Status | null}
 */
export function statusIn(properties, { year, statuses = {}, undated = false }) {
  if (properties.undated) return undated ? "undated" : null;
  const status = statuses[properties.id];
  if (status === undefined) return statusAt(properties, year);
  return status === "none" ? null : status;
}

/**
 * The bits of view.among, one for each feature in its place, or null where the
 * View names no partners of its own.
 * @param {Pick<View, "among">} view
 */
export function bitsOf({ among }) {
  if (among === undefined) return null;
  return Uint8Array.from(atob(among), (character) => character.charCodeAt(0));
}

/**
 * Whether the bit of a place is set; without bits every one is.
 * @param {Uint8Array | null} bits
 * @param {number} place
 */
export function hasBit(bits, place) {
  return bits === null || Boolean((bits[place >> 3] >> (place & 7)) & 1);
}

/**
 * Whether the View's filters let a partner through; an empty filter lets all through.
 * @param {Pick<PartnerProperties, "country" | "types">} properties
 * @param {Pick<View, "countries" | "types">} view
 */
export function passes(properties, { countries = [], types = [] }) {
  const country = countries.length === 0 || countries.includes(properties.country);
  const type = types.length === 0 || properties.types.some((one) => types.includes(one));
  return country && type;
}
