/** The built-in basemap: the countries' outlines and names, below everything and deaf to touch. */

import { CountryNames } from "./countries.js";
import { colour } from "./dom.js";
import { EUROPE, limitsAbout, pointOf } from "./geometry.js";
import { allRound } from "./globe.js";

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
    /** The outlines, and again beyond the 180th meridian. @type {Outlines | undefined} */
    this.drawn = undefined;
    /** @type {L.GeoJSON | undefined} */
    this.land = undefined;
    /** @type {L.GeoJSON[]} */
    this.layers = [];
    /** @type {L.Canvas | undefined} */
    this.renderer = undefined;
    /** How far the map may be moved. */
    this.limits = EUROPE;
    /** @type {Pick<Partners, "countries" | "features" | "town"> | undefined} */
    this.partners = undefined;
  }

  /**
   * Draw outlines in the place of those before.
   * @param {Outlines} outlines
   */
  draw(outlines) {
    this.outlines = outlines;
    this.lay();
  }

  /**
   * Take the partners, by whose countries the land is tinted, and the countries' names.
   * @param {Pick<Partners, "countries" | "features" | "town">} partners whose longitudes run on
   */
  know(partners) {
    this.partners = partners;
    const { town, features } = partners;
    const limits = limitsAbout([[town.latitude, town.longitude], ...features.map(pointOf)]);
    const isSame = String(limits) === String(this.limits);
    this.limits = limits;
    if (!isSame) {
      this.lay();
      return;
    }
    this.land?.setStyle((feature) => this.styleOf(feature?.properties.country));
    if (this.drawn) this.names.renew(this.drawn, partners.countries);
  }

  /** Draw the coasts, and upon them the land with its quieter borders, as far as the map goes. */
  lay() {
    if (!this.outlines) return;
    const outlines = this.limits === EUROPE ? this.outlines : allRound(this.outlines, this.limits);
    this.drawn = outlines;
    for (const layer of this.layers) layer.remove();
    this.renderer ??= L.canvas({ pane: "basemap", padding: 0.5 });
    const options = { interactive: false, pane: "basemap", renderer: this.renderer };
    const coast = { color: colour("--coast"), weight: 2.5, fill: false };
    this.land = L.geoJSON(outlines, {
      ...options,
      style: (feature) => this.styleOf(feature?.properties.country),
    });
    this.layers = [L.geoJSON(outlines, { ...options, style: () => coast }), this.land];
    for (const layer of this.layers) layer.addTo(this.map);
    if (this.partners) this.names.renew(outlines, this.partners.countries);
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
