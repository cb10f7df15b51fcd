/** The built-in basemap: the countries' outlines, below everything and deaf to touch. */

/** Fetch and draw the outlines; a failure leaves the sea, and the lines on it. */
export async function addBasemap(map, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`basemap: HTTP ${answer.status}`);
  drawBasemap(map, await answer.json());
}

/** Draw the outlines, which are GeoJSON. */
export function drawBasemap(map, outlines) {
  const pane = map.createPane("basemap");
  pane.style.zIndex = 200;
  pane.style.pointerEvents = "none";
  L.geoJSON(outlines, {
    interactive: false,
    pane: "basemap",
    renderer: L.canvas({ pane: "basemap", padding: 0.5 }),
    style: { fillColor: "#f6f3ea", fillOpacity: 1, color: "#c9c4b6", weight: 1 },
  }).addTo(map);
}
