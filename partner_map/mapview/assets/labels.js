/** The names: real buttons over the map, laid so that none can be taken for another's. */

import { AfterPaint, button, element, setName } from "./dom.js";
import { layerFrame, pointOf, worldPlaceOf } from "./geometry.js";
import {
  ABOUT,
  arrange,
  isInSight,
  lettersOf,
  MAX_NAMES,
  named,
  USUAL,
  withCare,
} from "./naming.js";
import { pathTo, pointsAlong } from "./paths.js";
import { EDGE, meet, square, widened } from "./placing.js";
import { asideOf } from "./spread.js";

/**
 * @import { Wanted } from "./naming.js"
 * @import { Box, Choices, Placed, Size } from "./placing.js"
 * @import { Degrees, PartnerFeature, Point, Shown, Status, Words } from "./types.js"
 */

/**
 * A name on the map: its element, the place of its dot, and what was measured and found for it.
 * @typedef {object} Name
 * @property {HTMLElement} element
 * @property {Degrees} point
 * @property {PartnerFeature} [feature] none for the home town
 * @property {Status} [status] none for the home town
 * @property {Size} [size]
 * @property {Size} [text] the size of its letters
 * @property {number} [place] the number of the place where it stands
 * @property {Choices} [among] the places that are so numbered
 * @property {L.Point} [offset] from the dot to the name's corner
 * @property {boolean} [pressed]
 */

