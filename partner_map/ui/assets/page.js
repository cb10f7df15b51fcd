/**
 * What neither Streamlit's settings nor its elements can do: the language of
 * the document and of single words, Streamlit's own fixed words, and addresses of its links.
 */

import { announceChanges } from "./announcer.js";
import { watchConnection } from "./connection.js";
import { giveWay } from "./first-view.js";
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
import { bringWords, fixedWords, pageWords, urlLanguage } from "./words.js";

const LANGUAGE_OF_BUTTON = /st-key-language-([a-z]{2})/;

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
  for (const button of elements('[class*="st-key-language-"] button')) {
    const holder = button.closest('[class*="st-key-language-"]');
    const code = LANGUAGE_OF_BUTTON.exec(holder?.className ?? "")?.[1] ?? "";
    if (button.lang !== code) button.lang = code;
  }
  bringWords(localize);
  const known = fixedWords();
  translateFixedWords((text) => translated(text, known));
  numberPagers();
  nameSliderOnce();
  completePageLinks();
  setLandmarks(pageWords());
  keepInTab();
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

/**
 * Streamlit opens each link of a text in another tab; ours at the foot stay in this, and so does
 * what opens another program.
 */
function keepInTab() {
  const places = `${keyed("footer", "a")}, a[href^="mailto:"], a[href^="tel:"]`;
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (elements(places));
  for (const link of links) {
    const isForeign = link.protocol.startsWith("http") && link.origin !== window.location.origin;
    if (link.target && !isForeign) link.removeAttribute("target");
  }
}

/** The light version is that of what is looked at, which the address bar says. */
function followAddress() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    elements(keyed("footer", 'a[href*="wersja-lekka"]'))
  );
  for (const link of links) {
    if (link.search !== window.location.search) link.search = window.location.search;
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
giveWay();
followStories();
coverPage();
skipToContents();
keepFocus();
leadThroughPopovers();
walkTheList();
announceChanges(pageWords);
/** Our own button hands on the address of what is shown; the server need not know of it. */
document.addEventListener(
  "click",
  (event) => {
    const button =
      event.target instanceof Element && event.target.closest(keyed("share", "button"));
    if (!button) return;
    event.stopPropagation();
    void share(document.title, window.location.href, pageWords());
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

for (const reach of ["focusin", "pointerover"]) document.addEventListener(reach, followAddress);
leaveOtherTabsToBrowser();
localize();
onChange(localize);
