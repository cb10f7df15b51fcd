/** The names: real buttons over the map, laid so that none covers another. */

import { button, element } from "./dom.js";
import { greatCircle, layerFrame, pointOf, worldPlaceOf } from "./geometry.js";
import {
  bestPlace,
  boxesAlong,
  COSTS,
  EDGE,
  outside,
  overlap,
  square,
  widened,
} from "./placing.js";

/**
 * @import { Box, Place, Size, Taken } from "./placing.js"
 * @import { Degrees, PartnerFeature, Point, Shown, Status, Words } from "./types.js"
 */

/**
 * A name on the map: its element, the place of its dot, and what was measured and found for it.
 * @typedef {object} Name
 * @property {HTMLElement} element
 * @property {Degrees} point
 * @property {Size} [size]
 * @property {Box} [box]
 * @property {L.Point} [offset] from the dot to the name's corner
 * @property {string} [text]
 * @property {boolean} [pressed]
 */

const MAX_NAMES = 60;
const MAX_NEVER_SKIPPED = 40;
const SPACE_FOR_FINGERS = 8; // pixels between names, on a hall's screen
const [CELL_WIDTH, CELL_HEIGHT] = [70, 32]; // pixels, of the grid that thins many names out
const [DOT_REACH, HUB_REACH] = [7, 9]; // pixels from a dot's middle that names leave free

/**
 * Places of a name around its dot.
 * @type {Place[]}
 */
const PLACES = [
  [0, -0.5, 1, 0],
  [-0.5, 0, 0, 1],
  [-0.5, -1, 0, -1],
  [-1, -0.5, -1, 0],
  [0, -1, 0.8, -0.6],
  [-1, -1, -0.8, -0.6],
  [0, 0, 0.8, 0.6],
  [-1, 0, -0.8, 0.6],
  [-0.2, -1, 0, -1],
  [-0.8, -1, 0, -1],
  [-0.2, 0, 0, 1],
  [-0.8, 0, 0, 1],
];

/** How far out a name is tried, in gaps; the far ones only for names that must be shown. */
const NEAR = [1];
const FAR = [1, 2, 3.4];
const FAR_COST = 60; // a gap farther out is worth so many square pixels of covered line

/** Keeps a button for each name that is shown and finds each a place. */
export class Labels {
  /**
   * @param {L.Map} map
   * @param {{name: string, point: Degrees}} town
   * @param {Words} words
   * @param {(id: string) => void} onChoice
   */
  constructor(map, town, words, onChoice) {
    this.map = map;
    this.onChoice = onChoice;
    this.words = words;
    this.space = document.documentElement.dataset.mode === "kiosk" ? SPACE_FOR_FINGERS : 0;
    this.layer = element("div", "partner-labels", "");
    map.getContainer().append(this.layer);
    this.dot = element("span", "town-dot", "");
    /** @type {Name} */
    this.hub = { element: element("span", "town-label", ""), point: town.point };
    this.layer.append(this.dot, this.hub.element);
    /** @type {Map<string, Name>} */
    this.names = new Map();
    /** @type {Map<string, Shown>} */
    this.partners = new Map();
    /** @type {string | null} */
    this.selected = null;
    this.places = PLACES;
    this.distances = FAR;
    this.farCost = FAR_COST;
    /** @type {Taken[] | undefined} */
    this.controlBoxes = undefined;
    this.renew(town, words);
    map.on("zoomanim", () => this.layer.classList.add("zooming"));
    map.on("move", () => this.carry());
    map.on("resize", () => {
      this.controlBoxes = undefined;
    });
    map.on("moveend viewreset resize", () => this.settleView());
  }

  /**
   * Take another town and other words, and forget the names.
   * @param {{name: string, point: Degrees}} town
   * @param {Words} words
   */
  renew(town, words) {
    this.words = words;
    this.hub.point = town.point;
    this.hub.element.textContent = town.name;
    this.hub.size = undefined;
    for (const { element: label } of this.names.values()) label.remove();
    this.names.clear();
  }

