/** The small timeline of a step: agreements and events by year, and where the step stands. */

import { element } from "./dom.js";

/** @import { Timeline } from "./types.js" */

const AXES = [10, 20, 50]; // years between two figures
const MAX_FIGURES = 5;

/**
 * The timeline with a year marked; for eyes alone, as the step says it in words.
 * @param {Timeline} timeline
 * @param {number} year
 */
export function timelineOf({ first, last, marks, bars }, year) {
  const most = Math.max(1, ...bars.map(([, events]) => events));
  /** @param {number} at */
  const place = (at) => `${(100 * (at - first + 0.5)) / (last - first + 1)}%`;
  const all = element("div", "step-timeline", "");
  all.setAttribute("aria-hidden", "true");
  /**
   * @param {string} className
   * @param {number} at
   * @param {string} [text]
   */
  const add = (className, at, text = "") => {
    const made = element("span", className, text);
    made.style.left = place(at);
    all.append(made);
    return made;
  };
  add("now", year).style.width = `${100 / (last - first + 1)}%`;
  for (const [at, events] of bars) add("bar", at).style.setProperty("--bar", `${events / most}`);
  /** @type {Map<number, number>} how many dots stand over a year */
  const stacks = new Map();
  for (const { at } of marks) {
    const column = Math.floor(at + 0.495); // a date of late December is of its own year
    const row = stacks.get(column) ?? 0;
    stacks.set(column, row + 1);
    add("dot", column).style.setProperty("--row", String(row));
  }
  for (const at of yearsOfAxis(first, last)) add("figure", at, String(at));
  return all;
}

/**
 * The round years that are written below a timeline, few enough to stand apart.
 * @param {number} first
 * @param {number} last
 */
export function yearsOfAxis(first, last) {
  const step = AXES.find((years) => (last - first) / years <= MAX_FIGURES) ?? 100;
  const start = Math.ceil(first / step) * step;
  const count = Math.max(0, Math.floor((last - start) / step) + 1);
  return Array.from({ length: count }, (_, place) => start + place * step);
}
