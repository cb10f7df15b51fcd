/**
 * Tells the server when the year that it shows has stood for its time: the next one is due, or
 * the years have come to rest. A year begins to stand when its answer is there, so that none is
 * skipped on a slow line.
 */

/** @import { ComponentArguments } from "./types.js" */

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** @param {ComponentArguments<{year: number, seconds: number}>} component */
export default function ({ data, setTriggerValue }) {
  // It runs again with another year, without a cleanup in between.
  clearTimeout(timer);
  timer = setTimeout(() => setTriggerValue("over", data.year), data.seconds * 1000);
  return () => clearTimeout(timer);
}
