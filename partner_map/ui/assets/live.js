/**
 * Keeps an open page at the current data: asks the server every two seconds
 * for their revision, and has the page's script run again when it is another.
 */

/** @import { ComponentArguments } from "./types.js" */

const PERIOD = 2000; // milliseconds

/** The revision that the server has now; null while it cannot be reached. */
async function currentRevision() {
  try {
    const answer = await fetch("./data/revision", { cache: "no-store" });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

/** @param {ComponentArguments<{revision: string}>} component */
export default function ({ data, setTriggerValue }) {
  // It runs again with other data, without a cleanup in between: one timer at a time.
  clearInterval(window.partnerMapLive);
  const timer = setInterval(async () => {
    if (document.hidden) return;
    const revision = await currentRevision();
    if (revision !== null && revision !== data.revision) setTriggerValue("revision", revision);
  }, PERIOD);
  window.partnerMapLive = timer;
  return () => clearInterval(timer);
}
