/** The small timeline of a step: agreements and events by year, and where the step stands. */

import { element } from "./dom.js";

/** @import { Timeline } from "./types.js" */

const AXIS = 10; // years between two figures

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
  for (let at = Math.ceil(first / AXIS) * AXIS; at <= last; at += AXIS) {
    add("figure", at, String(at));
  }
  return all;
}
