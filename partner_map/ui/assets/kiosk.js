/**
 * The kiosk: a page on a hall's screen that nobody looks after.
 *
 * At the start and untouched, it plays the tour; the first touch ends it. Once
 * touched and then left, it asks whether someone is still there, and returns
 * to the start by loading it anew: nothing of the last visitor is left, in the
 * page, in its memory or in the session. While the server is away a veil says
 * so in the visitor's language, and the page is loaded anew when it is back.
 * A new version of the program is loaded when nobody uses the page.
 */

import { guard } from "./kiosk-guard.js";
import { Question, Shield, Veil } from "./kiosk-screens.js";

/** @import { KioskSettings } from "./types.js" */

/** @type {KioskSettings} */
const SETTINGS = JSON.parse(document.getElementById("kiosk-settings")?.textContent ?? "{}");
const COUNTDOWN = 20_000; // milliseconds, as are all below
const TICK = 250;
const POLL = 1_000;
const POLL_PATIENCE = 3_000;
const FAILURES = 2; // polls in a row that say that the server is away
const START_PATIENCE = 30_000;
const STOP_PATIENCE = 15_000;
const END_PATIENCE = 3_000; // then the end is asked for once more, which changes nothing twice
const LEAVE_PATIENCE = 15_000;

/** The URL of the start, whatever the visitor turned to. */
function startUrl() {
  return new URL("./?mode=kiosk", document.baseURI).href;
}

/** What the kiosk says, in the language that the page has now. */
function words() {
  return SETTINGS.words[document.documentElement.lang];
}

/** The program's version that the server runs; null while it cannot be reached. */
async function currentBuild() {
  try {
    const signal = AbortSignal.timeout(POLL_PATIENCE);
    const answer = await fetch("./data/build", { cache: "no-store", signal });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

class Kiosk {
  constructor() {
    this.question = new Question();
    this.veil = new Veil();
    this.shield = new Shield(SETTINGS.words);
    this.opened = this.touched = Date.now();
    this.used = window.location.href !== startUrl();
    this.failures = 0;
    this.ends = 0;
    /** Whether the server has run the page. */
    this.stands = false;
    this.away = false;
    this.polling = false;
    /** Whether the server runs another version than the page. */
    this.outdated = false;
    /** When the question's time is over. @type {number | undefined} */
    this.until = undefined;
    /** When the page was last left. @type {number | undefined} */
    this.left = undefined;
    /** @type {{stop: number, asked: number, reached?: number} | undefined} */
    this.tour = undefined;
    /** When the tour's end was asked for, until it is answered. @type {number | undefined} */
    this.ending = undefined;
  }

  /** Cover the page until it stands, and begin to watch. */
  begin() {
    this.veil.show(words());
    guard(() => this.touch());
    window.addEventListener("partner-map-tour", () => this.follow());
    this.follow();
    setInterval(() => this.tick(), TICK);
    setInterval(() => this.poll(), POLL);
    navigator.serviceWorker
      ?.register("./kiosk-worker.js")
      .catch((error) => console.warn(error.message));
  }

  /** The server has run the page: it stands, at the tour's stop that it names. */
  follow() {
    if (!window.partnerMapTour) return;
    const { stop, answered } = window.partnerMapTour;
    if (!this.stands) {
      this.stands = true;
      if (!this.away) this.veil.hide();
    }
    if (this.tour && stop === this.tour.stop) this.tour.reached ??= Date.now();
    else if (!this.tour && answered?.end === this.ends) {
      this.ending = undefined;
      this.shield.remove();
    }
  }

  /** Someone is here. */
  touch() {
    this.touched = Date.now();
    if (this.away || !this.stands) return;
    this.used = true;
    this.until = undefined;
    this.question.hide();
    if (this.tour) this.endTour();
  }

  /** Do what the time asks for. */
  tick() {
    const now = Date.now();
    if (this.away) return;
    if (this.ending !== undefined && now - this.ending >= END_PATIENCE) this.endTour();
    if (!this.stands) {
      if (now - this.opened > START_PATIENCE) this.leaveFor(window.location.href);
    } else if (this.until !== undefined) {
      this.count(now);
    } else if (this.used) {
      if (now - this.touched >= SETTINGS.resetSeconds * 1000) this.ask(now);
    } else if (this.outdated) {
      this.leaveFor(startUrl());
    } else if (this.tour) {
      this.tourOn(this.tour, now);
    } else if (now - this.touched >= SETTINGS.tourSeconds * 1000) {
      this.shield.show();
      this.goTo(0, now);
    }
  }

  /**
   * Begin to ask whether someone is still there.
   * @param {number} now
   */
  ask(now) {
    this.until = now + COUNTDOWN;
    this.count(now);
  }

  /**
   * Count down to the start.
   * @param {number} now
   */
  count(now) {
    const left = Math.ceil(((this.until ?? now) - now) / 1000);
    if (left > 0) this.question.show(words(), left);
    else this.leaveFor(startUrl());
  }

  /**
   * Ask the server for a stop of the tour.
   * @param {number} stop
   * @param {number} now
   */
  goTo(stop, now) {
    this.tour = { stop, asked: now };
    window.partnerMapTour?.ask({ stop });
  }

  /**
   * Go on when the stop has stood its time; a server that shows none is loaded anew.
   * @param {{stop: number, asked: number, reached?: number}} tour
   * @param {number} now
   */
  tourOn({ stop, asked, reached }, now) {
    if (reached === undefined) {
      if (now - asked > STOP_PATIENCE) this.leaveFor(startUrl());
    } else if (now - reached >= (window.partnerMapTour?.seconds ?? 0) * 1000) {
      this.goTo(stop + 1, now);
    }
  }

  /** Have the start shown, and then give the page to the visitor. */
  endTour() {
    this.tour = undefined;
    this.ending = Date.now();
    this.ends += 1;
    this.shield.fade();
    // Each end has a number of its own, to know its answer by.
    window.partnerMapTour?.ask({ end: this.ends });
  }

  /** Look whether the server is there, and which version it runs. */
  async poll() {
    if (this.polling) return;
    this.polling = true;
    const build = await currentBuild();
    this.polling = false;
    this.failures = build === null ? this.failures + 1 : 0;
    if (this.failures >= FAILURES) {
      this.away = true;
      this.question.hide();
      this.veil.show(words());
    } else if (build !== null) {
      this.outdated = build !== SETTINGS.build;
      if (this.away) this.leaveFor(this.isLeft() ? startUrl() : window.location.href);
    }
  }

  /** Whether the visitor has gone. */
  isLeft() {
    return Date.now() - this.touched >= SETTINGS.resetSeconds * 1000;
  }

  /**
   * Load a URL in the place of this one, again if nothing comes of it.
   * @param {string} url
   */
  leaveFor(url) {
    const now = Date.now();
    if (this.left !== undefined && now - this.left < LEAVE_PATIENCE) return;
    this.left = now;
    this.veil.show(words());
    window.location.replace(url);
  }
}

new Kiosk().begin();
