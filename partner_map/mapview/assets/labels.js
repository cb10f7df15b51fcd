/** The names: real buttons over the map, laid so that none covers another. */

import { greatCircle, layerFrame, pointOf, worldPlaceOf } from "./geometry.js";

const MOST = 60;
const NEVER_SKIPPED = 40;
const GAP = 9; // pixels between a dot and its name
const EDGE = 4;
const LINE_REACH = 6; // pixels to each side that a name keeps off a line
const LINE_STEP = 8; // pixels between two boxes along it
const SPACE_FOR_FINGERS = 8; // between names, on a hall's screen

/** Places of a label around its dot: share of its width, share of its height, away. */
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

/** What a covered square pixel costs: of a line, a name, a dot, a control. */
const COSTS = { line: 1, name: 10, dot: 12, control: 40 };

/** Keeps a button for each name that is shown and finds each a place. */
export class Labels {
  /** @param {L.Map} map @param {{name: string, point: number[]}} town @param {object} words */
  constructor(map, town, words, onChoice) {
    this.map = map;
    this.onChoice = onChoice;
    this.space = document.documentElement.dataset.mode === "kiosk" ? SPACE_FOR_FINGERS : 0;
    this.layer = document.createElement("div");
    this.layer.className = "partner-labels";
    map.getContainer().append(this.layer);
    this.dot = element("span", "town-dot", "");
    this.hub = { element: element("span", "town-label", "") };
    this.layer.append(this.dot, this.hub.element);
    this.entries = new Map();
    this.partners = new Map();
    this.places = PLACES;
    this.distances = FAR;
    this.farCost = FAR_COST;
    this.renew(town, words);
    map.on("zoomanim", () => this.layer.classList.add("zooming"));
    map.on("move", () => this.carry());
    map.on("resize", () => delete this.controlBoxes);
    map.on("moveend viewreset resize", () => this.settleView());
  }

  /** Take another town and other words, and forget the names. */
  renew(town, words) {
    this.words = words;
    this.hub.point = town.point;
    this.hub.element.textContent = town.name;
    delete this.hub.size;
    for (const { element: button } of this.entries.values()) button.remove();
    this.entries.clear();
  }

  /** Measure all names anew, as when the font has come. */
  measureAgain() {
    for (const entry of [this.hub, ...this.entries.values()]) delete entry.size;
    delete this.controlBoxes;
    this.place();
  }

  /** Show the names of these partners: a Map from id to {feature, state}. */
  show(partners, selected) {
    this.partners = partners;
    this.selected = selected;
    this.fit();
  }

  /** After a movement of the map: choose again where not all can be named, and place. */
  settleView() {
    this.layer.classList.remove("zooming");
    if (this.partners.size > MOST) this.fit();
    else this.place();
  }

  /** Keep exactly the buttons that are due, in the order of the data, and place them. */
  fit() {
    const named = this.namedPartners();
    for (const [id, entry] of this.entries) {
      if (named.has(id)) continue;
      entry.element.remove();
      this.entries.delete(id);
    }
    let before = this.hub.element;
    for (const [id, { feature, state }] of named) {
      const button = this.update(id, feature, state, id === this.selected);
      if (before.nextSibling !== button) this.layer.insertBefore(button, before.nextSibling);
      before = button;
    }
    this.place();
  }

  /** The partners that get a button: all, or of many those in sight that lie apart. */
  namedPartners() {
    if (this.partners.size <= MOST) return this.partners;
    const size = this.map.getSize();
    const { scale, ...corner } = layerFrame(this.map);
    const origin = this.map.layerPointToContainerPoint([corner.x, corner.y]);
    const cells = new Set();
    const due = new Set(this.partners.has(this.selected) ? [this.selected] : []);
    const focused = [...this.entries].find(([, entry]) => entry.element === document.activeElement);
    if (focused && this.partners.has(focused[0])) due.add(focused[0]);
    for (const [id, { feature }] of this.partners) {
      if (due.size >= MOST) break;
      const place = worldPlaceOf(feature);
      const [x, y] = [place.x * scale + origin.x, place.y * scale + origin.y];
      if (x < 0 || y < 0 || x > size.x || y > size.y) continue;
      const cell = Math.floor(x / 70) + 1000 * Math.floor(y / 32);
      if (cells.has(cell)) continue;
      cells.add(cell);
      due.add(id);
    }
    return new Map([...this.partners].filter(([id]) => due.has(id)));
  }

  /** Make or change one name, and give back its button. */
  update(id, feature, state, pressed) {
    const entry = this.entries.get(id) ?? this.add(id, feature);
    const { name, agreement, contacts, ended } = feature.properties;
    const year = { agreement, contacts, ended }[state];
    const said = fill(state === "ended" ? this.words.label_ended : "{name}", name, year);
    if (entry.said !== said || entry.pressed !== pressed) delete entry.size;
    Object.assign(entry, { said, pressed });
    const button = entry.element;
    if (button.textContent !== said) button.textContent = said;
    button.dataset.state = state;
    button.setAttribute("aria-pressed", String(pressed));
    button.setAttribute("aria-label", fill(this.words[`aria_${state}`], name, year));
    return button;
  }

  /** Make the button of a partner. */
  add(id, feature) {
    const button = element("button", "partner-label", "");
    button.type = "button";
    L.DomEvent.disableClickPropagation(button);
    button.addEventListener("click", () => this.onChoice(id));
    const entry = { element: button, point: pointOf(feature) };
    this.entries.set(id, entry);
    return entry;
  }

