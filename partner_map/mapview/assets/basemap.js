/** The built-in basemap: the countries' outlines and names, below everything and deaf to touch. */

import { CountryNames } from "./countries.js";
import { colour } from "./dom.js";

/** @import { Outlines, Partners } from "./types.js" */

/** The countries, of which those of the partners and the home country are tinted. */
export class Basemap {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    const pane = map.createPane("basemap");
    pane.style.zIndex = "200";
    pane.style.pointerEvents = "none";
    this.names = new CountryNames(map);
    /** @type {Outlines | undefined} */
    this.outlines = undefined;
    /** @type {L.GeoJSON | undefined} */
    this.land = undefined;
    /** @type {Pick<Partners, "countries" | "features" | "town"> | undefined} */
    this.partners = undefined;
  }

  /**
   * Fetch and draw the outlines; a failure leaves the sea, and the lines on it.
   * @param {string} url
   */
  async fetch(url) {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`basemap: HTTP ${answer.status}`);
    this.draw(await answer.json());
  }

  /**
   * Draw the outlines: the coasts, and upon them the land with its quieter borders.
   * @param {Outlines} outlines
   */
  draw(outlines) {
    const renderer = L.canvas({ pane: "basemap", padding: 0.5 });
    const options = { interactive: false, pane: "basemap", renderer };
    const coast = { color: colour("--coast"), weight: 2.5, fill: false };
    L.geoJSON(outlines, { ...options, style: () => coast }).addTo(this.map);
    this.land = L.geoJSON(outlines, {
      ...options,
      style: (feature) => this.styleOf(feature?.properties.country),
    }).addTo(this.map);
    this.outlines = outlines;
    if (this.partners) this.names.renew(outlines, this.partners.countries);
  }

  /**
   * Take the partners, by whose countries the land is tinted, and the countries' names.
   * @param {Pick<Partners, "countries" | "features" | "town">} partners
   */
  know(partners) {
    this.partners = partners;
    this.land?.setStyle((feature) => this.styleOf(feature?.properties.country));
    if (this.outlines) this.names.renew(this.outlines, partners.countries);
  }

  /**
   * How a country is drawn.
   * @param {string | undefined} country
   * @returns {L.PathOptions}
   */
  styleOf(country) {
    const { town, features = [] } = this.partners ?? {};
    const isPartners = features.some(({ properties }) => properties.country === country);
    const tint = country === town?.country ? "--land-home" : "--land-partner";
    const ours = country !== undefined && (isPartners || country === town?.country);
    return {
      fillColor: colour(ours ? tint : "--land"),
      fillOpacity: 1,
      color: colour("--border"),
      weight: 1,
    };
  }
}
