/** The timeline under the map: its words, play and pause, the chart and the slider on its axis. */

import { afterPaint } from "../../mapview/assets/dom.js";
import { showChart, showSliderYear } from "../../mapview/assets/timeline_chart.js";

/**
 * @import { Seen, Told } from "./types.js"
 * @import { Teller } from "./told.js"
 */

const EVENTFUL = 2000; // milliseconds that a year stands while it plays, as in visit.py
const EMPTY = 300;

export class Timeline {
  /**
   * @param {Told} told
   * @param {(year: number) => void} onYear
   */
  constructor(told, onYear) {
    this.told = told;
    this.onYear = onYear;
    this.isPlaying = false;
    this.words = "";
    /** @type {number | undefined} */
    this.clock = undefined;
    this.drawn = "";
    this.year = told.last;
    this.place = /** @type {HTMLElement} */ (document.getElementById("timeline"));
    this.line = /** @type {HTMLElement} */ (document.getElementById("year-words"));
    this.figure = /** @type {HTMLElement} */ (document.getElementById("year-figure"));
    this.button = /** @type {HTMLButtonElement} */ (document.getElementById("play"));
    this.chart = /** @type {HTMLElement} */ (document.getElementById("chart"));
    this.now = /** @type {HTMLElement} */ (this.chart.querySelector(".now"));
    this.slider = /** @type {HTMLInputElement} */ (document.getElementById("year"));
    this.slider.min = String(told.first);
    this.slider.max = String(told.last);
    this.slider.disabled = told.first === told.last;
    this.slider.addEventListener("input", () => {
      this.pause();
      this.onYear(Number(this.slider.value));
    });
    this.button.addEventListener("click", () => (this.isPlaying ? this.pause() : this.play()));
  }

  /**
   * Show a year.
   * @param {Seen} seen
   * @param {Teller} teller
   */
  show(seen, teller) {
    const { first, last } = this.told;
    this.year = seen.year;
    this.words = teller.yearWords(seen);
    this.line.textContent = this.words;
    this.figure.textContent = String(seen.year);
    this.slider.value = String(seen.year);
    this.slider.setAttribute("aria-valuetext", String(seen.year));
    const share = String((seen.year - first) / Math.max(1, last - first));
    for (const one of [this.now, this.figure]) one.style.setProperty("--share", share);
    showSliderYear(this.chart, this.year);
    const { types, countries, city } = seen;
    const drawn = JSON.stringify([types, countries, city]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    // The map and the words are looked at first.
    afterPaint(() => {
      if (drawn !== this.drawn) return;
      showChart({ data: teller.chart(seen), parentElement: this.chart });
      this.chart.classList.add("drawn");
      showSliderYear(this.chart, this.year);
    });
  }

  /** Let the years pass, from the first where the last is shown. */
  play() {
    this.setPlaying(true);
    if (this.year === this.told.last) this.onYear(this.told.first);
    this.wait();
  }

  wait() {
    const isEventful = this.words !== String(this.year);
    this.clock = window.setTimeout(
      () => {
        if (this.year >= this.told.last) {
          this.pause();
          return;
        }
        if (this.year + 1 === this.told.last) this.setPlaying(false);
        this.onYear(this.year + 1);
        if (this.isPlaying) this.wait();
      },
      isEventful ? EVENTFUL : EMPTY,
    );
  }

  /** Stand still. */
  pause() {
    window.clearTimeout(this.clock);
    if (this.isPlaying) this.setPlaying(false);
  }

  /** @param {boolean} isPlaying */
  setPlaying(isPlaying) {
    const { pause, play } = this.told.words;
    this.isPlaying = isPlaying;
    this.place.classList.toggle("playing", isPlaying);
    this.button.textContent = isPlaying ? pause : play;
  }
}
