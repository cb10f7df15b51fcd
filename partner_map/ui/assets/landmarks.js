/**
 * The landmarks of the page, which a screen reader goes through: banner, navigation, main and
 * contentinfo, each where its contents are.
 */

import { setAttribute, setAttributeOfAll } from "./attributes.js";
import { focusOn } from "./focus.js";
import { keyed, onSkip, pageScroller, streamlitHeader } from "./streamlit_page.js";

/** @import { PageWords } from "./types.js" */

const CONTENTS = ["explorer", "exchanges", "data", "unavailable"].map((key) => keyed(key)).join();
const LANGUAGES = '[class*="st-key-languages-"]';
const LANGUAGE_MENU = `${LANGUAGES} button`;
const LANGUAGE_ON = /st-key-languages-([a-z]{2})/;

/**
 * Give the page its landmarks.
 * @param {PageWords} words
 */
export function setLandmarks(words) {
  // Streamlit has an empty banner, and one main part that holds the header and the footer too.
  streamlitHeader()?.setAttribute("role", "none");
  const whole = pageScroller();
  if (whole) {
    whole.setAttribute("role", "group");
    whole.tabIndex = -1; // the arrow keys scroll it from whatever in it has the focus
  }
  setAttributeOfAll(keyed("header"), "role", "banner");
  for (const key of ["pages", "menu"]) {
    setAttributeOfAll(keyed(key), "role", "navigation"); // one of them is seen
    setAttributeOfAll(keyed(key), "aria-label", words.pages);
  }
  setAttributeOfAll(keyed("kiosk-bar"), "role", "navigation");
  setAttributeOfAll(keyed("kiosk-bar"), "aria-label", words.back);
  for (const button of document.querySelectorAll(LANGUAGE_MENU)) {
    const code = LANGUAGE_ON.exec(button.closest(LANGUAGES)?.className ?? "")?.[1] ?? "";
    const language = button.querySelector("p")?.textContent ?? "";
    setAttribute(button, "data-code", code); // what is seen of it on a phone
    setAttribute(button, "aria-label", `${words.languages}${words.colon}${language} (${code})`);
  }
  setAttributeOfAll(CONTENTS, "role", "main");
  setAttributeOfAll(keyed("footer"), "role", "contentinfo");
}

/** Keep everybody from a page over which a presentation lies, with landmarks of its own. */
export function coverPage() {
  const cover = () => {
    const root = document.getElementById("root");
    if (root) root.inert = document.querySelector("body > .presentation") !== null;
  };
  new MutationObserver(cover).observe(document.body, { childList: true });
}

/** Let the skip link pass the header. */
export function skipToContents() {
  onSkip(() => {
    const contents = /** @type {HTMLElement | null} */ (document.querySelector(CONTENTS));
    if (!contents) return false;
    focusOn(contents);
    return true;
  });
}
