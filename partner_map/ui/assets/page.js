/**
 * What neither Streamlit's settings nor its elements can do: the language of
 * the document and of single words, Streamlit's own fixed words, and addresses of its links.
 */

import { announceChanges } from "./announcer.js";
import { watchConnection } from "./connection.js";
import { keepFocus } from "./focus.js";
import { keepHistoryShort } from "./history.js";
import { coverPage, setLandmarks, skipToContents } from "./landmarks.js";
import { walkTheList } from "./list-keys.js";
import { markUp } from "./markup.js";
import { nameDocument } from "./name.js";
import { keepPaper } from "./paper.js";
import { leadThroughPopovers } from "./popovers.js";
import { share } from "./share.js";
import "./slider.js";
import { followStories } from "./story.js";
import {
  completePageLinks,
  goTo,
  keyed,
  leaveOtherTabsToBrowser,
  nameSliderOnce,
  numberPagers,
  onChange,
  translateFixedWords,
} from "./streamlit_page.js";

/** @import { PageWords } from "./types.js" */

/**
 * Streamlit's words in the same order for each language, the default first.
 * @type {Record<string, string[]>}
 */
const WORDS = JSON.parse(document.getElementById("fixed-words")?.textContent ?? "{}");
const LANGUAGES = Object.keys(WORDS);
/**
 * What the page's scripts say themselves.
 * @type {Record<string, PageWords>}
 */
const OWN_WORDS = JSON.parse(document.getElementById("page-words")?.textContent ?? "{}");

/** The language that the URL asks for, or the default. */
function urlLanguage() {
  const asked = new URLSearchParams(window.location.search).get("lang");
  return asked !== null && LANGUAGES.includes(asked) ? asked : LANGUAGES[0];
}

/**
 * From each fixed word of the other languages to this language's.
 * @param {string} language
 */
function dictionary(language) {
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const other of LANGUAGES) {
    if (other === language) continue;
    for (const [place, word] of WORDS[other].entries()) known.set(word, WORDS[language][place]);
  }
  return known;
}

/**
 * The text with a fixed word, or one followed by a number, put into the language.
 * @param {string} text
 * @param {Map<string, string>} known
 */
function translated(text, known) {
  const [, word = "", number = ""] = /^(.*?)(\s+\d+)?$/s.exec(text.trim()) ?? [];
  const other = known.get(word);
  return other === undefined ? text : other + number;
}

/** Bring the whole document into the URL's language. */
function localize() {
  const language = urlLanguage();
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  for (const code of LANGUAGES) {
    for (const button of elements(keyed(`language-${code}`, "button"))) {
      if (button.lang !== code) button.lang = code;
    }
  }
  const known = dictionary(language);
  translateFixedWords((text) => translated(text, known));
  numberPagers();
  nameSliderOnce();
  completePageLinks();
  setLandmarks(OWN_WORDS[language]);
  keepFooterInTab();
  markCurrentPage();
  markUp();
  nameDocument();
  keepPaper();
}

/** Say which link of the header leads to the page that is shown. */
function markCurrentPage() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (elements(keyed("header", "a")));
  for (const link of links) {
    const current = link.pathname === window.location.pathname ? "page" : null;
    if (link.getAttribute("aria-current") === current) continue;
    if (current) link.setAttribute("aria-current", current);
    else link.removeAttribute("aria-current");
  }
}

/** Streamlit opens each link of a text in another tab; at the foot ours and mail stay in this. */
function keepFooterInTab() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (elements(keyed("footer", "a")));
  for (const link of links) {
    const isOurs = link.origin === window.location.origin || link.protocol === "mailto:";
    if (link.target && isOurs) link.removeAttribute("target");
  }
}

/**
 * The elements of a selector.
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
function elements(selector) {
  return document.querySelectorAll(selector);
}

/** Our own button opens the browser's own dialogue for printing. */
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest(keyed("print", "button"))) window.print();
});

keepHistoryShort(window);
watchConnection();
followStories();
coverPage();
skipToContents();
keepFocus();
leadThroughPopovers();
walkTheList();
announceChanges(() => OWN_WORDS[urlLanguage()]);
/** Our own button hands on the address of what is shown; the server need not know of it. */
document.addEventListener(
  "click",
  (event) => {
    const button =
      event.target instanceof Element && event.target.closest(keyed("share", "button"));
    if (!button) return;
    event.stopPropagation();
    void share(document.title, window.location.href, OWN_WORDS[urlLanguage()]);
  },
  true,
);

/** A plain click on a link to a page shows it here; any other is the browser's. */
document.addEventListener("click", (event) => {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(target instanceof Element) || button || ctrlKey || metaKey || shiftKey || altKey) return;
  const link = target.closest(`${keyed("sheet", "a[href]")}, ${keyed("footer", "a[href]")}`);
  if (!(link instanceof HTMLAnchorElement) || !isPage(link)) return;
  event.preventDefault();
  goTo(link.href);
});

/**
 * Whether a link leads to one of the pages that the header names.
 * @param {HTMLAnchorElement} link
 */
function isPage({ origin, pathname }) {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (elements(keyed("header", "a")));
  return [...links].some((one) => one.origin === origin && one.pathname === pathname);
}

leaveOtherTabsToBrowser();
localize();
onChange(localize);
