/** The names of the countries, below everything: where a country has room that nothing else takes. */

import { element } from "./dom.js";
import { layerFrame } from "./geometry.js";
import { boxOf, freeSpot, isSeen, spotsOf, worldRing } from "./spots.js";

/**
 * @import { Box, Size } from "./placing.js"
 * @import { Spot } from "./spots.js"
 * @import { Outlines, Point } from "./types.js"
 * @typedef {object} Country
 * @property {HTMLElement} element
 * @property {Float64Array[]} rings in the Mercator world, x and y in turn
 * @property {Box} box about them
 * @property {Size} [size] of the name
 * @property {Spot[]} [spots] the best first
 */

/** Keeps the names of the countries in sight in their places. */
export class CountryNames {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    this.pane = map.createPane("countries");
    this.pane.setAttribute("aria-hidden", "true");
    /** @type {Country[]} */
    this.countries = [];
    this.spotsFor = "";
    /** @type {Box[]} */
    this.taken = [];
    /** @type {Point[][]} */
    this.lines = [];
    map.on("zoomanim", () => this.pane.classList.add("zooming"));
    map.on("resize", () => this.measureAgain());
  }

  /**
   * Take the outlines and the countries' names in a language, by code.
   * @param {Outlines} outlines
   * @param {Record<string, string>} names
   */
  renew({ features }, names) {
    this.pane.replaceChildren();
    this.countries = [];
    for (const { properties, geometry } of features) {
      const name = properties.country && names[properties.country];
      if (!name) continue;
      const rings = geometry.coordinates.flat().map(worldRing);
      const label = element("span", "country-name", name);
      this.pane.append(label);
      this.countries.push({ element: label, rings, box: boxOf(rings) });
    }
    this.spotsFor = "";
    this.place(this.taken, this.lines);
  }

  /** Measure the names anew, as when the font or its size has changed. */
  measureAgain() {
    for (const country of this.countries) country.size = undefined;
    this.spotsFor = "";
  }

  /**
   * Show the names where they cover nothing that is taken, and no line.
   * @param {Box[]} taken
   * @param {Point[][]} lines
   */
  place(taken, lines) {
    this.pane.classList.remove("zooming");
    Object.assign(this, { taken, lines });
    this.find();
    for (const country of this.countries) {
      const spot = country.size && freeSpot(country.spots ?? [], country.size, taken, lines);
      country.element.style.visibility = spot ? "visible" : "hidden";
      if (!spot || !country.size) continue;
      const { width, height } = country.size;
      const corner = L.point(spot.x - width / 2, spot.y - height / 2).round();
      L.DomUtil.setPosition(country.element, this.map.containerPointToLayerPoint(corner));
    }
  }

  /** Find the spots of each country in the present view, unless that is done. */
  find() {
    const size = this.map.getSize();
    const view = `${this.map.getZoom()} ${this.map.getCenter()} ${size}`;
    if (view === this.spotsFor) return;
    this.spotsFor = view;
    const { scale, ...corner } = layerFrame(this.map);
    const { x, y } = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    const sight = { scale, x, y, size };
    const inSight = this.countries.filter((country) => isSeen(country, sight));
    for (const country of this.countries) country.spots = [];
    for (const country of inSight) {
      const { offsetWidth: width, offsetHeight: height } = country.element;
      country.size ??= { width, height };
    }
    for (const country of inSight) {
      country.spots = country.size ? spotsOf(country, country.size, sight) : [];
    }
  }
}
