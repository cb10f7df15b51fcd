/**
 * The way between the page's kiosk.js and the server: hands on the stop of the
 * tour that the server shows, and the wish for another.
 */

/** @import { ComponentArguments, TourStop } from "./types.js" */

/** @param {ComponentArguments<TourStop>} component */
export default function ({ data, setTriggerValue }) {
  window.partnerMapTour = { ...data, ask: (stop) => setTriggerValue("tour", stop) };
  window.dispatchEvent(new Event("partner-map-tour"));
}
