/**
 * Brings a chosen city's story to who chose it: where it lies below the map it comes into sight,
 * and the focus that went with the list's row goes to its heading. The way back leads to the
 * place, and to the row, that was left.
 */

import { focusOn, isFocusLost } from "./focus.js";
import { keyed, onChange, pageScroller } from "./streamlit_page.js";

const STACKED = window.matchMedia("(max-width: 60rem), (orientation: portrait)");
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");
const PATIENCE = 3_000; // milliseconds in which the list has come that was left
const ASIDE = keyed("aside");
const ROW = keyed("aside", "[role=radio]");
const HEADING = keyed("sheet", "h2");

/** @returns {HTMLElement | null} */
function heading() {
  return document.querySelector(HEADING);
}

/** Whether the address names a city; the server takes away one that is none. */
function hasCity() {
  return new URLSearchParams(window.location.search).has("city");
}

class Story {
  constructor() {
    /** The city whose story is told; null for none. @type {string | null | undefined} */
    this.city = undefined; // until the page stands: what a link names was not chosen on it
    this.leftAt = 0; // pixels
    /** The city whose row has not come yet, until when, and whether it is to have the focus. */
    this.awaited = { city: "", until: 0, takesFocus: false };
  }

  /** Look whether another story is told, or none any more. */
  follow() {
    if (!document.querySelector(ASIDE)) return;
    if (this.awaited.city) this.goBack();
    const before = this.city;
    const found = heading();
    // The card may come before the story that the address names.
    if (before === undefined && !found && hasCity()) return;
    this.city = found?.textContent ?? null;
    if (before === undefined || this.city === before) return;
    if (found) this.open(found, before === null);
    else if (before !== null) this.close(before);
  }

  /**
   * @param {HTMLElement} found the story's heading
   * @param {boolean} first whether the list was left for it
   */
  open(found, first) {
    this.giveUp();
    if (first) this.leftAt = pageScroller()?.scrollTop ?? 0;
    document.querySelector(ASIDE)?.scrollTo(0, 0);
    // The row that led here may still stand for some frames.
    if (isFocusLost() || document.activeElement?.matches(ROW)) focusOn(found);
    if (!STACKED.matches || document.documentElement.dataset.mode) return;
    const behavior = STILL.matches ? "auto" : "smooth";
    document.querySelector(keyed("sheet"))?.scrollIntoView({ behavior, block: "start" });
  }

  /** @param {string} city whose story was told */
  close(city) {
    // What closed the story may still stand for some frames; once it goes, its focus goes elsewhere.
    const takesFocus = isFocusLost() || Boolean(document.activeElement?.closest(ASIDE));
    this.awaited = { city, until: performance.now() + PATIENCE, takesFocus };
    this.goBack();
  }

  /** Whoever does something else meanwhile is not led back. */
  giveUp() {
    this.awaited.city = "";
  }

  /** Lead to the place that was left; its row may come after the story has gone. */
  goBack() {
    const { city, until, takesFocus } = this.awaited;
    const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(ROW));
    const row = [...rows].find(({ textContent }) => textContent?.startsWith(city));
    if (row || performance.now() > until) this.giveUp();
    if (performance.now() > until) return;
    if (STACKED.matches) pageScroller()?.scrollTo(0, this.leftAt);
    if (takesFocus) row?.focus({ preventScroll: true });
  }
}

/** Begin to follow the stories. */
export function followStories() {
  const story = new Story();
  onChange(() => story.follow());
  for (const act of ["keydown", "pointerdown", "wheel"]) {
    document.addEventListener(act, () => story.giveUp(), { passive: true });
  }
}
