/**
 * The presentation's stage: draws one step of the story at a time, by itself, so that a key
 * needs no server. The page and the exported file open the same stage.
 */

import { StageMap } from "./stage_map.js";
import { addHandout, showStep } from "./stage_text.js";
import { Bar } from "./stage_bar.js";
import { element } from "./labels.js";

const PACES = [5, 10, 20, 30]; // seconds
const SWIPE = 50; // pixels

/** What each key does; letters in small. */
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
  "?": "help",
  Escape: "escape",
};

/**
 * Open the stage in an element.
 * @param {HTMLElement} parent
 * @param {object} stories by language: name, words, steps, partners (GeoJSON)
 * @param {{basemap: object|null, address: "search"|"hash", leave?: () => void,
 *   speak?: (language: string) => void, save?: string}} settings
 */
export function openStage(parent, stories, settings) {
  return new Stage(parent, stories, settings);
}

class Stage {
  constructor(parent, stories, settings) {
    Object.assign(this, { stories, settings, pace: 1, painted: true });
    this.root = element("div", "stage", "");
    this.mapBox = element("div", "stage-map", "");
    this.text = element("section", "stage-text", "");
    this.text.setAttribute("aria-live", "polite");
    this.text.setAttribute("aria-atomic", "true");
    const main = element("main", "stage-main", "");
    main.append(this.text, this.mapBox);
    this.blankSheet = element("div", "stage-blank", "");
    this.blankSheet.hidden = true;
    this.blankSheet.setAttribute("role", "status");
    this.bar = new Bar(this);
    this.root.append(main, this.bar.element, this.bar.help, this.blankSheet);
    this.handout = element("div", "stage-handout", "");
    parent.append(this.root, this.handout);
    document.documentElement.classList.add("staged");
    this.readAddress();
    this.map = new StageMap(this.mapBox, settings.basemap, (id) => this.goTo(id));
    this.speak(this.language);
    this.listen();
    const weights = [400, 600, 700].map((weight) => `${weight} 24px "Source Sans"`);
    Promise.allSettled(weights.map((font) => document.fonts.load(font))).then(() => {
      if (this.stopping.signal.aborted) return;
      this.map.measureAgain();
      this.draw(false);
    });
  }

  get story() {
    return this.stories[this.language];
  }

  get steps() {
    return this.story.steps;
  }

  /** Take the step and the language from the address; what makes no sense is the start. */
  readAddress() {
    const asked = new URLSearchParams(this.addressText());
    const languages = Object.keys(this.stories);
    this.language = languages.includes(asked.get("lang")) ? asked.get("lang") : languages[0];
    const index = this.steps.findIndex(({ id }) => id === asked.get("step"));
    this.index = Math.max(0, index);
  }

  /** The parameters of the address: of its query, or after its # where there is no server. */
  addressText() {
    return this.settings.address === "hash" ? location.hash.slice(1) : location.search;
  }

