/**
 * Tells when what an app shows was painted. It is called in every document, before
 * the app's own scripts. A map says what it has drawn in data-year, and in data-renders how
 * often it has drawn.
 */

/**
 * What stands on the page: the text, and the year and the renders of its map.
 * @typedef {{text: string, year: string, renders: string}} Seen
 *
 * @typedef {object} Paint
 * @property {number} input when the last key or click came
 * @property {Promise<number>} first when the page was first full
 * @property {Promise<number>} next when what is watched for was painted
 * @property {(year: string | null, withMap: boolean) => void} watch for the text, and with
 *   withMap the map, to change; with a year, to that year
 * @property {() => Promise<number>} time in milliseconds, from the last key or click to that
 */

/**
 * @param {{answer: string, hasMap: boolean}} app the selector of the text that follows the
 *   year, and whether a map in a frame does too
 */
// biome-ignore lint/correctness/noUnusedVariables: browser.py calls it
function followPaint({ answer, hasMap }) {
  const page = /** @type {Window & {performance: Performance, paint?: Paint}} */ (window.top);

  /**
   * Note the last key or click, also those in a frame, on the clock of the whole page.
   * @param {Event} event
   */
  const note = ({ timeStamp }) => {
    const offset = performance.timeOrigin - page.performance.timeOrigin;
    if (page.paint) page.paint.input = offset + timeStamp;
  };
  window.addEventListener("keydown", note, true);
  window.addEventListener("click", note, true);
  if (window !== page) return;

  /** @returns {Seen} */
  const seen = () => {
    const text = document.querySelector(answer)?.textContent ?? "";
    const frames = [...document.querySelectorAll("iframe")];
    /** @type {(HTMLElement | null | undefined)[]} */
    const found = [
      document.querySelector(".leaflet-container[data-year]"),
      ...frames.map(
        ({ contentDocument }) =>
          /** @type {HTMLElement | null | undefined} */ (
            contentDocument?.querySelector("[data-year]")
          ),
      ),
    ];
    const maps = found.flatMap((map) => (map ? [map.dataset] : []));
    return { text, year: maps.at(-1)?.year ?? "", renders: maps.at(-1)?.renders ?? "" };
  };

  /**
   * The time of the first frame after whose paint something holds. It is looked at
   * in a task that follows each frame's paint, so that what was set in a frame's own
   * callbacks counts as painted with it, and what was set after it with the next.
   * @param {(now: Seen) => boolean} holds
   * @returns {Promise<number>}
   */
  const painted = (holds) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      const frame = () => requestAnimationFrame(() => port2.postMessage(null));
      port1.onmessage = () => (holds(seen()) ? done(performance.now()) : frame());
      frame();
    });

  const first = painted(({ text, year }) => text !== "" && (!hasMap || year !== ""));
  /** @type {Paint} */
  const paint = {
    input: 0,
    first,
    next: first,
    watch(year, withMap) {
      const before = seen();
      /** @param {Seen} now */
      const follows = (now) => now.text !== before.text && now.text.includes(year ?? "");
      /** @param {Seen} now */
      const drawn = (now) => (year ? now.year === year : now.renders !== before.renders);
      paint.next = painted((now) => follows(now) && (!withMap || drawn(now)));
    },
    async time() {
      return (await paint.next) - paint.input;
    },
  };
  page.paint = paint;
}
