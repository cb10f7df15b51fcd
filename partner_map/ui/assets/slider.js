/**
 * Lets the map follow the timeline's slider at once: the year goes to the map's frame while
 * the server's answer is on its way. That answer has the last word.
 */

const SLIDER = ".st-key-year-slider input[type=range]";
const FRAME = ".st-key-explorer iframe";

let waiting = false;

/** Tell the map's frame the slider's year. */
function tellYear() {
  waiting = false;
  const slider = document.querySelector(SLIDER);
  const frame = document.querySelector(FRAME)?.contentWindow;
  if (!slider || !frame) return;
  frame.dispatchEvent(new CustomEvent("partner-map-year", { detail: Number(slider.value) }));
}

// In the next frame: until then the page sends the year, and of a drag only the last one counts.
new MutationObserver((changes) => {
  if (waiting || !changes.some(({ target }) => target.matches(SLIDER))) return;
  waiting = true;
  requestAnimationFrame(tellYear);
}).observe(document.body, { attributes: true, attributeFilter: ["value"], subtree: true });
