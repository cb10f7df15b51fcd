/**
 * The presentation: draws one of its steps at a time, by itself, so that a key needs no
 * server. The page and the exported file open the same one.
 */

import { element } from "./dom.js";
import { keepAwake } from "./presentation_awake.js";
import { Bar } from "./presentation_bar.js";
import { Keys } from "./presentation_keys.js";
import { PresentationMap } from "./presentation_map.js";
import { addHandout, showStep } from "./presentation_text.js";

/**
 * @import { Action } from "./presentation_bar.js"
 * @import { Contents, PresentationSettings } from "./types.js"
 */

const PACES = [5, 10, 20, 30]; // seconds
const SWIPE = 50; // pixels
const WRITE_PERIOD = 500; // milliseconds in which the URL is written once at most
const REFUSED_PERIOD = 1000; // milliseconds until a write that was refused is tried again
const WAY = "presentationWay"; // in the state of a history's entry that a way through steps made

/**
 * Open the presentation in an element.
 * @param {HTMLElement} parent
 * @param {Contents} contents
 * @param {PresentationSettings} settings
 */
export function openPresentation(parent, contents, settings) {
  return new Presentation(parent, contents, settings);
}

class Presentation {
  /**
   * @param {HTMLElement} parent
   * @param {Contents} contents
   * @param {PresentationSettings} settings
   */
  constructor(parent, contents, settings) {
    this.contents = contents;
    this.settings = settings;
    this.pace = 1;
    this.index = 0;
    this.keys = new Keys();
    this.language = Object.keys(contents)[0];
    /** Whether the present step has been on the screen. */
    this.painted = true;
    this.path = location.pathname;
    this.written = -WRITE_PERIOD; // when the URL was last written, in milliseconds
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.writing = undefined;
    /** @type {ReturnType<typeof setInterval> | undefined} */
    this.timer = undefined;
    this.stopping = new AbortController();
    this.root = element("div", "presentation", "");
    this.mapBox = element("div", "presentation-map", "");
    this.text = element("section", "presentation-text", "");
    this.text.setAttribute("aria-live", "polite");
    this.text.setAttribute("aria-atomic", "true");
    const main = element("main", "presentation-main", "");
    main.append(this.text, this.mapBox);
    this.blankSheet = element("div", "presentation-blank", "");
    this.blankSheet.hidden = true;
    this.blankSheet.setAttribute("role", "status");
    this.bar = new Bar(
      {
        act: (action) => this.act(action),
        play: () => this.play(),
        changePace: () => this.changePace(),
        changeLanguage: (language) => this.changeLanguage(language),
        leave: settings.leave,
      },
      this.keys,
      settings,
    );
    const { element: bar, help, choice } = this.bar;
    this.root.append(main, bar, help, choice, this.blankSheet);
    this.handout = element("div", "presentation-handout", "");
    parent.append(this.root, this.handout);
    document.documentElement.classList.add("presenting");
    keepAwake(this.stopping.signal);
    this.readUrl();
    const { partners } = this.content;
    this.map = new PresentationMap(this.mapBox, settings.basemap, partners, (id) => this.goTo(id));
    this.speak(this.language);
    this.listen();
    this.text.focus({ preventScroll: true });
    const weights = [400, 600, 700].map((weight) => `${weight} 24px "Source Sans"`);
    Promise.allSettled(weights.map((font) => document.fonts.load(font))).then(() => {
      if (this.stopping.signal.aborted) return;
      this.map.measureAgain();
      this.draw(false);
    });
  }

  get content() {
    return this.contents[this.language];
  }

  get steps() {
    return this.content.steps;
  }

  get seconds() {
    return PACES[this.pace];
  }

  get hasHash() {
    return this.settings.url === "hash";
  }

  /** Take the step and the language from the URL; what makes no sense is the start. */
  readUrl() {
    if (this.urlLanguage in this.contents) this.language = this.urlLanguage;
    const asked = this.urlParameters().get("step");
    const index = this.steps.findIndex(({ id }) => id === asked);
    this.index = Math.max(0, index);
  }

  get defaultLanguage() {
    return Object.keys(this.settings.languages)[0];
  }

  /** The language that the URL asks for, or the default. */
  get urlLanguage() {
    const asked = this.urlParameters().get("lang");
    return asked !== null && asked in this.settings.languages ? asked : this.defaultLanguage;
  }