const SPACE_FOR_FINGERS = 8; // pixels between names, on a hall's screen

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
    this.choices = USUAL;
    /** Before the first partners there is nothing to place. */
    this.isShown = false;
    /** @type {{boxes: Box[], year: HTMLElement | null, yearBox: Box | null} | undefined} */
    this.controlBoxes = undefined;
    /** The names of many partners come after their lines. */
    this.fitting = new AfterPaint(() => this.fit());
    /** Called with what may not be covered any more, when names stand anew. */
    this.onPlaced = (/** @type {Box[]} */ _taken, /** @type {Point[][]} */ _lines) => {};
    /** What the places of the names belong to: they stay while it does. */
    this.placedFor = "";
    /** Whether there was no room for all names in the usual places, so that none is sought. */
    this.crowded = false;
    /** All that the places of few names were found for, those places among it. */
    this.standing = "";
    this.renew(town, words);
    map.on("zoomanim", () => this.layer.classList.add("zooming"));
    map.on("move", () => this.carry());
    map.on("resize", () => this.forgetSizes());
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
    setName(this.hub.element, town.name);
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
    this.forgetSizes();
    this.place();
  }

  /** Another size of the map may bring another size of the font. */
  forgetSizes() {
    for (const name of [this.hub, ...this.names.values()]) name.size = undefined;
    this.forgetPlaces();
    this.forgetControls();
  }

  /** Some of the map's controls may have come or gone. */
  forgetControls() {
    this.controlBoxes = undefined;
  }

  /**
   * Show the names of these partners.
   * @param {Map<string, Shown>} partners by id
   * @param {string | null} selected
   */
  show(partners, selected) {
    this.partners = partners;
    this.selected = selected;
    this.isShown = true;
    if (withCare(partners.size)) this.fit();
    else this.fitSoon();
  }

  /** Of many partners, name those that are due after the next paint: their lines come first. */
  fitSoon() {
    for (const [id, name] of this.names) {
      if (!this.partners.has(id)) name.element.style.visibility = "hidden";
    }
    this.fitting.ask();
  }

  /** After a movement of the map: choose again where not all can be named, and place. */
  settleView() {
    this.layer.classList.remove("zooming");
    if (this.partners.size > MAX_NAMES) this.fit();
    else this.place();
  }

  /** Keep exactly the buttons that are due, in the order of the data, and place them. */
  fit() {
    this.fitting.drop();
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
    const { scale, ...corner } = layerFrame(this.map);
    const origin = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    /** @param {PartnerFeature} feature */
    const placeOf = (feature) => {
      const { x, y } = worldPlaceOf(feature);
      return { x: x * scale + origin.x, y: y * scale + origin.y };
    };
    const focused = [...this.names].find(([, name]) => name.element === document.activeElement);
    const first = [this.selected, focused?.[0]].filter((id) => id && this.partners.has(id));
    const due = named(
      [...this.partners].map(([id, { feature }]) => [id, () => placeOf(feature)]),
      this.map.getSize(),
      /** @type {string[]} */ (first),
    );
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
    if (entry.pressed !== pressed) entry.size = undefined;
    Object.assign(entry, { status, pressed });
    const label = entry.element;
    if (label.textContent !== name) setName(label, name);
    label.dataset.status = status;
    label.setAttribute("aria-pressed", String(pressed));
    label.setAttribute(
      "aria-label",
      fill(this.words[`aria_${status}`], name, String(feature.properties[status])),
    );
    return label;
  }

  /**
   * Make the button of a partner.
   * @param {string} id
   * @param {PartnerFeature} feature
   */
  add(id, feature) {
    const label = button("partner-label", "", () => this.onChoice(id));
    // Not a touch: two fingers on names move the map.
    L.DomEvent.on(label, "click mousedown dblclick contextmenu", L.DomEvent.stopPropagation);
    /** @type {Name} */
    const name = { element: label, point: pointOf(feature), feature };
    this.names.set(id, name);
    return name;
  }

  /** Find every name a place in the present view; the year makes room where it must. */
  place() {
    if (!this.isShown) return;
    const size = this.map.getSize();
    const hub = this.map.latLngToContainerPoint(this.hub.point).round();
    move(this.dot, hub);
    const view = `${this.map.getZoom()} ${this.map.getCenter()} ${size}`;
    if (view !== this.placedFor) {
      this.forgetPlaces();
      this.crowded = false;
    }
    this.placedFor = view;
    const careful = withCare(this.partners.size);
    // Most years change nothing of it.
    if (careful && this.situation(view) === this.standing) return;
    const lines = careful ? this.lines() : [];
    const { boxes, year, yearBox } = this.controls();
    const names = [this.hub, ...this.names.values()].map((name) => ({
      name,
      at: this.dotOf(name),
    }));
    const inSight = names.filter(({ at }) => isInSight(at, size));
    const found = arrange(
      inSight.map(({ name, at }) => this.wanted(name, at)),
      {
        size,
        controls: boxes,
        year: yearBox,
        lines,
        unnamed: this.unnamedDots(size),
        space: this.space,
        choices: this.choices,
        careful,
        crowded: this.crowded,
      },
    );
    this.crowded = found.crowded;
    if (year) year.style.visibility = found.year ? "visible" : "hidden";
    const placed = new Map(inSight.map(({ name }, index) => [name, found.placed[index]]));
    for (const { name, at } of names) {
      settle(name, at, placed.get(name) ?? null);
      name.among = found.choices;
    }
    this.standing = careful ? this.situation(view) : "";
    this.onPlaced(found.taken, lines);
  }

  /**
   * All that decides where the names stand, and where they do.
   * @param {string} view
   */
  situation(view) {
    const { partners, names, hub, crowded, controlBoxes } = this;
    const controls = controlBoxes && [controlBoxes.boxes, controlBoxes.yearBox];
    const lines = [...partners].map(([id, { status }]) => [id, status]);
    const named = [hub, ...names.values()].map(({ size, place, status, pressed, element }) => {
      return [size, place, status, pressed, element === document.activeElement];
    });
    return JSON.stringify([view, crowded, controls, lines, [...names.keys()], named]);
  }

  /** Let the names be placed anew as if they had never stood. */
  forgetPlaces() {
    for (const name of [this.hub, ...this.names.values()]) name.place = undefined;
  }

  /**
   * What is to be known of a name to place it.
   * @param {Name} name
   * @param {L.Point} at its dot
   * @returns {Wanted}
   */
  wanted(name, at) {
    const { status, pressed, place, among } = name;
    return {
      ...measured(name),
      at,
      status,
      chosen: pressed,
      focused: name.element === document.activeElement,
      place,
      among,
      clear: this.isKeptClear(name),
    };
  }

  /**
   * Whether a name is rather left out than over a line.
   * @param {Name} _name
   */
  isKeptClear(_name) {
    return false;
  }

  /**
   * Where the dots of the partners lie that have no button, in and about the map.
   * @param {Point} size of the map
   * @returns {Point[]}
   */
  unnamedDots(size) {
    if (this.partners.size === this.names.size) return [];
    const { scale, ...corner } = layerFrame(this.map);
    const origin = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    const around = widened({ left: 0, top: 0, right: size.x, bottom: size.y }, ABOUT);
    /** @type {Map<string, Point>} */
    const found = new Map();
    for (const [id, { feature }] of this.partners) {
      if (this.names.has(id)) continue;
      const place = worldPlaceOf(feature);
      const aside = asideOf(feature, scale);
      const x = Math.round(place.x * scale + origin.x + aside.x);
      const y = Math.round(place.y * scale + origin.y + aside.y);
      if (meet(square({ x, y }, 0.5), around)) found.set(`${x} ${y}`, { x, y });
    }
    return [...found.values()];
  }

  /** Take the names along with the moving map, each at its place beside its dot. */
  carry() {
    move(this.dot, this.map.latLngToContainerPoint(this.hub.point).round());
    for (const name of [this.hub, ...this.names.values()]) {
      if (name.offset) move(name.element, this.dotOf(name).add(name.offset));
    }
  }

  /**
   * Where a name's dot stands, in whole pixels of the map's container.
   * @param {Name} name
   */
  dotOf({ point, feature }) {
    const place = this.map.latLngToContainerPoint(point);
    if (!feature) return place.round();
    const { x, y } = asideOf(feature, layerFrame(this.map).scale);
    return place.add([x, y]).round();
  }

  /** All lines as they are drawn, in pixels of the map's container. */
  lines() {
    const { scale, ...corner } = layerFrame(this.map);
    const { x, y } = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    return [...this.partners.values()].map(({ feature }) => {
      const path = pathTo(this.hub.point, feature);
      return pointsAlong(path, { scale, x, y }, asideOf(feature, scale));
    });
  }

  /** The boxes of the legend and the controls, which names stay clear of; they seldom move. */
  controls() {
    if (this.controlBoxes) return this.controlBoxes;
    const container = this.map.getContainer();
    const origin = container.getBoundingClientRect();
    /** @param {Element} control */
    const boxOf = (control) => {
      const { left, top, right, bottom } = control.getBoundingClientRect();
      const [x, y] = [origin.left, origin.top];
      return widened({ left: left - x, top: top - y, right: right - x, bottom: bottom - y }, EDGE);
    };
    /** @type {HTMLElement | null} */
    const year = container.querySelector(".map-year");
    const controls = [...container.querySelectorAll(".leaflet-control")].filter(
      (control) => control !== year && control.checkVisibility(),
    );
    const yearBox = year?.checkVisibility() ? boxOf(year) : null;
    this.controlBoxes = { boxes: controls.map(boxOf), year, yearBox };
    return this.controlBoxes;
  }
}

