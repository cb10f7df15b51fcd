/**
 * Tells when what an app shows was painted. It is called in every document, before
 * the app's own scripts, with {answer, hasMap}: the selector of the text that follows
 * the year, and whether a map in a frame does too. A map says what it has drawn in
 * data-year, and in data-renders how often it has drawn.
 */
(({ answer, hasMap }) => {
  /** Note the last key or click, also those in a frame, on the clock of the whole page. */
  for (const kind of ["keydown", "click"]) {
    const note = ({ timeStamp }) => {
      const offset = performance.timeOrigin - window.top.performance.timeOrigin;
      if (window.top.paint) window.top.paint.input = offset + timeStamp;
    };
    window.addEventListener(kind, note, true);
  }
  if (window !== window.top) return;

  /** What stands on the page: the text, and the year and the renders of its map. */
  const shown = () => {
    const maps = [...document.querySelectorAll("iframe")]
      .map(({ contentDocument }) => contentDocument?.querySelector("[data-year]"))
      .filter((map) => map);
    const [year = "", renders = ""] = maps.length
      ? [maps.at(-1).dataset.year, maps.at(-1).dataset.renders]
      : [];
    return { text: document.querySelector(answer)?.textContent ?? "", year, renders };
  };

  /**
   * The time of the first frame after whose paint the signs stand. They are looked at
   * in a task that follows each frame's paint, so that what was set in a frame's own
   * callbacks counts as painted with it, and what was set after it with the next.
   */
  const painted = (signs) =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (signs(shown()) ? done(performance.now()) : frame());
      const frame = () => requestAnimationFrame(() => port2.postMessage(null));
      frame();
    });

  const full = ({ text, year }) => text !== "" && (!hasMap || year !== "");
  window.paint = {
    input: 0,
    first: painted(full),
    /** Watch for the text, and with withMap the map, to change; with a year, to that year. */
    watch(year, withMap) {
      const before = shown();
      const follows = (now) => now.text !== before.text && now.text.includes(year ?? "");
      const drawn = (now) => (year ? now.year === year : now.renders !== before.renders);
      this.next = painted((now) => follows(now) && (!withMap || drawn(now)));
    },
    /** Milliseconds from the last key or click to what is watched for. */
    async time() {
      return (await this.next) - this.input;
    },
  };
})
