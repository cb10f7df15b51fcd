/**
 * Says in the visitor's language when the page has no connection to its server, and takes it
 * back by itself when there is one again.
 */

import { isConnected, onConnection } from "./streamlit_page.js";

/** @import { ConnectionWords } from "./types.js" */

const PATIENCE = 5_000; // milliseconds without a connection until it is said
const ASKING = 2_000; // milliseconds in which the server can answer to be called there

/** @type {Record<string, ConnectionWords>} */
const WORDS = JSON.parse(document.getElementById("connection-words")?.textContent ?? "{}");

/** Whether the server answers at all: then it is the lasting connection that is held back. */
async function serverAnswers() {
  try {
    const signal = AbortSignal.timeout(ASKING);
    return (await fetch("./data/build", { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}

class Notice {
  constructor() {
    this.box = document.createElement("div");
    this.box.className = "connection-notice";
    this.box.setAttribute("role", "status");
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Wait, say it, or take it back, as the connection is. */
  follow() {
    if (isConnected()) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.box.textContent = "";
      delete document.documentElement.dataset.connection;
    } else {
      this.timer ??= setTimeout(() => this.show(), PATIENCE);
    }
  }

  /** Say what is known of the reason. */
  async show() {
    const answers = await serverAnswers();
    if (isConnected()) return;
    const { lost, blocked } = WORDS[document.documentElement.lang];
    document.documentElement.dataset.connection = "lost";
    this.box.textContent = answers ? blocked : lost;
  }
}

/** Begin to watch the connection, where the page has words for it. */
export function watchConnection() {
  if (Object.keys(WORDS).length === 0) return;
  const notice = new Notice();
  document.body.append(notice.box); // empty, so that a screen reader knows it before it speaks
  notice.follow();
  onConnection(() => notice.follow());
}