/**
 * Show a name at its place, or leave it out where it has none.
 * @param {Name} name
 * @param {L.Point} at its dot
 * @param {Placed | null} placed
 */
function settle(name, at, placed) {
  name.element.style.visibility = placed ? "visible" : "hidden";
  name.place = placed?.place;
  if (!placed) return;
  const corner = L.point(placed.box.left, placed.box.top);
  name.offset = corner.subtract(at);
  move(name.element, corner);
}

/**
 * A name's size and that of its letters, which are kept: only its emphasis and the font change
 * them.
 * @param {Name} name
 * @returns {{size: Size, text: Size}}
 */
function measured(name) {
  if (!name.size || !name.text) {
    const { offsetWidth, offsetHeight } = name.element; // rounded, so that a pixel is added
    const { fontSize, paddingLeft } = getComputedStyle(name.element);
    const width = offsetWidth - 2 * parseFloat(paddingLeft);
    name.size = { width: offsetWidth + 1, height: offsetHeight };
    name.text = lettersOf(width, parseFloat(fontSize), name.size);
  }
  return { size: name.size, text: name.text };
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
 * @param {string} year
 */
function fill(sentence, name, year) {
  return sentence.replaceAll(/\{(name|year)\}/g, (_, part) => (part === "name" ? name : year));
}