  /** Let the address name the step and the language. */
  writeAddress(push) {
    const parameters = new URLSearchParams(this.addressText());
    if (this.index === 0) parameters.delete("step");
    else parameters.set("step", this.steps[this.index].id);
    if (this.language === Object.keys(this.stories)[0]) parameters.delete("lang");
    else parameters.set("lang", this.language);
    const text = parameters.toString();
    const sign = this.settings.address === "hash" ? "#" : "?";
    const address = text || sign === "#" ? sign + text : location.pathname;
    if (push) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  /** Follow keys, touches, the way back, and the size of the window. */
  listen() {
    this.stopping = new AbortController();
    const { signal } = this.stopping;
    window.addEventListener("keydown", (event) => this.onKey(event), { capture: true, signal });
    window.addEventListener("popstate", (event) => this.onPopState(event), {
      capture: true,
      signal,
    });
    window.addEventListener("resize", () => this.draw(false), { signal });
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
    this.root.addEventListener("pointerdown", ({ target }) => {
      if (!target.closest(".stage-play")) this.stop();
    });
    this.blankSheet.addEventListener("click", () => this.blank(false));
  }

  /** A key does what it does wherever the focus is; one that is held does it once. */
  onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
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

  /** The way back inside the presentation is the stage's own; elsewhere it is the page's. */
  onPopState(event) {
    const [before, language] = [location.pathname, this.language];
    if (this.settings.address === "search" && before !== this.path) return;
    this.readAddress();
    if (this.language === language) {
      if (this.settings.address === "search") event.stopImmediatePropagation();
      this.draw(true);
    } else {
      this.speak(this.language);
    }
  }

  /** Do what a key, a button or a swipe asks for. */
  act(action) {
    const blank = !this.blankSheet.hidden;
    if (action === "blank") return this.blank(!blank);
    if (action === "full") return this.toggleFullScreen();
    if (action === "help") return this.bar.toggleHelp();
    this.bar.closeHelp();
    if (blank) return this.blank(false);
    const target = { next: this.index + 1, back: this.index - 1, first: 0, last: this.steps.length - 1 };
    return this.show(target[action]);
  }

  /** Go to the step of a partner. */
  goTo(id) {
    this.show(this.steps.findIndex((step) => step.id === id));
  }

  /** Show a step, unless the one before it has not been on the screen yet: none is skipped. */
  show(index) {
    if (!this.painted || !(index in this.steps) || index === this.index) return;
    this.index = index;
    this.painted = false;
    this.writeAddress(true);
    requestAnimationFrame(() => {
      this.draw(true);
      this.painted = true;
    });
  }

  /** Draw the present step. */
  draw(animate) {
    const step = this.steps[this.index];
    showStep(this.text, step);
    this.map.show(step, animate);
    this.bar.count(this.index, this.steps.length);
    this.root.dataset.step = step.id;
  }

  /** Speak a language, and draw everything in it. */
  speak(language) {
    this.language = language;
    this.path = location.pathname;
    this.root.lang = language;
    if (this.settings.address === "hash") document.documentElement.lang = language;
    this.bar.speak(this.story, this.stories);
    this.map.renew(this.story.partners);
    addHandout(this.handout, this.story);
    this.blankSheet.setAttribute("aria-label", this.story.words.blank);
    this.draw(false);
  }

  /** Change the language, and tell who keeps it. */
  changeLanguage(language) {
    this.writeLanguage(language);
    this.speak(language);
    this.settings.speak?.(language);
  }

  /** Keep the language in the address of a file; the page's server writes its own. */
  writeLanguage(language) {
    this.language = language;
    if (this.settings.address === "hash") this.writeAddress(false);
  }

  /** Take other stories, as when the tables were saved, and stay at the step. */
  renew(stories) {
    if (JSON.stringify(stories) === JSON.stringify(this.stories)) return;
    const { id } = this.steps[this.index];
    this.stories = stories;
    const index = this.steps.findIndex((step) => step.id === id);
    this.index = index === -1 ? Math.min(this.index, this.steps.length - 1) : index;
    this.speak(this.language);
  }

  /** Blank the screen, or show the step again. */
  blank(on) {
    this.blankSheet.hidden = !on;
    this.root.classList.toggle("blank", on);
  }

  /** Go on by itself at the chosen pace; the last step ends it. */
  play() {
    if (this.timer) return this.stop();
    this.timer = setInterval(() => {
      this.show(this.index + 1);
      if (this.index === this.steps.length - 1) this.stop();
    }, this.seconds * 1000);
    return this.bar.playing(true);
  }

  /** Stop going on by itself. */
  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.bar.playing(false);
  }

  get seconds() {
    return PACES[this.pace];
  }

  /** Take the next pace. */
  changePace() {
    this.pace = (this.pace + 1) % PACES.length;
    this.bar.showPace();
  }

  /** Fill the screen, or give it back. */
  toggleFullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch((error) => console.warn(error.message));
  }

  /** Take the stage down. */
  close() {
    this.stop();
    this.stopping.abort();
    this.map.close();
    this.root.remove();
    this.handout.remove();
    document.documentElement.classList.remove("staged");
  }
}
