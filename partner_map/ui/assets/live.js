/**
 * Keeps an open page at the current data: asks the server every two seconds
 * for their revision, and has the page's script run again when it is another. It does so too
 * when a lost connection is back: the server may have forgotten the visit, and the first touch
 * would only make it known again.
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
  // It runs again with other data, without a cleanup in between: one at a time.
  window.partnerMapLive?.abort();
  const living = new AbortController();
  const { signal } = living;
  const timer = setInterval(async () => {
    if (document.hidden) return;
    const revision = await currentRevision();
    if (revision !== null && revision !== data.revision) setTriggerValue("revision", revision);
  }, PERIOD);
  signal.addEventListener("abort", () => clearInterval(timer));
  window.addEventListener(
    "partner-map-reconnected",
    () => setTriggerValue("revision", data.revision),
    { signal },
  );
  window.partnerMapLive = living;
  return () => living.abort();
}
