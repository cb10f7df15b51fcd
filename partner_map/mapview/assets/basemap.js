/** The built-in basemap: the countries' outlines, below everything and deaf to touch. */

import { colour } from "./dom.js";

/**
 * Fetch and draw the outlines; a failure leaves the sea, and the lines on it.
 * @param {L.Map} map
 * @param {string} url
 */
export async function addBasemap(map, url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`basemap: HTTP ${answer.status}`);
  drawBasemap(map, await answer.json());
}

/**
 * Draw the outlines.
 * @param {L.Map} map
 * @param {GeoJSON.GeoJsonObject} outlines
 */
export function drawBasemap(map, outlines) {
  const pane = map.createPane("basemap");
  pane.style.zIndex = "200";
  pane.style.pointerEvents = "none";
  /** @type {L.GeoJSONOptions & {renderer: L.Renderer}} */
  const options = {
    interactive: false,
    pane: "basemap",
    renderer: L.canvas({ pane: "basemap", padding: 0.5 }),
    style: { fillColor: colour("--land"), fillOpacity: 1, color: colour("--line"), weight: 1 },
  };
  L.geoJSON(outlines, options).addTo(map);
}
