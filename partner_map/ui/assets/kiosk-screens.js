/** What the kiosk lays over the page: the question, the veil, and the tour's shield. */

const PATIENCE = 5_000; // milliseconds for the start to come back after the tour

/** @import { KioskWords } from "./types.js" */

/**
 * An element with a class and a text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} text
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * Close an overlay when the touch that ends it is over, so that nothing below is pressed.
 * @param {HTMLElement} overlay
 * @param {() => void} close
 */
function closeAfterTouch(overlay, close) {
  overlay.classList.add("closing");
  const finish = () => {
    overlay.removeEventListener("click", finish);
    clearTimeout(timer);
    overlay.classList.remove("closing");
    close();
  };
  const timer = setTimeout(finish, 400);
  overlay.addEventListener("click", finish);
}

/** "Are you still here?", with the seconds that are left. */
export class Question {
  constructor() {
    this.box = element("dialog", "kiosk kiosk-question", "");
    this.box.setAttribute("role", "alertdialog");
    this.box.setAttribute("aria-labelledby", "kiosk-question");
    this.title = element("h2", "", "");
    this.title.id = "kiosk-question";
    this.left = element("p", "", "");
    this.button = element("button", "", "");
    this.button.type = "button";
    this.box.append(this.title, this.left, this.button);
    document.body.append(this.box);
  }

  /**
   * Ask, or count on.
   * @param {KioskWords} words
   * @param {number} seconds whole ones, left
   */
  show(words, seconds) {
    this.title.textContent = words.still_here;
    this.left.textContent = words.returning.replace("{seconds}", String(seconds));
    this.button.textContent = words.here;
    if (!this.box.open) this.box.showModal();
  }

  /** Take the question back. */
  hide() {
    if (this.box.open) closeAfterTouch(this.box, () => this.box.close());
  }
}

/** The calm sheet over all while the page starts or the server is away. */
export class Veil {
  constructor() {
    this.box = element("dialog", "kiosk kiosk-veil", "");
    this.box.setAttribute("aria-live", "polite");
    this.title = element("h2", "", "");
    this.more = element("p", "", "");
    this.box.append(this.title, this.more);
    this.box.addEventListener("cancel", (event) => event.preventDefault());
    document.body.append(this.box);
  }

  /**
   * Cover everything, Streamlit's own messages too.
   * @param {KioskWords} words
   */
  show(words) {
    this.title.textContent = words.away;
    this.more.textContent = words.away_more;
    document.documentElement.dataset.veiled = "true";
    if (!this.box.open) this.box.showModal();
  }

  /** Show the page again. */
  hide() {
    delete document.documentElement.dataset.veiled;
    if (this.box.open) this.box.close();
  }
}

/** The clear sheet over the touring page that takes the first touch, with the invitation. */
export class Shield {
  /** @param {Record<string, KioskWords>} words by language */
  constructor(words) {
    this.box = element("div", "kiosk kiosk-shield", "");
    this.box.hidden = true;
    const invitation = element("p", "", "");
    for (const [language, { touch }] of Object.entries(words)) {
      const text = element("span", "", touch);
      text.lang = language;
      invitation.append(text);
    }
    this.box.append(invitation);
    document.body.append(this.box);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Lay it over the page. */
  show() {
    this.box.hidden = false;
    document.documentElement.dataset.tour = "true";
  }

  /** The invitation goes at once; what lies below can be touched when the start is back. */
  fade() {
    delete document.documentElement.dataset.tour;
    this.box.classList.add("closing");
    this.timer = setTimeout(() => this.remove(), PATIENCE);
  }

  /** Take it away. */
  remove() {
    clearTimeout(this.timer);
    this.box.hidden = true;
    this.box.classList.remove("closing");
  }
}
