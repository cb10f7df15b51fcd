/**
 * The way between the page's kiosk.js and the server: hands on the stop of the
 * tour that the server shows, and the wish for another, `{stop: number}`, or
 * for its end, `{end: number}`, where each end has a number of its own.
 */

/** @import { ComponentArguments, TourStop } from "./types.js" */

/** @param {ComponentArguments<TourStop>} component */
export default function ({ data, setTriggerValue }) {
  window.partnerMapTour = { ...data, ask: (wish) => setTriggerValue("tour", wish) };
  window.dispatchEvent(new Event("partner-map-tour"));
}
