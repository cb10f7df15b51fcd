/** The names: real buttons over the map, laid so that none covers another. */

const MOST = 60;
const NEVER_SKIPPED = 40;
const GAP = 9; // pixels between a dot and its name
const EDGE = 4;

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
];

/** Keeps a button for each name that is shown and finds each a place. */
export class Labels {
  /** @param {L.Map} map @param {{name: string, point: number[]}} town @param {object} words */
  constructor(map, town, words, onChoice) {
    this.map = map;
    this.words = words;
    this.onChoice = onChoice;
    this.layer = document.createElement("div");
    this.layer.className = "partner-labels";
    map.getContainer().append(this.layer);
    L.DomEvent.disableScrollPropagation(this.layer);
    this.hub = { point: town.point, element: element("span", "town-label", town.name) };
    this.dot = element("span", "town-dot", "");
    this.layer.append(this.dot, this.hub.element);
    this.entries = new Map();
    map.on("move zoom viewreset resize", () => this.place());
  }

  /** Show the names of these partners: a Map from id to {feature, state}. */
  show(partners, selected) {
    for (const [id, entry] of this.entries) {
      if (!partners.has(id)) {
        entry.element.remove();
        this.entries.delete(id);
      }
    }
    const named = [...partners].slice(0, MOST);
    if (selected && partners.has(selected)) named.push([selected, partners.get(selected)]);
    for (const [id, { feature, state }] of named) this.update(id, feature, state, id === selected);
    for (const id of partners.keys()) {
      const entry = this.entries.get(id);
      if (entry && entry.element !== this.layer.lastChild) this.reorder(entry.element);
    }
    this.place();
  }

  /** Keep the buttons in the order of the data without moving the one that has the focus. */
  reorder(button) {
    if (document.activeElement?.parentNode !== this.layer) this.layer.append(button);
  }

  /** Make or change one name. */
  update(id, feature, state, pressed) {
    let entry = this.entries.get(id);
    if (!entry) {
      const button = element("button", "partner-label", "");
      button.type = "button";
      L.DomEvent.disableClickPropagation(button);
      button.addEventListener("click", () => this.onChoice(id));
      const [longitude, latitude] = feature.geometry.coordinates;
      entry = { element: button, point: [latitude, longitude] };
      this.entries.set(id, entry);
      this.layer.append(button);
    }
    const { name, agreement, ended } = feature.properties;
    const said = { ended: this.words.label_ended, agreement: "{name}", contacts: "{name}" }[state];
    entry.element.textContent = fill(said, name, ended);
    entry.element.dataset.state = state;
    entry.element.setAttribute("aria-pressed", String(pressed));
    const year = state === "ended" ? ended : agreement;
    entry.element.setAttribute("aria-label", fill(this.words[`aria_${state}`], name, year));
    entry.pressed = pressed;
  }

  /** Find every name a place in the present view. */
  place() {
    const size = this.map.getSize();
    const hub = this.map.latLngToContainerPoint(this.hub.point);
    this.dot.style.transform = `translate(${hub.x}px, ${hub.y}px)`;
    const points = [...this.entries.values()].map((entry) => ({
      entry,
      at: this.map.latLngToContainerPoint(entry.point),
    }));
    const taken = [hub, ...points.map(({ at }) => at)].map((at) => square(at, 7));
    taken.push(...this.obstacles());
    this.settle(this.hub.element, hub, hub, taken, size, true);
    points.sort((a, b) => Number(b.entry.pressed) - Number(a.entry.pressed));
    const must = points.length <= NEVER_SKIPPED;
    for (const { entry, at } of points) {
      this.settle(entry.element, at, hub, taken, size, must || entry.pressed);
    }
  }

  /** Give a name the first place that is free, or the freest when it must be shown. */
  settle(label, at, hub, taken, size, must) {
    const inside = at.x > -20 && at.y > -20 && at.x < size.x + 20 && at.y < size.y + 20;
    const [width, height] = [label.offsetWidth, label.offsetHeight];
    let best = null;
    for (const [shareX, shareY, awayX, awayY] of placesAwayFrom(hub, at)) {
      const left = at.x + shareX * width + awayX * GAP;
      const top = at.y + shareY * height + awayY * GAP;
      const box = { left, top, right: left + width, bottom: top + height };
      const cost = overlap(box, taken) + outside(box, size);
      if (best === null || cost < best.cost) best = { box, cost };
      if (cost === 0) break;
    }
    const shown = inside && (best.cost === 0 || must);
    label.style.visibility = shown ? "visible" : "hidden";
    if (!shown) return;
    label.style.transform = `translate(${Math.round(best.box.left)}px, ${Math.round(best.box.top)}px)`;
    taken.push(best.box);
  }

  /** The boxes of the legend and the controls, which names stay clear of. */
  obstacles() {
    const origin = this.map.getContainer().getBoundingClientRect();
    return [...this.map.getContainer().querySelectorAll(".leaflet-control")].map((control) => {
      const box = control.getBoundingClientRect();
      return {
        left: box.left - origin.left,
        top: box.top - origin.top,
        right: box.right - origin.left,
        bottom: box.bottom - origin.top,
      };
    });
  }
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

/** A square box around a point. */
function square(at, reach) {
  return { left: at.x - reach, top: at.y - reach, right: at.x + reach, bottom: at.y + reach };
}

/** The places with those first that lie away from the hub, where no line runs. */
function placesAwayFrom(hub, at) {
  const reach = Math.hypot(at.x - hub.x, at.y - hub.y) || 1;
  const [x, y] = [(at.x - hub.x) / reach, (at.y - hub.y) / reach];
  const toward = ([, , awayX, awayY]) => awayX * x + awayY * y;
  return [...PLACES].sort((a, b) => toward(b) - toward(a));
}

/** How many square pixels of a box lie under others. */
function overlap(box, others) {
  return others.reduce((sum, other) => {
    const width = Math.min(box.right, other.right) - Math.max(box.left, other.left);
    const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
    return width > 0 && height > 0 ? sum + width * height : sum;
  }, 0);
}

/** How far a box reaches over the map's edge, weighed more than an overlap. */
function outside(box, size) {
  const over =
    Math.max(0, EDGE - box.left) +
    Math.max(0, EDGE - box.top) +
    Math.max(0, box.right - size.x + EDGE) +
    Math.max(0, box.bottom - size.y + EDGE);
  return over * 100;
}
