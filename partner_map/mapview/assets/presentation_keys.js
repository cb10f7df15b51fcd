/** What the presentation's keys ask for. */

/** @import { Action } from "./presentation_bar.js" */

const OFF = "presentationSingleKeysOff"; // in the visit's storage

/**
 * What each key does; letters in small.
 * @type {Record<string, Action>}
 */
const KEYS = {
  PageDown: "next",
  " ": "next",
  ArrowRight: "next",
  ArrowDown: "next",
  PageUp: "back",
  ArrowLeft: "back",
  ArrowUp: "back",
  Home: "first",
  End: "last",
  b: "blank",
  ".": "blank",
  f: "full",
  F5: "start",
  "?": "help",
  Escape: "escape",
};

/** The keys, of which those of a single character can be switched off for the visit. */
export class Keys {
  constructor() {
    /** The figures that were typed of a step's number. */
    this.number = "";
    /** Whether a letter, a figure or a mark does anything (WCAG 2.1.4). */
    this.single = !storage()?.getItem(OFF);
  }

  /**
   * What a key asks for; the figures of a number wait for Enter.
   * @param {{key: string, shiftKey: boolean}} event
   * @returns {Action | undefined}
   */
  actionOf({ key, shiftKey }) {
    if (!this.single && key.length === 1 && key !== " ") return undefined;
    if (/^\d$/.test(key)) {
      this.number += key;
      return "number";
    }
    if (key === "Enter" && this.number) return "typed";
    this.number = "";
    if (key === " " && shiftKey) return "back";
    if (key === "F5" && shiftKey) return "full"; // a clicker's "from the present step"
    return KEYS[key.length === 1 ? key.toLowerCase() : key];
  }

  /** The number that was typed, which then counts no more; 0 for none. */
  takeNumber() {
    const number = Number(this.number);
    this.number = "";
    return number;
  }

  /**
   * Switch the keys of a single character on or off, for the whole visit.
   * @param {boolean} on
   */
  useSingle(on) {
    this.single = on;
    this.number = "";
    if (on) storage()?.removeItem(OFF);
    else storage()?.setItem(OFF, "true");
  }
}

/** The visit's own storage; null where the browser gives none, as to some files. */
function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
