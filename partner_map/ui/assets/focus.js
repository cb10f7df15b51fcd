/**
 * Keeps the keyboard where the visitor is: beside what has gone from under it, and at the heading
 * of a page that a link led to.
 */

import { givesFile, onChange } from "./streamlit_page.js";

const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
const PATIENCE = 1_500; // milliseconds that a button may be disabled and keep the focus
const PATIENCE_FOR_FILE = 60_000;
const LANGUAGE = '[class*="st-key-language-"]';
const LANGUAGES = '[class*="st-key-languages-"]';

/**
 * What the Tab key would reach inside an element, in its order.
 * @param {Element} parent
 * @returns {HTMLElement[]}
 */
export function reachable(parent) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = parent.querySelectorAll(FOCUSABLE);
  return [...found].filter(
    (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility(),
  );
}

/** Whether what had the focus has gone, or can have it no more. */
export function isFocusLost() {
  const { activeElement } = document;
  return !activeElement || activeElement === document.body || activeElement.matches(":disabled");
}

/**
 * Give an element the focus, be it one that no key reaches by itself.
 * @param {HTMLElement} element
 */
export function focusOn(element) {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Give the heading of the page the focus. */
function focusOnHeading() {
  /** @type {HTMLElement | null} */
  const heading = document.querySelector("h1");
  if (heading) focusOn(heading);
}

/** What had the focus last, and what it lay in, the nearest first. */
class Keeper {
  constructor() {
    /** @type {HTMLElement[]} */
    this.trail = [];
    this.path = location.pathname;
    /** Whether the page that a link led to has yet to show its heading. */
    this.isArriving = false;
    /** The heading that the page had before. @type {Element | null} */
    this.left = null;
    /** The button that may soon be enabled again. @type {HTMLElement | null} */
    this.awaited = null;
    /** A button may be disabled and enabled before the next frame. */
    this.disabling = new MutationObserver(() => this.follow());
  }

  /** @param {FocusEvent} event */
  remember({ target }) {
    this.trail = [];
    for (let one = target; one instanceof HTMLElement; one = one.parentElement) {
      this.trail.push(one);
    }
    const [last] = this.trail;
    this.disabling.disconnect();
    if (last) this.disabling.observe(last, { attributes: true, attributeFilter: ["disabled"] });
  }

  /** A press beside everything is a wish to have the focus nowhere. */
  forget() {
    if (document.activeElement === document.body) this.trail = [];
  }

  /** Look whether the page has changed under the focus. */
  follow() {
    if (location.pathname !== this.path) {
      this.path = location.pathname;
      this.isArriving = true;
    }
    const heading = document.querySelector("h1");
    if (this.isArriving && heading && heading !== this.left) {
      this.isArriving = false;
      focusOnHeading();
    }
    if (!this.isArriving) this.left = heading;
    const [last] = this.trail;
    if (!last || !isFocusLost()) return;
    if (!last.isConnected) this.restore();
    else if (last.matches(":disabled")) this.wait(last);
  }

  /**
   * Give a button that is disabled for a moment, or while its file is made, the focus back.
   * @param {HTMLElement} last
   */
  wait(last) {
    if (this.awaited === last) return;
    const patience = givesFile(last) ? PATIENCE_FOR_FILE : PATIENCE;
    this.awaited = last;
    const finish = () => {
      clearTimeout(timer);
      observer.disconnect();
      this.awaited = null;
      if (this.trail[0] !== last || !isFocusLost()) return;
      if (last.matches(":enabled")) last.focus({ preventScroll: true });
      else this.restore();
    };
    const timer = setTimeout(finish, patience);
    const observer = new MutationObserver(() => {
      if (last.matches(":enabled")) finish();
    });
    observer.observe(last, { attributes: true, attributeFilter: ["disabled"] });
  }

  /** Go on beside what has gone: with its like, the first of what it lay in, or the heading. */
  restore() {
    const [last, ...around] = this.trail;
    this.trail = [];
    const language = last.closest(LANGUAGE) && document.querySelector(`${LANGUAGES} button`);
    if (language instanceof HTMLElement) {
      language.focus({ preventScroll: true });
      return;
    }
    for (const one of around) {
      if (one === document.body) break;
      const [first] = one.isConnected ? reachable(one) : [];
      if (first) {
        first.focus({ preventScroll: true });
        return;
      }
    }
    focusOnHeading();
  }
}

/** Begin to keep the focus. */
export function keepFocus() {
  const keeper = new Keeper();
  document.addEventListener("focusin", (event) => keeper.remember(event));
  document.addEventListener("pointerup", () => keeper.forget());
  onChange(() => keeper.follow());
}