  /** The parameters of the URL: of its query, or after its # where there is no server. */
  urlParameters() {
    return new URLSearchParams(this.hasHash ? location.hash.slice(1) : location.search);
  }

  /** Let the URL follow the steps: one way through them is one entry, written at rest. */
  keepUrl() {
    clearTimeout(this.writing);
    const wait = this.written + WRITE_PERIOD - performance.now();
    if (wait > 0) this.writing = setTimeout(() => this.writeUrl(true), wait);
    else this.writeUrl(true);
  }

  /**
   * Let the URL name the step and the language. What the browser refuses, as WebKit does when it
   * is asked too often, is written later.
   * @param {boolean} push whether the way back leads to where the steps began
   */
  writeUrl(push) {
    const parameters = this.urlParameters();
    if (this.index === 0) parameters.delete("step");
    else parameters.set("step", this.steps[this.index].id);
    if (this.language === this.defaultLanguage) parameters.delete("lang");
    else parameters.set("lang", this.language);
    const text = parameters.toString();
    const query = text ? `?${text}` : location.pathname;
    const url = this.hasHash ? `#${text}` : query;
    try {
      if (push && !history.state?.[WAY]) history.pushState({ [WAY]: true }, "", url);
      else history.replaceState(history.state, "", url);
      this.written = performance.now();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "SecurityError") throw error;
      this.writing = setTimeout(() => this.writeUrl(push), REFUSED_PERIOD);
    }
  }

  /** Follow keys, touches, the way back, and the size of the window. */
  listen() {
    const { signal } = this.stopping;
    const capture = { capture: true, signal };
    window.addEventListener("keydown", (event) => this.onKey(event), capture);
    window.addEventListener("popstate", (event) => this.onPopState(event), capture);
    window.addEventListener("resize", () => this.draw(false), { signal });
    this.root.addEventListener("pointerdown", ({ target }) => {
      if (!(target instanceof Element && target.closest(".presentation-play"))) this.stop();
    });
    this.blankSheet.addEventListener("click", () => this.blank(false));
    this.listenToSwipes(signal);
  }

  /**
   * Go on or back with one finger that goes sideways.
   * @param {AbortSignal} signal
   */
  listenToSwipes(signal) {
    /** @type {Touch | null} */
    let start = null;
    this.root.addEventListener(
      "touchstart",
      ({ touches }) => {
        this.stop();
        start = touches.length === 1 ? touches[0] : null;
      },
      { passive: true, signal },
    );
    this.root.addEventListener(
      "touchend",
      ({ changedTouches: [end] }) => {
        if (start === null) return;
        const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
        start = null;
        if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) this.act(x < 0 ? "next" : "back");
      },
      { signal },
    );
  }

  /**
   * A key does what it does wherever the focus is; one that is held does it once.
   * @param {KeyboardEvent} event
   */
  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (isPressOfControl(event)) return;
    const action = this.keys.actionOf(event);
    if (!action) {
      this.stop();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    this.stop();
    this.act(action);
  }

  /**
   * The way back inside the presentation is its own; elsewhere it is the page's.
   * @param {PopStateEvent} event
   */
  onPopState(event) {
    if (!this.hasHash && location.pathname !== this.path) return;
    clearTimeout(this.writing);
    const { language } = this;
    this.readUrl();
    if (!(this.urlLanguage in this.contents)) return; // the server gives what is missing
    if (this.language === language) {
      if (!this.hasHash) event.stopImmediatePropagation();
      this.draw(true);
    } else {
      this.speak(this.language);
    }
  }

  /**
   * Do what a key, a button or a swipe asks for.
   * @param {Action} action
   */
  act(action) {
    if (action === "number") return undefined;
    const blank = !this.blankSheet.hidden;
    if (action === "blank") return this.blank(!blank);
    if (action === "full") return this.toggleFullScreen();
    if (action === "help") return this.bar.toggleHelp();
    this.bar.closeDialogs();
    const typed = this.keys.takeNumber() - 1;
    if (blank) this.blank(false);
    if (blank && action !== "start") return undefined;
    if (action === "escape") return undefined;
    if (action === "start" && !document.fullscreenElement) this.toggleFullScreen();
    const target = {
      next: this.index + 1,
      back: this.index - 1,
      first: 0,
      start: 0,
      last: this.steps.length - 1,
      typed,
    };
    return this.show(target[action]);
  }

  /**
   * Go to the step of a partner.
   * @param {string} id
   */
  goTo(id) {
    this.show(this.steps.findIndex((step) => step.id === id));
  }

  /**
   * Show a step, unless the one before it has not been on the screen yet: none is skipped.
   * @param {number} index
   */
  show(index) {
    if (!this.painted || !(index in this.steps) || index === this.index) return;
    this.index = index;
    this.painted = false;
    this.keepUrl();
    requestAnimationFrame(() => {
      this.draw(true);
      this.painted = true;
    });
  }

  /**
   * Draw the present step.
   * @param {boolean} animate
   */
  draw(animate) {
    const step = this.steps[this.index];
    showStep(this.text, step, this.content);
    this.text.tabIndex = this.text.scrollHeight > this.text.clientHeight ? 0 : -1;
    this.map.show(step, animate);
    this.bar.count(this.index, this.steps.length);
    this.root.dataset.step = step.id;
  }

  /**
   * Speak a language, and draw everything in it.
   * @param {string} language
   */
  speak(language) {
    this.language = language;
    this.path = location.pathname;
    this.root.lang = language;
    if (this.hasHash) {
      document.documentElement.lang = language;
      document.title = this.content.document;
    }
    this.bar.speak(this.content, this.language, this.seconds);
    this.map.renew(this.content.partners);
    addHandout(this.handout, this.content, this.contents.en?.picture ?? "");
    this.blankSheet.setAttribute("aria-label", this.content.words.blank);
    this.draw(false);
  }

  /**
   * Change the language, keep it in the URL of a file, and tell a page's server, which writes
   * its own.
   * @param {string} language
   */
  changeLanguage(language) {
    if (language in this.contents) {
      this.language = language;
      if (this.hasHash) this.writeUrl(false);
      this.speak(language);
    }
    this.settings.speak?.(language);
  }

  /**
   * Take other contents, as when the tables were saved or in another language, and stay at the step.
   * @param {Contents} contents
   */
  renew(contents) {
    if (JSON.stringify(contents) === JSON.stringify(this.contents)) return;
    const { id } = this.steps[this.index];
    this.contents = contents;
    if (!(this.language in contents)) [this.language] = Object.keys(contents);
    const index = this.steps.findIndex((step) => step.id === id);
    this.index = index === -1 ? Math.min(this.index, this.steps.length - 1) : index;
    this.speak(this.language);
  }

  /**
   * Blank the screen, or show the step again.
   * @param {boolean} on
   */
  blank(on) {
    this.blankSheet.hidden = !on;
    this.root.classList.toggle("blank", on);
    if (!on) this.text.focus({ preventScroll: true });
  }

  /** Go on by itself at the chosen pace, or stop; the last step ends it. */
  play() {
    if (this.timer !== undefined) {
      this.stop();
      return;
    }
    this.timer = setInterval(() => {
      this.show(this.index + 1);
      if (this.index === this.steps.length - 1) this.stop();
    }, this.seconds * 1000);
    this.bar.playing(true);
  }

  /** Stop going on by itself. */
  stop() {
    clearInterval(this.timer);
    this.timer = undefined;
    this.bar.playing(false);
  }

  /** Take the next pace. */
  changePace() {
    this.pace = (this.pace + 1) % PACES.length;
    this.bar.showPace(this.seconds);
  }

  /** Fill the screen, or give it back. */
  toggleFullScreen() {
    if (!document.fullscreenEnabled) return;
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch((error) => console.warn(error.message));
  }

  /** Take the presentation down. */
  close() {
    this.stop();
    clearTimeout(this.writing);
    this.stopping.abort();
    this.map.close();
    this.root.remove();
    this.handout.remove();
    document.documentElement.classList.remove("presenting");
  }
}

/**
 * Whether a key presses the button or the link that the keyboard has gone to.
 * @param {KeyboardEvent} event
 */
function isPressOfControl({ key, target }) {
  const presses = key === " " || key === "Enter";
  return presses && target instanceof Element && target.matches(":is(button, a):focus-visible");
}
