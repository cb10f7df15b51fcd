/**
 * The map's layer in the frame of streamlit-folium. The data come once by HTTP; each View comes as
 * a few hundred bytes in window.partnerMapView, announced by the event "partner-map-view". The
 * slider's year comes ahead of it by the event "partner-map-year".
 */

import { Layer } from "./layer.js";
import { fetched, loadFont } from "./loading.js";
import {
  allowPageZoom,
  basemapUrl,
  isEmbedded,
  isKiosk,
  nameFrame,
  sendChoice,
  serverUrl,
  sizeForPaper,
  takeMode,
} from "./streamlit_folium.js";

/**
 * @import { LayerHost, Outlines, Partners } from "./types.js"
 * @typedef {{data: string, failed: string}} Settings the URL of the partners, and what is said
 *   when they do not come
 */

const BASEMAP = "data/basemap.geojson"; // of the present tables, relative to the server's root

/**
 * Start the layer on a Leaflet map.
 * @param {L.Map} map
 * @param {Settings} settings
 */
export function start(map, settings) {
  takeMode();
  allowPageZoom();
  const layer = new Layer(map, hostOf(settings));
  window.addEventListener("partner-map-view", () => layer.want(window.partnerMapView));
  window.addEventListener("partner-map-year", ({ detail }) => layer.anticipate(detail));
  layer.want(window.partnerMapView);
}

/**
 * The frame and the page around it, as the layer asks for them.
 * @param {Settings} settings
 * @returns {LayerHost}
 */
function hostOf({ data, failed }) {
  let outlines = basemapUrl();
  return {
    failed,
    isKiosk: isKiosk(),
    isEmbedded: isEmbedded(),
    choose: sendChoice,
    loadFont: (url) => loadFont(serverUrl(url)),
    name: nameFrame,
    outlines: () => {
      const url = outlines;
      outlines = serverUrl(BASEMAP);
      return /** @type {Promise<Outlines>} */ (fetched(url));
    },
    partners: (version) =>
      /** @type {Promise<Partners>} */ (fetched(`${data}&v=${encodeURIComponent(version)}`)),
    sizeForPaper,
  };
}
