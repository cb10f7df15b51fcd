/** How lines and dots are drawn by their status, on the map and in pictures. */

/**
 * @import { Point, Status } from "./types.js"
 * @typedef {{colour: string, weight: number, dash: number[]}} LineStyle
 * @typedef {{colour: string, fill: string, radius: number, weight: number}} DotStyle
 */

/** Of the lines of one status that end within so many pixels of each other one is drawn. */
const CELL = 4;

/** @type {Record<Status, LineStyle>} */
export const LINES = {
  agreement: { colour: "--agreement", weight: 2.5, dash: [] },
  suspended: { colour: "--ended", weight: 2.5, dash: [] },
  project: { colour: "--agreement", weight: 2, dash: [10, 7] },
  undated: { colour: "--agreement", weight: 2.5, dash: [1, 5] },
  contacts: { colour: "--contacts", weight: 2.5, dash: [3, 7] },
  ended: { colour: "--ended", weight: 1.5, dash: [1, 4] },
};
/** @type {Record<Status, DotStyle>} */
export const DOTS = {
  agreement: { colour: "--white", fill: "--agreement", radius: 6.25, weight: 1.5 },
  suspended: { colour: "--white", fill: "--ended", radius: 6.25, weight: 1.5 },
  project: { colour: "--white", fill: "--agreement", radius: 5, weight: 1.5 },
  undated: { colour: "--agreement", fill: "--white", radius: 5.5, weight: 2.5 },
  contacts: { colour: "--contacts", fill: "--white", radius: 5.5, weight: 2.5 },
  ended: { colour: "--ended", fill: "--white", radius: 5, weight: 2 },
};
/** Pixels by which the line of a chosen partner is wider, and the radius of its dot larger. */
export const CHOSEN_EXTRA = { line: 2.5, dot: 2 };
/** The colours of the others while one partner is chosen. @type {Record<string, string>} */
const MUTED = {
  "--agreement": "--agreement-muted",
  "--contacts": "--contacts-muted",
  "--ended": "--ended-muted",
  "--white": "--white",
};

/**
 * The style of a line while another partner is chosen.
 * @param {LineStyle} style
 * @returns {LineStyle}
 */
export function mutedLine(style) {
  return { ...style, colour: MUTED[style.colour] };
}

/**
 * The style of a dot while another partner is chosen.
 * @param {DotStyle} style
 * @returns {DotStyle}
 */
export function mutedDot(style) {
  return { ...style, colour: MUTED[style.colour], fill: MUTED[style.fill] };
}

/**
 * The cell in which a line ends.
 * @param {Point} end pixels from a fixed place
 */
export function cellOf({ x, y }) {
  return Math.round(x / CELL) * 2 ** 27 + Math.round(y / CELL);
}
