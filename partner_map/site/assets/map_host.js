/** The page of the site as the map's layer asks for it. */

/**
 * @import { LayerHost, Outlines, Partners } from "../../mapview/assets/types.js"
 * @import { Told } from "./types.js"
 */

/**
 * A Leaflet map over the picture in a box.
 * @param {HTMLElement} box
 * @param {Told} told
 */
export function newMap(box, { partners: { town } }) {
  const place = document.createElement("div");
  box.append(place);
  return L.map(place, {
    center: [town.latitude, town.longitude],
    zoom: 5,
    zoomControl: false,
    zoomSnap: 0.05,
    attributionControl: false,
    preferCanvas: true,
  });
}

/**
 * What the layer asks for; data and outlines have come with the page's scripts.
 * @param {HTMLElement} box
 * @param {Told} told
 * @param {boolean} isEmbedded
 * @param {(city: string | null) => void} choose
 * @returns {LayerHost}
 */
export function mapHost(box, told, isEmbedded, choose) {
  return {
    failed: told.words.failed,
    isKiosk: false,
    isEmbedded,
    choose: ({ city }) => choose(city),
    loadFont: async () => {
      await document.fonts.ready;
    },
    name: () => {}, // the page has its own
    outlines: async () => /** @type {Outlines} */ (window.partnerMapOutlines),
    partners: async () => /** @type {Partners} */ (structuredClone(told.partners)),
    sizeForPaper: (onPaper) => box.classList.toggle("on-paper", onPaper),
  };
}
