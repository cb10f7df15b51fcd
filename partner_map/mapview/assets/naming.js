/** Which names stand where: where there is no room for all, more is tried, step by step. */

import { MORE_PLACES, PLACES } from "./places.js";
import { EDGE, layOut, meet, square } from "./placing.js";
import { STATUSES } from "./status.js";

/**
 * @import { Box, Choices, Placed, Size } from "./placing.js"
 * @import { Point, Status } from "./types.js"
 */

/**
 * @typedef {object} Wanted a name that is to stand on the map
 * @property {Size} size
 * @property {Size} text the size of its letters
 * @property {Point} at its dot, on whole pixels
 * @property {Status} [status] none for the home town
 * @property {boolean} [chosen]
 * @property {boolean} [focused]
 * @property {number} [place] the number of the place where it stands
 * @property {Choices} [among] the places that are so numbered
 * @property {boolean} [clear] whether it is rather left out than over a line
 * @typedef {object} Ground
 * @property {Point} size of the map
 * @property {Box[]} controls which no name may cover
 * @property {Box | null} year which makes room where it must
 * @property {Point[][]} lines
 * @property {Point[]} unnamed the dots of partners without a name
 * @property {number} space pixels between two names
 * @property {Choices} choices where names are tried first
 * @property {boolean} careful whether there are few enough names to try more than that
 * @property {boolean} crowded whether the first choices are known not to do
 * @typedef {object} Arranged
 * @property {(Placed | null)[]} placed for each name, null where it is left out
 * @property {Choices} choices among which the places are
 * @property {boolean} year whether the year stays
 * @property {Box[]} taken what nothing else may cover: names, dots and controls
 * @property {boolean} crowded whether the first choices did not do
 */

const LETTERS = 1.35; // heights of the font that the letters of a name take
/** Names at most; of more partners those that lie apart. */
export const MAX_NAMES = 60;
const MAX_WITH_CARE = 40; // of more names each has few places, over lines too
const [CELL_WIDTH, CELL_HEIGHT] = [70, 32]; // pixels, of the grid that thins many names out
/** Pixels about the map in which a dot may still be in the way of a name. */
export const ABOUT = CELL_WIDTH;
/** Pixels from a dot's middle where no name comes: of a city, of the chosen one, of the hub. */
const REACH = { dot: 8, chosen: 9, hub: 9 };
/** The less important, the later it is placed. @type {Status[]} */
const ORDER = STATUSES.toReversed();
/** Places about a dot and how far out a name is tried, in pixels beside it. @type {Choices} */
export const USUAL = { places: PLACES, distances: [1, 8, 18] };
const NEAR = [1];
/** Where a name is tried when there is no room for all. @type {Choices} */
const MORE = { places: MORE_PLACES, distances: [1, 7, 15, 25, 38] };

/**
 * The size of a name's letters within its box.
 * @param {number} width pixels
 * @param {number} font its size in pixels
 * @param {Size} box
 * @returns {Size}
 */
export function lettersOf(width, font, box) {
  return { width, height: Math.min(box.height, LETTERS * font) };
}

/**
 * Whether the names of so many partners are placed with care: each is tried in many places, and
 * kept off the lines.
 * @param {number} partners
 */
export function withCare(partners) {
  return partners <= MAX_WITH_CARE;
}

/**
 * The ids of the partners that are named: all, or of many those in sight that lie apart.
 * @param {[string, () => Point][]} partners ids with the places of their dots
 * @param {Point} size of the map
 * @param {string[]} first ids that are named in any case
 * @returns {Set<string>}
 */
export function named(partners, size, first) {
  if (partners.length <= MAX_NAMES) return new Set(partners.map(([id]) => id));
  const cells = new Set();
  const due = new Set(first);
  for (const [id, placeOf] of partners) {
    if (due.size >= MAX_NAMES) break;
    const { x, y } = placeOf();
    if (x < 0 || y < 0 || x > size.x || y > size.y) continue;
    const cell = Math.floor(x / CELL_WIDTH) + 1000 * Math.floor(y / CELL_HEIGHT);
    if (cells.has(cell)) continue;
    cells.add(cell);
    due.add(id);
  }
  return due;
}

/**
 * Whether a dot is so near to the map that it has a name there.
 * @param {Point} dot
 * @param {Point} size of the map
 */
export function isInSight(dot, size) {
  const sight = { left: -EDGE, top: -EDGE, right: size.x + EDGE, bottom: size.y + EDGE };
  return meet(square(dot, 0.5), sight);
}

/**
 * Find every name a place.
 * @param {Wanted[]} wanted those in sight
 * @param {Ground} ground
 * @returns {Arranged}
 */
export function arrange(wanted, ground) {
  const { controls, year, careful, choices, crowded } = ground;
  const usual = careful ? choices : { ...choices, distances: NEAR };
  const withYear = year ? [...controls, year] : controls;
  const tries = [
    ...(crowded && careful ? [] : [{ controls: withYear, choices: usual }]),
    ...(careful ? [{ controls: withYear, choices: MORE }] : []),
    ...(careful && year ? [{ controls, choices: MORE }] : []),
  ];
  let best = tries[0];
  let found = placesAmong(wanted, ground, best.controls, best.choices);
  const isCrowded = careful && (crowded || found.missing > 0);
  for (const one of tries.slice(1)) {
    if (found.missing === 0) break;
    const other = placesAmong(wanted, ground, one.controls, one.choices);
    if (other.missing < found.missing) [found, best] = [other, one];
  }
  const names = found.placed.flatMap((placed) => (placed ? [placed.box] : []));
  return {
    placed: found.placed,
    choices: best.choices,
    year: year !== null && best.controls === withYear,
    taken: [...names, ...found.dots, ...best.controls],
    crowded: isCrowded,
  };
}

/**
 * The places of all names among these controls, and how many are left out.
 * @param {Wanted[]} wanted
 * @param {Ground} ground
 * @param {Box[]} controls
 * @param {Choices} choices
 */
function placesAmong(wanted, { size, lines, unnamed, space }, controls, choices) {
  const ranked = [...wanted].sort((one, other) => rankOf(one) - rankOf(other));
  const dots = ranked.map((name) => ({ x: name.at.x, y: name.at.y, reach: reachOf(name) }));
  for (const { x, y } of unnamed) dots.push({ x, y, reach: REACH.dot });
  const placed = layOut(
    ranked.map(({ size, text, place, among, clear }, dot) => ({
      size,
      text,
      dot,
      before: among?.places === choices.places ? place : undefined,
      clear,
    })),
    { size, dots, controls, lines, space },
    choices,
  );
  const found = new Map(ranked.map((name, index) => [name, placed[index]]));
  return {
    placed: wanted.map((name) => found.get(name) ?? null),
    dots: dots.map((dot) => square(dot, dot.reach)),
    missing: placed.filter((one) => one === null).length,
  };
}

/**
 * Which names are placed first: the chosen, the one with the focus, the hub's, then by status; of
 * one status in the order of the data.
 * @param {Wanted} name
 */
function rankOf({ status, chosen, focused }) {
  if (chosen) return 0;
  if (focused) return 1;
  return status === undefined ? 2 : 3 + ORDER.indexOf(status);
}

/**
 * How far about its dot no name comes.
 * @param {Wanted} name
 */
function reachOf({ status, chosen }) {
  if (status === undefined) return REACH.hub;
  return chosen ? REACH.chosen : REACH.dot;
}
