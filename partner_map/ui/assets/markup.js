/**
 * Roles and names that neither Streamlit's elements nor its Markdown give: the heads of rows, what
 * scrolls sideways, the chart's own, and examples in another language.
 */

import { setAttribute, setAttributeOfAll } from "./attributes.js";
import { CHART, CHART_TOOLTIP, keyed } from "./streamlit_page.js";

const ROWS = [
  keyed("matrix", "tbody td:first-child"),
  keyed("exchange-table", "tbody td:first-child"),
  keyed("print-sheet", "tbody td:first-child"),
].join();
const LANGUAGE_OF_TEXT = /\(([a-z]{2})\)$/; // the sign of a text that is not in the page's
const ANY_LANGUAGE = "xx"; // of the columns that are told as one
const LANGUAGE_OF_COLUMN = /_([a-z]{2})$/;

/** Mark up what has come since. */
export function markUp() {
  setAttributeOfAll(ROWS, "role", "rowheader");
  for (const scroller of document.querySelectorAll(keyed("matrix", "> *"))) {
    setAttribute(scroller, "tabindex", "0");
    setAttribute(scroller, "role", "region");
    setAttribute(scroller, "aria-label", headingBefore(scroller));
  }
  for (const chart of document.querySelectorAll(CHART)) {
    setAttribute(chart, "role", "img");
    for (const part of [chart, ...chart.querySelectorAll("[aria-roledescription]")]) {
      part.removeAttribute("aria-roledescription");
    }
  }
  for (const text of document.querySelectorAll("em")) {
    const language = LANGUAGE_OF_TEXT.exec(text.textContent ?? "")?.[1];
    if (!language) continue;
    setAttribute(text, "lang", language);
    setAttribute(text, "title", languageName(language));
  }
  for (const column of document.querySelectorAll(keyed("data", "tbody th code"))) {
    const language = LANGUAGE_OF_COLUMN.exec(column.textContent ?? "")?.[1];
    const example = column.closest("tr")?.querySelector("td code");
    if (language && language !== ANY_LANGUAGE && example) setAttribute(example, "lang", language);
  }
}

/**
 * What a language is called in that of the page.
 * @param {string} code
 */
function languageName(code) {
  const names = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });
  return names.of(code) ?? code;
}

/**
 * The words of the last heading before an element.
 * @param {Element} element
 */
function headingBefore(element) {
  const before = [...document.querySelectorAll("h2")].filter(
    (heading) => element.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING,
  );
  return before.at(-1)?.textContent ?? "";
}

/** Let Escape take the chart's tooltip away (WCAG 1.4.13). */
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") document.querySelector(CHART_TOOLTIP)?.classList.remove("visible");
});
