/** The small bar below the stage: ways out, counter, arrows, and the list of keys. */

import { drawing } from "./controls.js";
import { element } from "./labels.js";

/** Signs that not every font has. */
const SIGNS = {
  play: "M4 2v12l9-6z",
  stop: "M4 2v12M11 2v12",
  full: "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3",
};

/** The bar's buttons act on the stage; their words change with its language. */
export class Bar {
  constructor(stage) {
    this.stage = stage;
    this.element = element("nav", "stage-bar", "");
    this.leave = button("stage-leave", () => stage.settings.leave());
    this.language = button("stage-language", () => stage.changeLanguage(this.other));
    this.save = element("a", "stage-button stage-save", "");
    if (stage.settings.save) Object.assign(this.save, { href: stage.settings.save, download: "" });
    this.pace = button("stage-pace", () => stage.changePace());
    this.play = button("stage-play", () => stage.play());
    this.keys = button("stage-keys", () => stage.act("help"));
    this.full = button("stage-full", () => stage.act("full"));
    this.counter = element("span", "stage-counter", "");
    this.back = button("stage-arrow", () => stage.act("back"), "‹");
    this.next = button("stage-arrow", () => stage.act("next"), "›");
    const space = element("span", "stage-space", "");
    const parts = [this.language, this.play, this.pace, this.keys, this.full];
    if (stage.settings.leave) parts.unshift(this.leave);
    if (stage.settings.save) parts.push(this.save);
    this.element.append(...parts, space, this.counter, this.back, this.next);
    this.help = element("dialog", "stage-help", "");
  }

  /** Put every word into a language. */
  speak({ words }, stories) {
    this.words = words;
    this.other = Object.keys(stories).find((code) => stories[code].words !== words);
    this.element.setAttribute("aria-label", words.title);
    this.leave.textContent = words.map;
    this.language.textContent = stories[this.other].name;
    this.language.lang = this.other;
    this.save.textContent = words.save;
    name(this.keys, words.help, "?");
    name(this.full, words.full);
    this.full.replaceChildren(drawing("0 0 16 16", SIGNS.full));
    name(this.back, words.back);
    name(this.next, words.next);
    this.showPace();
    this.playing(false);
    this.writeHelp(words);
  }

  /** The list of keys. */
  writeHelp(words) {
    const list = element("ul", "", "");
    const lines = ["next", "back", "ends", "blank", "full", "help"];
    list.append(...lines.map((line) => element("li", "", words[`help_${line}`])));
    const close = button("stage-close", () => this.closeHelp(), words.close);
    this.help.replaceChildren(element("h2", "", words.help), list, close);
    this.help.setAttribute("aria-label", words.help);
  }

  /** Tell which step of how many is shown. */
  count(index, steps) {
    const number = this.words.counter.replace("{number}", String(index + 1));
    this.counter.textContent = number.replace("{count}", String(steps));
    this.back.setAttribute("aria-disabled", String(index === 0));
    this.next.setAttribute("aria-disabled", String(index === steps - 1));
  }

  /** Say whether the story goes on by itself. */
  playing(on) {
    name(this.play, on ? this.words?.stop : this.words?.play);
    this.play.replaceChildren(drawing("0 0 16 16", on ? SIGNS.stop : SIGNS.play));
    this.play.setAttribute("aria-pressed", String(on));
  }

  /** Tell the chosen pace. */
  showPace() {
    this.pace.textContent = `${this.stage.seconds} s`;
    const said = this.words.pace.replace("{seconds}", String(this.stage.seconds));
    name(this.pace, said);
  }

  /** Show the keys, or hide them. */
  toggleHelp() {
    if (this.help.open) this.help.close();
    else this.help.show();
  }

  /** Hide the keys. */
  closeHelp() {
    this.help.close();
  }
}

/** A button of the bar. */
function button(className, act, text = "") {
  const made = element("button", `stage-button ${className}`, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/** Give a button whose face is a sign its name. */
function name(made, said, sign) {
  if (sign) made.textContent = sign;
  made.setAttribute("aria-label", said ?? "");
  made.title = said ?? "";
}
