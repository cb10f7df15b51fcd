/**
 * Streamlit's page from the inside: the only module that touches what is not ours in it.
 * - An element that our code gives a key has the class `st-key-` and the key.
 * - A slider is an input of type "range", whose attribute "value" follows the thumb at once, in
 *   a track that goes to where a pointer presses it, the only child of an element of role "group".
 * - A component of the first kind lies in an iframe of the page's origin.
 * - The application's element tells the state of its connection in `data-test-connection-state`;
 *   it comes with the first run of Streamlit's script.
 * - The page scrolls within the element `[data-testid="stMain"]`, a `main` that holds all of it;
 *   above it lies a `header`, `[data-testid="stHeader"]`, which ours leaves empty.
 * - The link `[data-testid="stSkipToContent"]` is the first of the page and goes to that element.
 * - A pager is an element of role "navigation"; each has the same name.
 * - A chart describes itself as a "visualization", in English; its tooltip is an element of its
 *   own, seen while it has the class "visible".
 * - A popover is an element of its own at the end of the page, named by its button, whose
 *   `aria-expanded` says whether it is open; a click on the button opens and closes it.
 * - Going back or forth to a URL of another page shows that page without a new load.
 * - Streamlit says words of its own, in English: on labels, and on links and buttons that hold
 *   nothing but text.
 * - A button that gives a file lies in `[data-testid="stDownloadButton"]`, and is disabled while the
 *   file is made.
 * - A link to a page has that page's path as its address, and the start's path is empty: below
 *   another page it names that one. It takes every click for its own, also one that asks for
 *   another tab.
 */

/**
 * The selector of an element by the key that our code gives it.
 * @param {string} key
 * @param {string} [inside] a selector of what is meant inside it
 */
export function keyed(key, inside = "") {
  return `.st-key-${key} ${inside}`.trim();
}

const YEAR_SLIDER = keyed("year-slider", "input[type=range]");

/** The year that the timeline's slider shows; null where there is none. */
export function sliderYear() {
  const slider = /** @type {HTMLInputElement | null} */ (document.querySelector(YEAR_SLIDER));
  return slider && Number(slider.value);
}

/** Say the name of the timeline's slider once: its group has the same, and its thumb both. */
export function nameSliderOnce() {
  const slider = document.querySelector(YEAR_SLIDER);
  slider?.removeAttribute("aria-labelledby");
  slider?.closest("[role=group]")?.removeAttribute("aria-label");
}

/** What holds the timeline; null where there is none. @returns {HTMLElement | null} */
export function timeline() {
  return document.querySelector(keyed("timeline"));
}

/**
 * Call when the timeline's slider shows another year.
 * @param {() => void} act
 */
export function onSliderYear(act) {
  new MutationObserver((changes) => {
    const isSlider = changes.some(
      ({ target }) => target instanceof Element && target.matches(YEAR_SLIDER),
    );
    if (isSlider) act();
  }).observe(document.body, { attributes: true, attributeFilter: ["value"], subtree: true });
}

const APPLICATION = "[data-test-connection-state]";
const CONNECTED = "CONNECTED";

/** Whether the page is connected to its server, or its script has not come to try. */
export function isConnected() {
  const application = document.querySelector(APPLICATION);
  return !application || application.getAttribute("data-test-connection-state") === CONNECTED;
}

/**
 * Call when the page's connection may have changed.
 * @param {() => void} act
 */
export function onConnection(act) {
  new MutationObserver(act).observe(document.body, {
    attributes: true,
    attributeFilter: ["data-test-connection-state"],
    subtree: true,
  });
}

/**
 * Take a click above the track of the timeline's slider for one on it.
 * @param {MouseEvent} click
 */
export function pressSlider({ target, clientX }) {
  if (!(target instanceof Element)) return;
  const group = target.closest(keyed("year-slider"))?.querySelector("[role=group]");
  const track = group?.firstElementChild;
  if (!track || group?.contains(target)) return;
  const { top } = track.getBoundingClientRect();
  const press = { bubbles: true, pointerId: 1, pointerType: "touch", clientX, clientY: top };
  track.dispatchEvent(new PointerEvent("pointerdown", press));
  track.dispatchEvent(new PointerEvent("pointerup", press));
}

/**
 * Show another page of ours as a step back or forth would.
 * @param {string} href
 */
export function goTo(href) {
  window.history.pushState({}, "", href);
  window.dispatchEvent(new PopStateEvent("popstate"));
}

/**
 * What scrolls when a visitor scrolls the page; null before it is there.
 * @returns {HTMLElement | null}
 */
export function pageScroller() {
  return document.querySelector('[data-testid="stMain"]');
}

/** Streamlit's own header; null before it is there. */
export function streamlitHeader() {
  return document.querySelector('[data-testid="stHeader"]');
}