  /**
   * The id of the partner whose name an element is; null for any other element.
   * @param {EventTarget | null} target
   */
  idOf(target) {
    for (const [id, { element: label }] of this.names) if (label === target) return id;
    return null;
  }

  /** Measure all names anew, as when the font has come. */
  measureAgain() {
    for (const name of [this.hub, ...this.names.values()]) name.size = undefined;
    this.controlBoxes = undefined;
    this.place();
  }

  /**
   * Show the names of these partners.
   * @param {Map<string, Shown>} partners by id
   * @param {string | null} selected
   */
  show(partners, selected) {
    this.partners = partners;
    this.selected = selected;
    this.fit();
  }

  /** After a movement of the map: choose again where not all can be named, and place. */
  settleView() {
    this.layer.classList.remove("zooming");
    if (this.partners.size > MAX_NAMES) this.fit();
    else this.place();
  }

  /** Keep exactly the buttons that are due, in the order of the data, and place them. */
  fit() {
    const named = this.namedPartners();
    for (const [id, name] of this.names) {
      if (named.has(id)) continue;
      name.element.remove();
      this.names.delete(id);
    }
    let before = this.hub.element;
    for (const [id, { feature, status }] of named) {
      const label = this.update(id, feature, status, id === this.selected);
      if (before.nextSibling !== label) this.layer.insertBefore(label, before.nextSibling);
      before = label;
    }
    this.place();
  }

  /** The partners that get a button: all, or of many those in sight that lie apart. */
  namedPartners() {
    if (this.partners.size <= MAX_NAMES) return this.partners;
    const size = this.map.getSize();
    const { scale, ...corner } = layerFrame(this.map);
    const origin = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    const cells = new Set();
    /** @type {Set<string>} */
    const due = new Set();
    if (this.selected !== null && this.partners.has(this.selected)) due.add(this.selected);
    const focused = [...this.names].find(([, name]) => name.element === document.activeElement);
    if (focused && this.partners.has(focused[0])) due.add(focused[0]);
    for (const [id, { feature }] of this.partners) {
      if (due.size >= MAX_NAMES) break;
      const place = worldPlaceOf(feature);
      const [x, y] = [place.x * scale + origin.x, place.y * scale + origin.y];
      if (x < 0 || y < 0 || x > size.x || y > size.y) continue;
      const cell = Math.floor(x / CELL_WIDTH) + 1000 * Math.floor(y / CELL_HEIGHT);
      if (cells.has(cell)) continue;
      cells.add(cell);
      due.add(id);
    }
    return new Map([...this.partners].filter(([id]) => due.has(id)));
  }

  /**
   * Make or change one name, and give back its button.
   * @param {string} id
   * @param {PartnerFeature} feature
   * @param {Status} status
   * @param {boolean} pressed
   */
  update(id, feature, status, pressed) {
    const entry = this.names.get(id) ?? this.add(id, feature);
    const { name } = feature.properties;
    const year = feature.properties[status];
    const text = fill(status === "ended" ? this.words.label_ended : "{name}", name, year);
    if (entry.text !== text || entry.pressed !== pressed) entry.size = undefined;
    Object.assign(entry, { text, pressed });
    const label = entry.element;
    if (label.textContent !== text) label.textContent = text;
    label.dataset.status = status;
    label.setAttribute("aria-pressed", String(pressed));
    label.setAttribute("aria-label", fill(this.words[`aria_${status}`], name, year));
    return label;
  }

  /**
   * Make the button of a partner.
   * @param {string} id
   * @param {PartnerFeature} feature
   */
  add(id, feature) {
    const label = button("partner-label", "", () => this.onChoice(id));
    L.DomEvent.disableClickPropagation(label);
    /** @type {Name} */
    const name = { element: label, point: pointOf(feature) };
    this.names.set(id, name);
    return name;
  }

