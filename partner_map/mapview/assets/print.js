/** The map on paper: of a size of its own, for which it is fitted anew before it is printed. */

/**
 * Call before the page is printed and after.
 * @param {() => void} before
 * @param {() => void} after
 */
export function aroundPrint(before, after) {
  let printing = false;
  /** @param {boolean} now */
  const turn = (now) => {
    if (now === printing) return;
    printing = now;
    document.documentElement.classList.toggle("printed", now);
    if (now) {
      before();
      readCanvases();
    } else after();
  };
  window.addEventListener("beforeprint", () => turn(true));
  window.addEventListener("afterprint", () => turn(false));
  // Not every browser tells a frame of the print of its page.
  window.matchMedia("print").addEventListener("change", ({ matches }) => turn(matches));
}

/** Chromium prints a canvas without what was just drawn, unless it has been read since. */
function readCanvases() {
  for (const canvas of document.querySelectorAll("canvas")) {
    canvas.getContext("2d")?.getImageData(0, 0, 1, 1);
  }
}