/**
 * Call when the link past the header is followed; where the call gives false Streamlit goes its way.
 * @param {() => boolean} act
 */
export function onSkip(act) {
  document.addEventListener(
    "click",
    (event) => {
      const { target } = event;
      if (!(target instanceof Element) || !target.closest('[data-testid="stSkipToContent"]'))
        return;
      if (!act()) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}

/** Number the pagers after the first, so that each has a name of its own. */
export function numberPagers() {
  const pagers = document.querySelectorAll('[class*="st-key-page-of-"] [role="navigation"]');
  for (const [place, pager] of pagers.entries()) {
    const [word] = /^\D*\b/.exec(pager.getAttribute("aria-label") ?? "") ?? [""];
    const name = place ? `${word.trim()} ${place + 1}` : word.trim();
    if (word && pager.getAttribute("aria-label") !== name) pager.setAttribute("aria-label", name);
  }
}

/** The window of the explorer's map; null where there is none. */
export function mapWindow() {
  const frame = /** @type {HTMLIFrameElement | null} */ (
    document.querySelector(keyed("explorer", "iframe"))
  );
  return frame?.contentWindow ?? null;
}

/** Whether the live page stands: its list or sheet, and its foot, which comes last. */
export function hasPage() {
  const parts = [keyed("footer", "li"), keyed("aside", "h2")];
  return parts.every((part) => document.querySelector(part) !== null);
}

/**
 * Call once the explorer's map is drawn, or says that it cannot be.
 * @param {() => void} act
 * @returns {boolean} whether there is a map that will say so
 */
export function onMapDrawn(act) {
  const map = mapWindow()?.document.querySelector(".leaflet-container");
  if (!map) return false;
  if (map.hasAttribute("data-ready")) act();
  else new MutationObserver(act).observe(map, { attributeFilter: ["data-ready"] });
  return true;
}

/** Whether the page says that it cannot show what was asked for. */
export function hasFailed() {
  return document.querySelector('[data-testid="stAlert"]') !== null;
}

/**
 * Whether a button gives a file.
 * @param {Element} button
 */
export function givesFile(button) {
  return button.closest('[data-testid="stDownloadButton"]') !== null;
}

/**
 * A city's row in the list; null where there is no such row.
 * @param {number} place counted from 0
 * @returns {HTMLElement | null}
 */
export function rowOfCity(place) {
  const rows = document.querySelectorAll('[class*="st-key-cities-"] button');
  return /** @type {HTMLElement | undefined} */ (rows[place]) ?? null;
}

/**
 * Say Streamlit's own words otherwise.
 * @param {(text: string) => string} translated
 */
export function translateFixedWords(translated) {
  for (const element of document.querySelectorAll("[aria-label]")) {
    const label = element.getAttribute("aria-label") ?? "";
    const text = translated(label);
    if (text !== label) element.setAttribute("aria-label", text);
  }
  const plain = document.querySelectorAll("body a:not(:has(*)), body button:not(:has(*))");
  for (const element of plain) {
    const text = translated(element.textContent ?? "");
    if (text !== element.textContent) element.textContent = text;
  }
}

export const CHART = '[data-testid="stVegaLiteChart"]';
export const CHART_TOOLTIP = "#vg-tooltip-element";
export const POPOVER_BUTTON = '[data-testid="stPopoverButton"]';
export const POPOVER = '[data-testid="stPopoverBody"]';

/** The popover that is open; null without one. @returns {HTMLElement | null} */
export function openPopover() {
  return document.querySelector(POPOVER);
}

/** Close the open popover, and give its button the focus. */
export function closePopover() {
  /** @type {HTMLElement | null} */
  const button = document.querySelector(`${POPOVER_BUTTON}[aria-expanded="true"]`);
  button?.focus();
  button?.click();
}

const PAGE_LINK = '[data-testid="stPageLink-NavLink"]';

/** Give each link to the start an address that is the start's wherever the link stands. */
export function completePageLinks() {
  for (const link of document.querySelectorAll(PAGE_LINK)) {
    const address = link.getAttribute("href") ?? "";
    if (/^(\?|$)/.test(address)) link.setAttribute("href", `./${address}`);
  }
}

/** Leave a click that asks for another tab or window to the browser. */
export function leaveOtherTabsToBrowser() {
  window.addEventListener(
    "click",
    (event) => {
      const asks = event.ctrlKey || event.metaKey || event.shiftKey;
      if (asks && event.target instanceof Element && event.target.closest(PAGE_LINK)) {
        event.stopPropagation();
      }
    },
    true,
  );
}

/**
 * Call before the next frame whenever the page has changed, once however much did.
 * @param {() => void} act
 */
export function onChange(act) {
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      act();
    });
  }).observe(document.documentElement, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["aria-label", "href"],
  });
}