  /** Find every name a place in the present view. */
  place() {
    const size = this.map.getSize();
    const hub = this.map.latLngToContainerPoint(this.hub.point);
    move(this.dot, hub);
    const points = [...this.names.values()].map((name) => ({
      name,
      at: this.map.latLngToContainerPoint(name.point),
      size: measured(name),
    }));
    const controls = this.controls();
    const dots = points.map(({ at }) => square(at, DOT_REACH, COSTS.dot));
    const must = this.partners.size <= MAX_NEVER_SKIPPED;
    const lines = must ? this.lineBoxes() : [];
    const taken = [square(hub, HUB_REACH, COSTS.dot), ...dots, ...controls, ...lines];
    const view = { hub, size, taken };
    this.settle(this.hub, hub, view, true);
    points.sort((a, b) => this.order(a, b));
    for (const { name, at } of points) {
      const box = this.settle(name, at, view, must || name.pressed === true);
      const blocked = overlap(box, controls) + outside(box, size) > 0;
      if (!name.pressed && blocked) name.element.style.visibility = "hidden";
    }
  }

  /**
   * Which of two names is placed first: a negative number for the one.
   * @param {{name: Name, size: Size}} one
   * @param {{name: Name, size: Size}} other
   */
  order({ name: one }, { name: other }) {
    return Number(other.pressed) - Number(one.pressed);
  }

  /**
   * Give a name the first place that is free, or the freest when it must be shown.
   * @param {Name} name
   * @param {L.Point} at its dot
   * @param {{hub: Point, size: Point, taken: Taken[]}} view
   * @param {boolean} must
   */
  settle(name, at, view, must) {
    const { places, farCost } = this;
    const inside = at.x > 0 && at.y > 0 && at.x < view.size.x && at.y < view.size.y;
    const distances = must ? this.distances : NEAR;
    const { box, cost } = bestPlace(measured(name), at, view, { places, distances, farCost });
    const shown = inside && (cost === 0 || must);
    name.element.style.visibility = shown ? "visible" : "hidden";
    const corner = L.point(box.left, box.top).round();
    Object.assign(name, { offset: corner.subtract(at), box });
    if (shown) {
      move(name.element, corner);
      view.taken.push({ ...widened(box, this.space), cost: COSTS.name });
    }
    return box;
  }

  /** Take the names along with the moving map, each at its place beside its dot. */
  carry() {
    const hub = this.map.latLngToContainerPoint(this.hub.point);
    move(this.dot, hub);
    for (const { element: label, point, offset } of [this.hub, ...this.names.values()]) {
      if (offset) move(label, this.map.latLngToContainerPoint(point).add(offset).round());
    }
  }

  /** Boxes along all lines. */
  lineBoxes() {
    return [...this.partners.values()].flatMap(({ feature }) => {
      const places = greatCircle(this.hub.point, pointOf(feature));
      return boxesAlong(places.map((place) => this.map.latLngToContainerPoint(place)));
    });
  }

  /** The boxes of the legend and the controls, which names stay clear of; they seldom move. */
  controls() {
    if (this.controlBoxes) return this.controlBoxes;
    const container = this.map.getContainer();
    const origin = container.getBoundingClientRect();
    this.controlBoxes = [...container.querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      return {
        left: box.left - origin.left - EDGE,
        top: box.top - origin.top - EDGE,
        right: box.right - origin.left + EDGE,
        bottom: box.bottom - origin.top + EDGE,
        cost: COSTS.control,
      };
    });
    return this.controlBoxes;
  }
}

/**
 * A name's size, which is kept: only its text, its emphasis and the font change it.
 * @param {Name} name
 * @returns {Size}
 */
function measured(name) {
  if (!name.size) {
    const { offsetWidth, offsetHeight } = name.element; // rounded, so that a pixel is added
    name.size = { width: offsetWidth + 1, height: offsetHeight + 1 };
  }
  return name.size;
}

/**
 * Put an element at a point of the map's container.
 * @param {HTMLElement} target
 * @param {Point} point
 */
function move(target, { x, y }) {
  target.style.transform = `translate(${x}px, ${y}px)`;
}

/**
 * A sentence of the catalogue with its name and year.
 * @param {string} sentence
 * @param {string} name
 * @param {number | null} year
 */
function fill(sentence, name, year) {
  return sentence.replaceAll(/\{(name|year)\}/g, (_, part) =>
    part === "name" ? name : String(year),
  );
}
