/**
 * Lets the map follow the timeline's slider at once: the year goes to the map's frame while
 * the server's answer is on its way. That answer has the last word.
 */

import { mapWindow, onSliderYear, sliderYear } from "./streamlit_page.js";

const HEAD_START = 12; // milliseconds in which the page sends the year, so that both work at once

let waiting = false;

/** Send the map's frame the slider's year. */
function sendYear() {
  waiting = false;
  const year = sliderYear();
  if (year === null) return;
  mapWindow()?.dispatchEvent(new CustomEvent("partner-map-year", { detail: year }));
}

// Of the years of a drag that come meanwhile only the last one counts.
onSliderYear(() => {
  if (waiting) return;
  waiting = true;
  setTimeout(sendYear, HEAD_START);
});
