/** The page of the site as the map's layer asks for it. */

/**
 * @import { LayerHost, Outlines, Partners } from "../../mapview/assets/types.js"
 * @import { Told } from "./types.js"
 */

/**
 * A Leaflet map over the picture in a box, with no view yet: all is laid once, in the one that
 * fits the partners.
 * @param {HTMLElement} box
 */
export function newMap(box) {
  const place = document.createElement("div");
  box.append(place);
  return L.map(place, {
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
      const isThere = document.fonts.check('1rem "Source Sans"');
      await document.fonts.ready;
      return !isThere;
    },
    name: () => {}, // the page has its own
    outlines: async () => /** @type {Outlines} */ (window.partnerMapOutlines),
    partners: async () => /** @type {Partners} */ (structuredClone(told.partners)),
    sizeForPaper: (onPaper) => box.classList.toggle("on-paper", onPaper),
  };
}
