/**
 * Takes the first view away once the live map is drawn at its place. Until then it is the page:
 * the other is hidden by first-view.css.
 */

import { hasFailed, hasPage, onMapDrawn, pageScroller, rowOfCity } from "./streamlit_page.js";

const PATIENCE = 15_000; // milliseconds in which the map follows the words of the live page

/** Give way when the live map is drawn, or when none will be. */
export function giveWay() {
  const view = document.getElementById("first-view");
  if (!view) return;
  let since = Number.POSITIVE_INFINITY;
  let isWatched = false;
  let isDrawn = false;
  const lastRow = view.querySelectorAll("#cities a").length - 1;
  const isWhole = () => hasPage() && (lastRow < 0 || rowOfCity(lastRow) !== null);
  const drawn = () => {
    isDrawn = true;
    if (isWhole()) handOver(view);
  };
  /** @param {number} now */
  const look = (now) => {
    if (hasPage()) since = Math.min(since, now);
    isWatched = isWatched || onMapDrawn(drawn);
    if (isDrawn) drawn();
    if (hasFailed() || now - since > PATIENCE) handOver(view);
    if (view.isConnected) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Show the live page as far down as the first view was, with the focus on the same city.
 * @param {HTMLElement} view
 */
function handOver(view) {
  if (!view.isConnected) return;
  const down = document.documentElement.scrollTop;
  const rows = [...view.querySelectorAll("#cities a")];
  const row = rows.indexOf(/** @type {Element} */ (document.activeElement));
  const hadFocus = view.contains(document.activeElement);
  view.remove();
  pageScroller()?.scrollTo({ top: down, behavior: "instant" });
  if (!hadFocus) return;
  // In the next frame, when the page is no longer hidden and can have the focus.
  requestAnimationFrame(() => (rowOfCity(row) ?? pageScroller())?.focus({ preventScroll: true }));
}
