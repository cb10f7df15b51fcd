/** The arrow keys in the list of cities. */

import { keyed } from "./streamlit_page.js";

/** Let all arrow keys go through the list of cities, whose rows lie below each other. */
export function walkTheList() {
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !target.closest(keyed("aside", "[role=radiogroup]"))) {
      return;
    }
    /** @type {HTMLElement[]} */
    const rows = [...(target.closest("[role=radiogroup]")?.querySelectorAll("button") ?? [])];
    const place = rows.indexOf(target);
    const next = {
      ArrowDown: (place + 1) % rows.length,
      ArrowUp: (place - 1 + rows.length) % rows.length,
      Home: 0,
      End: rows.length - 1,
    }[key];
    if (next === undefined) return;
    event.preventDefault();
    rows[next].focus();
  });
}
