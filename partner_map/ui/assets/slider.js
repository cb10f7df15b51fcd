/**
 * Lets the map follow the timeline's slider at once: the year goes to the map's frame while
 * the server's answer is on its way. That answer has the last word.
 */

const SLIDER = ".st-key-year-slider input[type=range]";
const FRAME = ".st-key-explorer iframe";

const HEAD_START = 12; // milliseconds in which the page sends the year, so that both work at once

let waiting = false;

/** Tell the map's frame the slider's year. */
function tellYear() {
  waiting = false;
  const slider = document.querySelector(SLIDER);
  const frame = document.querySelector(FRAME)?.contentWindow;
  if (!slider || !frame) return;
  frame.dispatchEvent(new CustomEvent("partner-map-year", { detail: Number(slider.value) }));
}

// Of the years of a drag that come meanwhile only the last one counts.
new MutationObserver((changes) => {
  if (waiting || !changes.some(({ target }) => target.matches(SLIDER))) return;
  waiting = true;
  setTimeout(tellYear, HEAD_START);
}).observe(document.body, { attributes: true, attributeFilter: ["value"], subtree: true });
