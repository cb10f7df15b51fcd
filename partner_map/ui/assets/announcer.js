/**
 * Tells a screen reader in one line what the visitor's own touch or key has changed: whether the
 * timeline plays, the year in words, the city, what the filters leave, the page of a list and the
 * order of a table. Each is told once, and nothing of the years that pass while it plays.
 */

import { keyed, onChange } from "./streamlit_page.js";

const PATIENCE = 200; // milliseconds in which the page's parts have come that belong together

/**
 * The words of the first element of a selector; empty without one.
 * @param {string} selector
 */
function words(selector) {
  const [first] = document.querySelectorAll(selector);
  return first?.textContent?.trim() ?? "";
}

/** The page that each pager has turned to. */
function pagers() {
  const buttons = document.querySelectorAll('[class*="st-key-page-of-"] [aria-current]');
  return [...buttons].map((button) => button.getAttribute("aria-label") ?? button.textContent);
}

/** What the page shows of all that is told. */
function shownNow() {
  return {
    place: `${location.pathname} ${document.documentElement.lang}`,
    playing: document.querySelector(keyed("timeline-clock")) !== null,
    year: words(keyed("year-words")),
    city: words(keyed("sheet", "h2")),
    filters: words(keyed("chosen-filters", "p")),
    answer: words(keyed("answer-count")),
    empty: words(keyed("empty")) || words(keyed("no-results")),
    order: [...document.querySelectorAll(keyed("sorting", "[aria-checked=true]"))]
      .map(({ textContent }) => textContent)
      .join(", "),
    pagers: pagers().join(", "),
  };
}

/** @typedef {ReturnType<typeof shownNow>} Shown */

/**
 * What is told of a change; empty for nothing.
 * @param {Shown} before
 * @param {Shown} now
 * @param {string} read the heading that has had the focus, and was read for that
 * @param {{playing: string, paused: string}} states
 */
function changeWords(before, now, read, states) {
  if (before.place !== now.place) return ""; // the heading says where one is
  if (now.playing) return before.playing ? "" : states.playing;
  if (before.playing) return `${states.paused}. ${now.year}`;
  const parts = [];
  // What comes with the page is no change of it.
  if (before.year && before.year !== now.year) parts.push(now.year);
  if (before.city !== now.city) parts.push(now.city === read ? "" : now.city);
  if (before.answer && before.answer !== now.answer) parts.push(now.answer);
  else if (before.filters !== now.filters && before.year === now.year) {
    parts.push(now.filters || words(keyed("summary", "h2")));
  }
  if (before.empty !== now.empty) parts.push(now.empty);
  if (before.order && before.order !== now.order) parts.push(now.order);
  if (before.pagers && before.pagers !== now.pagers && parts.length === 0) parts.push(now.pagers);
  return parts.filter(Boolean).join(". ");
}

/** The story's heading while it has the focus; empty otherwise. */
function focusedHeading() {
  const { activeElement } = document;
  return activeElement?.matches(keyed("sheet", "h2")) ? (activeElement.textContent ?? "") : "";
}

/**
 * Begin to tell.
 * @param {() => {playing: string, paused: string}} states what is said of the timeline
 */
export function announceChanges(states) {
  const line = document.createElement("div");
  line.className = "unseen";
  line.setAttribute("role", "status");
  document.body.append(line);
  /** @type {Shown | undefined} */
  let told;
  let waiting = false;
  let read = "";

  function tell() {
    waiting = false;
    const now = shownNow();
    const before = told ?? now;
    told = now;
    if ("tour" in document.documentElement.dataset) return;
    const text = changeWords(before, now, read, states());
    read = "";
    if (text) line.textContent = text;
  }

  onChange(() => {
    read ||= focusedHeading();
    if (waiting) return;
    waiting = true;
    setTimeout(tell, PATIENCE);
  });
}
