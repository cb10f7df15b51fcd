/**
 * What the timeline's slider does beyond its thumb. It lets the map follow at once: the year goes
 * to the map's frame while the server's answer is on its way, which has the last word. A click
 * anywhere in a year's column of the chart goes to that year.
 */

import {
  mapWindow,
  onChange,
  onSliderYear,
  pressSlider,
  sliderYear,
  timeline,
} from "./streamlit_page.js";

const HEAD_START = 12; // milliseconds in which the page sends the year, so that both work at once

let waiting = false;

/** Send the map's frame the slider's year. */
function sendYear() {
  waiting = false;
  const year = sliderYear();
  if (year === null) return;
  mapWindow()?.dispatchEvent(new CustomEvent("partner-map-year", { detail: year }));
}

/** Let the chart's axis know the slider's year, as `showSliderYear` does on a published page. */
function tellAxis() {
  const year = sliderYear();
  /** @type {HTMLElement | null | undefined} */
  const axis = timeline()?.querySelector(".timeline-chart .axis");
  if (year !== null) axis?.style.setProperty("--year", String(year));
}

// Of the years of a drag that come meanwhile only the last one counts.
onSliderYear(() => {
  tellAxis();
  if (waiting) return;
  waiting = true;
  setTimeout(sendYear, HEAD_START);
});
onChange(tellAxis);
document.addEventListener("click", pressSlider);
