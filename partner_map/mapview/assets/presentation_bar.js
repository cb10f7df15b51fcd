/** The small bar below the presentation: ways out, counter, arrows, and the list of keys. */

import { button, drawing, element } from "./dom.js";

/**
 * @import { Keys } from "./presentation_keys.js"
 * @import { Content, PresentationSettings, Words } from "./types.js"
 * @typedef {"next" | "back" | "first" | "last" | "blank" | "full" | "help" | "escape" | "start"
 *   | "typed" | "number"} Action
 */

/** Symbols that not every font has. */
const SYMBOLS = {
  play: "M4 2v12l9-6z",
  stop: "M4 2v12M11 2v12",
  full: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
};

/**
 * What the bar asks the presentation to do.
 * @typedef {object} Actions
 * @property {(action: Action) => void} act
 * @property {() => void} play start to go on by itself, or stop
 * @property {() => void} changePace
 * @property {(language: string) => void} changeLanguage
 * @property {(() => void) | undefined} leave
 */

/** The bar's buttons act on the presentation; their words change with its language. */
export class Bar {
  /**
   * @param {Actions} actions
   * @param {Keys} keys
   * @param {PresentationSettings} settings
   */
  constructor(actions, keys, { languages, save }) {
    /** @param {Action} action */
    const act = (action) => () => actions.act(action);
    /** @type {Words} */
    this.words = {};
    this.single = element("input", "", "");
    this.single.type = "checkbox";
    this.single.checked = keys.single;
    this.single.addEventListener("change", () => keys.useSingle(this.single.checked));
    this.languages = languages;
    this.element = element("nav", "presentation-bar", "");
    this.leave = barButton("presentation-leave", () => actions.leave?.());
    this.language = barButton("presentation-language", () => this.toggleChoice());
    this.language.setAttribute("aria-haspopup", "dialog");
    this.save = element("a", "presentation-button presentation-save", "");
    this.save.download = "";
    this.file = save;
    this.pace = barButton("presentation-pace", actions.changePace);
    this.play = barButton("presentation-play", actions.play);
    this.keys = barButton("presentation-keys", act("help"));
    this.full = barButton("presentation-full", act("full"));
    this.counter = element("span", "presentation-counter", "");
    this.progress = element("span", "presentation-progress", "");
    this.progress.setAttribute("aria-hidden", "true");
    this.back = barButton("presentation-arrow", act("back"), "‹");
    this.next = barButton("presentation-arrow", act("next"), "›");
    const space = element("span", "presentation-space", "");
    /** @type {HTMLElement[]} */
    const parts = [this.language, this.play, this.pace, this.keys];
    if (document.fullscreenEnabled) parts.push(this.full);
    if (actions.leave) parts.unshift(this.leave);
    if (save) parts.push(this.save);
    const arrows = element("span", "presentation-arrows", "");
    arrows.append(this.back, this.next);
    this.element.append(this.progress, this.counter, space, ...parts, arrows);
    this.help = element("dialog", "presentation-help", "");
    this.choice = element("dialog", "presentation-choice", "");
    this.choice.append(...this.choices((language) => actions.changeLanguage(language)));
  }

  /**
   * Put every word into a language.
   * @param {Content} content
   * @param {string} language
   * @param {number} pace seconds a step
   */
  speak({ words }, language, pace) {
    this.words = words;
    this.element.setAttribute("aria-label", words.title);
    this.leave.textContent = words.map;
    this.language.textContent = this.languages[language];
    name(this.language, `${words.languages}${words.colon}${this.languages[language]}`);
    this.choice.setAttribute("aria-label", words.languages);
    for (const one of this.choice.querySelectorAll("button")) {
      one.setAttribute("aria-current", String(one.lang === language));
    }
    this.save.textContent = words.save;
    if (this.file) this.save.href = `${this.file}?lang=${language}`;
    name(this.keys, words.help);
    this.keys.textContent = "?";
    name(this.full, words.full);
    this.full.replaceChildren(drawing("0 0 16 16", SYMBOLS.full));
    name(this.back, words.back);
    name(this.next, words.next);
    this.showPace(pace);
    this.playing(false);
    this.writeHelp(words);
  }

  /**
   * The list of keys.
   * @param {Words} words
   */
  writeHelp(words) {
    const list = element("ul", "", "");
    const full = document.fullscreenEnabled ? ["full", "start"] : [];
    const lines = ["next", "back", "ends", "number", "blank", ...full, "help"];
    list.append(...lines.map((line) => element("li", "", words[`help_${line}`])));
    const single = element("label", "presentation-single", "");
    single.append(this.single, words.single);
    const close = barButton("presentation-close", () => this.closeHelp(), words.close);
    this.help.replaceChildren(element("h2", "", words.help), list, single, close);
    this.help.setAttribute("aria-label", words.help);
  }

  /**
   * Tell which step of how many is shown.
   * @param {number} index
   * @param {number} steps
   */
  count(index, steps) {
    const number = this.words.counter.replace("{number}", String(index + 1));
    this.counter.textContent = number.replace("{count}", String(steps));
    this.progress.replaceChildren(
      ...Array.from({ length: steps }, (_, step) =>
        element("span", step <= index ? "is-done" : "", ""),
      ),
    );
    this.back.setAttribute("aria-disabled", String(index === 0));
    this.next.setAttribute("aria-disabled", String(index === steps - 1));
  }

  /**
   * Say whether the presentation goes on by itself.
   * @param {boolean} on
   */
  playing(on) {
    name(this.play, on ? this.words.stop : this.words.play);
    this.play.replaceChildren(drawing("0 0 16 16", on ? SYMBOLS.stop : SYMBOLS.play));
  }

  /**
   * Tell the chosen pace.
   * @param {number} seconds a step
   */
  showPace(seconds) {
    this.pace.textContent = `${seconds} s`;
    name(this.pace, this.words.pace.replace("{seconds}", String(seconds)));
  }

  /** Show the keys, or hide them. */
  toggleHelp() {
    if (this.help.open) this.closeHelp();
    else this.help.show();
  }

  /** Hide the keys; what had the focus before them has it again. */
  closeHelp() {
    this.help.close();
  }

  /** Show the languages, or hide them. */
  toggleChoice() {
    if (this.choice.open) this.choice.close();
    else this.choice.show();
  }

  /** Hide whatever lies over the step. */
  closeDialogs() {
    this.help.close();
    this.choice.close();
  }

  /**
   * A button a language, in its own words.
   * @param {(language: string) => void} choose
   */
  choices(choose) {
    return Object.entries(this.languages).map(([code, own]) => {
      const made = barButton("presentation-own", () => {
        this.choice.close();
        choose(code);
      });
      made.textContent = own;
      made.lang = code;
      return made;
    });
  }
}

/**
 * A button of the bar.
 * @param {string} className
 * @param {() => void} act
 * @param {string} [text]
 */
function barButton(className, act, text = "") {
  return button(`presentation-button ${className}`, text, act);
}

/**
 * Give a button whose face is a symbol its name.
 * @param {HTMLElement} made
 * @param {string} text
 */
function name(made, text) {
  made.setAttribute("aria-label", text);
  made.title = text;
}
