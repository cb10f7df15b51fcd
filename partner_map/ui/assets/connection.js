/**
 * Says in the visitor's language when the page has no connection to its server, and takes it
 * back by itself when there is one again. Where the server answers all the same, it leads to what
 * can be read without one.
 */

import { isConnected, onConnection } from "./streamlit_page.js";
import { pageWords } from "./words.js";

/** @import { ConnectionWords } from "./types.js" */

const SOON = 1_000; // milliseconds in which most connections are there, and nothing is asked
const PATIENCE = 5_000; // milliseconds without a connection until it is said
const ASKING = 7_000; // milliseconds in which the server can answer to be called there
// The same while the page itself still comes, as on a slow line what is asked for has to queue.
const ASKING_AT_FIRST = 30_000;
const ROUND_TRIPS = 8; // answers of the server that a connection may take on a slow line

/**
 * How long the server takes to answer, in milliseconds; null where it does not.
 * @param {number} patience milliseconds in which it can
 */
async function roundTrip(patience) {
  const asked = performance.now();
  try {
    const signal = AbortSignal.timeout(patience);
    const answer = await fetch("./data/build", { cache: "no-store", priority: "high", signal });
    await answer.arrayBuffer(); // what is not read keeps its line to the server
    return answer.ok ? performance.now() - asked : null;
  } catch {
    return null;
  }
}

/** @param {number} milliseconds */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

class Notice {
  constructor() {
    this.box = document.createElement("div");
    this.box.className = "connection-notice";
    this.box.setAttribute("role", "status");
    this.losses = 0;
    this.isWaiting = false;
    this.wasConnected = false; // after having waited for it at first
  }

  /** Wait, say it, or take it back, as the connection is. */
  follow() {
    if (isConnected()) {
      if (this.isWaiting && this.wasConnected) {
        window.dispatchEvent(new Event("partner-map-reconnected")); // live.js waits for it
      }
      this.wasConnected = this.wasConnected || this.isWaiting;
      this.isWaiting = false;
      this.box.replaceChildren();
      delete document.documentElement.dataset.connection;
    } else if (!this.isWaiting) {
      this.isWaiting = true;
      this.losses += 1;
      void this.say(this.losses);
    }
  }

  /**
   * Say what is known of the reason, unless the connection is back by then.
   * @param {number} loss which of the page's losses it is about
   */
  async say(loss) {
    const isOver = () => !this.isWaiting || loss !== this.losses;
    const asking = this.wasConnected ? ASKING : ASKING_AT_FIRST;
    await wait(SOON);
    if (isOver()) return;
    const [took] = await Promise.all([roundTrip(asking - SOON), wait(PATIENCE - SOON)]);
    if (took !== null) await wait(took * ROUND_TRIPS - PATIENCE);
    if (isOver()) return;
    const words = pageWords().connection;
    if (!words) return;
    document.documentElement.dataset.connection = "lost";
    if (took === null) this.box.replaceChildren(paragraph(words.lost));
    else this.box.replaceChildren(paragraph(words.blocked), ways(words));
  }
}

/** @param {string} words */
function paragraph(words) {
  const element = document.createElement("p");
  element.textContent = words;
  return element;
}

/**
 * The ways to what needs no connection.
 * @param {ConnectionWords} words
 */
function ways({ ways: links }) {
  const list = document.createElement("ul");
  for (const { text, href } of links) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.textContent = text;
    link.href = href;
    item.append(link);
    list.append(item);
  }
  return list;
}

/** Begin to watch the connection, where the page has words for it. */
export function watchConnection() {
  if (!pageWords().connection) return;
  const notice = new Notice();
  document.body.append(notice.box); // empty, so that a screen reader knows it before it speaks
  notice.follow();
  onConnection(() => notice.follow());
}
