/** The names of the countries, below everything: where a country has room that nothing else takes. */

import { AfterPaint, element } from "./dom.js";
import { layerFrame } from "./geometry.js";
import { isSeen } from "./land.js";
import { freeSpot, spotsOf } from "./spots.js";

/**
 * @import { Box, Size } from "./placing.js"
 * @import { Area, Land } from "./land.js"
 * @import { Spot } from "./spots.js"
 * @import { Point } from "./types.js"
 * @typedef {object} Country
 * @property {HTMLElement} element
 * @property {Area} area what it takes of the Mercator world
 * @property {Size} [size] of the name
 * @property {Spot[]} [spots] the best first
 * @property {Spot} [spot] where the name stands
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
    /** Whether the sizes of the names hold. */
    this.isMeasured = false;
    /** @type {Box[]} */
    this.taken = [];
    /** @type {Point[][]} */
    this.lines = [];
    /** What is looked at first does not wait for them. */
    this.placing = new AfterPaint(() => this.place());
    map.on("zoomanim", () => {
      this.pane.classList.add("zooming");
      this.placing.drop(); // they are placed where it ends
    });
    map.on("resize", () => this.measureAgain());
  }

  /**
   * Take the land and the countries' names in a language, by code.
   * @param {Land[]} land
   * @param {Record<string, string>} names
   */
  renew(land, names) {
    this.pane.replaceChildren();
    this.countries = [];
    for (const { country, area } of land) {
      const name = names[country];
      if (!name) continue;
      const label = element("span", "country-name", name);
      label.style.visibility = "hidden"; // until it has a place
      this.pane.append(label);
      this.countries.push({ element: label, area });
    }
    this.spotsFor = "";
    this.placing.ask();
  }

  /** Measure the names anew, as when the font or its size has changed. */
  measureAgain() {
    this.isMeasured = false;
  }

  /**
   * Keep off what is taken, and off lines, from now on: what stands there goes at once.
   * @param {Box[]} taken
   * @param {Point[][]} lines
   */
  avoid(taken, lines) {
    Object.assign(this, { taken, lines });
    if (this.spotsFor !== "" && this.spotsFor !== this.view()) {
      this.place();
      return;
    }
    for (const { element: label, size, spot } of this.countries) {
      if (spot && size && !freeSpot([spot], size, taken, lines)) label.style.visibility = "hidden";
    }
    this.placing.ask();
  }

  /** Show the names where they cover nothing that is taken, and no line. */
  place() {
    this.placing.drop();
    this.pane.classList.remove("zooming");
    const { taken, lines } = this;
    this.find();
    for (const country of this.countries) {
      const spot = country.size && freeSpot(country.spots ?? [], country.size, taken, lines);
      country.spot = spot;
      country.element.style.visibility = spot ? "visible" : "hidden";
      if (!spot || !country.size) continue;
      const { width, height } = country.size;
      const corner = L.point(spot.x - width / 2, spot.y - height / 2).round();
      L.DomUtil.setPosition(country.element, this.map.containerPointToLayerPoint(corner));
    }
  }

  /** What the spots hold for. */
  view() {
    return `${this.map.getZoom()} ${this.map.getCenter()} ${this.map.getSize()}`;
  }

  /** Find the spots of each country in the present view, unless that is done. */
  find() {
    const view = this.view();
    if (view === this.spotsFor && this.isMeasured) return;
    this.spotsFor = view;
    if (!this.isMeasured) for (const country of this.countries) country.size = undefined;
    this.isMeasured = true;
    const size = this.map.getSize();
    const { scale, ...corner } = layerFrame(this.map);
    const { x, y } = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    const sight = { scale, x, y, size };
    const inSight = this.countries.filter((country) => isSeen(country.area, sight));
    for (const country of this.countries) country.spots = [];
    for (const country of inSight) {
      const { offsetWidth: width, offsetHeight: height } = country.element;
      country.size ??= { width, height };
    }
    for (const country of inSight) {
      country.spots = country.size ? spotsOf(country.area, country.size, sight) : [];
    }
  }
}