  /** Find every name a place in the present view. */
  place() {
    const size = this.map.getSize();
    const hub = this.map.latLngToContainerPoint(this.hub.point);
    move(this.dot, hub);
    const points = [...this.entries.values()].map((entry) => ({
      entry,
      at: this.map.latLngToContainerPoint(entry.point),
    }));
    for (const entry of [this.hub, ...this.entries.values()]) measure(entry);
    const controls = this.controls();
    const dots = points.map(({ at }) => square(at, 7, COSTS.dot));
    const must = this.partners.size <= NEVER_SKIPPED;
    const taken = [square(hub, 9, COSTS.dot), ...dots, ...controls, ...(must ? this.paths() : [])];
    const blocked = (box) => overlap(box, controls) + outside(box, size) > 0;
    this.settle(this.hub, hub, hub, taken, size, true);
    points.sort((a, b) => this.order(a.entry, b.entry));
    for (const { entry, at } of points) {
      this.settle(entry, at, hub, taken, size, must || entry.pressed);
      if (!entry.pressed && blocked(entry.box)) entry.element.style.visibility = "hidden";
    }
  }

  /** Which of two names is placed first: a negative number for the one. */
  order(one, other) {
    return Number(other.pressed) - Number(one.pressed);
  }

  /** Give a name the first place that is free, or the freest when it must be shown. */
  settle(entry, at, hub, taken, size, must) {
    const inside = at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y;
    const { width, height } = entry.size;
    let best = null;
    for (const far of must ? this.distances : NEAR) {
      for (const [shareX, shareY, awayX, awayY] of placesAwayFrom(this.places, hub, at)) {
        const left = at.x + shareX * width + awayX * GAP * far;
        const top = at.y + shareY * height + awayY * GAP * far;
        const box = { left, top, right: left + width, bottom: top + height };
        const cost = overlap(box, taken) + outside(box, size) + (far - 1) * this.farCost;
        if (best === null || cost < best.cost) best = { box, cost };
        if (cost === 0) break;
      }
      if (best.cost === 0) break;
    }
    const shown = inside && (best.cost === 0 || must);
    entry.element.style.visibility = shown ? "visible" : "hidden";
    const corner = L.point(best.box.left, best.box.top).round();
    Object.assign(entry, { offset: corner.subtract(at), box: best.box });
    if (!shown) return;
    move(entry.element, corner);
    taken.push({ ...widened(best.box, this.space), cost: COSTS.name });
  }

  /** Take the names along with the moving map, each at its place beside its dot. */
  carry() {
    const hub = this.map.latLngToContainerPoint(this.hub.point);
    move(this.dot, hub);
    for (const { element: label, point, offset } of [this.hub, ...this.entries.values()]) {
      if (offset) move(label, this.map.latLngToContainerPoint(point).add(offset).round());
    }
  }

  /** Boxes along all lines, without a gap, which names leave free where they can. */
  paths() {
    return [...this.partners.values()].flatMap(({ feature }) => {
      const places = greatCircle(this.hub.point, pointOf(feature));
      const points = places.map((place) => this.map.latLngToContainerPoint(place));
      return points.slice(1).flatMap((point, index) => {
        const count = Math.ceil(points[index].distanceTo(point) / LINE_STEP) || 1;
        return Array.from({ length: count }, (_, part) => {
          const along = point.subtract(points[index]).multiplyBy((part + 1) / count);
          return square(points[index].add(along), LINE_REACH, COSTS.line);
        });
      });
    });
  }

  /** The boxes of the legend and the controls, which names stay clear of; they seldom move. */
  controls() {
    if (this.controlBoxes) return this.controlBoxes;
    const origin = this.map.getContainer().getBoundingClientRect();
    this.controlBoxes = [...this.map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
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

/** Keep a name's size, which only its text, its emphasis and the font change. */
function measure(entry) {
  if (entry.size) return;
  const { offsetWidth, offsetHeight } = entry.element; // rounded, so that a pixel is added
  entry.size = { width: offsetWidth + 1, height: offsetHeight + 1 };
}

/** Put an element at a point of the map's container. */
function move(target, { x, y }) {
  target.style.transform = `translate(${x}px, ${y}px)`;
}

/** An element with a class and a text. */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** A sentence of the catalogue with its name and year. */
function fill(sentence, name, year) {
  return sentence.replaceAll(/\{(name|year)\}/g, (_, part) => (part === "name" ? name : year));
}

/** A square box around a point, and what covering it costs. */
function square({ x, y }, reach, cost) {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach, cost };
}

/** A box with space about it. */
function widened({ left, top, right, bottom }, space) {
  return { left: left - space, top: top - space, right: right + space, bottom: bottom + space };
}

/** The places with those first that lie away from the hub, where no line runs. */
function placesAwayFrom(places, hub, at) {
  const reach = Math.hypot(at.x - hub.x, at.y - hub.y) || 1;
  const [x, y] = [(at.x - hub.x) / reach, (at.y - hub.y) / reach];
  const toward = ([, , awayX, awayY]) => awayX * x + awayY * y;
  return [...places].sort((a, b) => toward(b) - toward(a));
}

/** What the square pixels that a box has in common with others cost. */
function overlap(box, others) {
  return others.reduce((sum, other) => {
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return width > 0 && height > 0 ? sum + width * height * other.cost : sum;
  }, 0);
}

/** How far a box reaches over the map's edge, weighed more than an overlap. */
function outside(box, size) {
  const over =
    Math.max(0, EDGE - box.left) +
    Math.max(0, EDGE - box.top) +
    Math.max(0, box.right - size.x + EDGE) +
    Math.max(0, box.bottom - size.y + EDGE);
  return over * 2000;
}
