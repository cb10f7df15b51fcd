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
const TAG = /^\u{E0001}([\u{E0020}-\u{E007E}]+)/u; // see in_language of ui/markdown.py
const TAG_LETTERS = 0xe0000;
const SIGN = /\([a-z]{2}\)$/; // that the text had to be told in another language
/** What an emphasis said when it was given its language: it may come to say something else. */
const tagged = /** @type {WeakMap<Element, string | null>} */ (new WeakMap());
const PARTS = '[class*="-in-"]'; // the key of a part says its language, see ui/data/clerk.py
const LANGUAGE_OF_PART = /st-key-[a-z]+-in-([a-z]{2})(?= |$)/;
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
  for (const part of document.querySelectorAll(PARTS)) {
    const language = LANGUAGE_OF_PART.exec(part.className)?.[1];
    if (language) setAttribute(part, "lang", language);
  }
  document.querySelectorAll("em").forEach(tellLanguage);
  for (const column of document.querySelectorAll(keyed("data", "tbody th code"))) {
    const language = LANGUAGE_OF_COLUMN.exec(column.textContent ?? "")?.[1];
    const example = column.closest("tr")?.querySelector("td code");
    if (language && language !== ANY_LANGUAGE && example) setAttribute(example, "lang", language);
  }
}

/**
 * Make an attribute of the language with which an emphasis begins.
 * @param {Element} emphasis
 */
function tellLanguage(emphasis) {
  const text = document.createTreeWalker(emphasis, NodeFilter.SHOW_TEXT).nextNode();
  if (text?.parentElement?.closest("em") !== emphasis) return; // it is told to one within
  const [tag = "", letters = ""] = TAG.exec(text?.nodeValue ?? "") ?? [];
  if (text && tag) {
    const language = String.fromCodePoint(
      ...Array.from(letters, (letter) => (letter.codePointAt(0) ?? 0) - TAG_LETTERS),
    );
    text.nodeValue = (text.nodeValue ?? "").slice(tag.length);
    tagged.set(emphasis, emphasis.textContent);
    setAttribute(emphasis, "lang", language);
    if (SIGN.test(emphasis.textContent ?? "")) {
      setAttribute(emphasis, "title", languageName(language));
    } else emphasis.removeAttribute("title");
  } else if (tagged.has(emphasis) && tagged.get(emphasis) !== emphasis.textContent) {
    tagged.delete(emphasis);
    emphasis.removeAttribute("lang");
    emphasis.removeAttribute("title");
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
