/** The map on the stage: the same lines, names and basemap, moved from step to step. */

import { drawBasemap } from "./basemap.js";
import { Labels } from "./labels.js";
import { Lines, reducedMotion } from "./lines.js";

const FLIGHT = 300; // milliseconds
const NEAREST = 6.25; // zoom
/** What is left free for names to the left and to the right, in sizes of the text. */
const ROOM = [8.5, 6.4];

const SHARES = Array.from({ length: 21 }, (_, step) => -0.5 + (step % 2 ? 1 : -1) * Math.ceil(step / 2) * 0.05);
/** Places of a name all around its dot, as in labels.js: on a stage there is time to look. */
const PLACES = SHARES.flatMap((share) => [
  [share, 0, 0, 1],
  [share, -1, 0, -1],
  [0, share, 1, 0],
  [-1, share, -1, 0],
]);
const DISTANCES = [1, 1.6, 2.4, 3.4, 4.4, 5.4];

/** The names on the stage: those of the step, clear of every line that is drawn. */
class StageLabels extends Labels {
  constructor(map, town, words, onChoice) {
    super(map, town, words, onChoice);
    this.places = PLACES;
    this.distances = DISTANCES;
    this.farCost = 1; // rather far than over a line
    this.selected = null;
  }

  /** The chosen partner alone, or all. */
  namedPartners() {
    if (this.selected === null) return this.partners;
    return new Map([...this.partners].filter(([id]) => id === this.selected));
  }

  /** The longer a name, the fewer places it has; so it comes first, however one got here. */
  order(one, other) {
    return super.order(one, other) || other.size.width - one.size.width;
  }

  /** Find every name a place of its own. */
  place() {
    super.place();
    this.hideCovering();
  }

  /** A name that finds no place of its own is not shown: none covers another. */
  hideCovering() {
    const shown = [this.hub];
    for (const entry of this.entries.values()) {
      const covers = shown.some(({ box }) => box && meet(box, entry.box));
      if (covers && !entry.pressed) entry.element.style.visibility = "hidden";
      else shown.push(entry);
    }
  }
}

/** A map that nobody moves but the story. */
export class StageMap {
  /** @param {HTMLElement} box @param {object|null} basemap @param {(id: string) => void} onChoice */
  constructor(box, basemap, onChoice) {
    this.onChoice = onChoice;
    this.frame = document.createElement("div");
    this.frame.className = "stage-map-frame";
    box.append(this.frame);
    this.map = L.map(this.frame, {
      attributionControl: false,
      boxZoom: false,
      doubleClickZoom: false,
      dragging: false,
      fadeAnimation: false,
      keyboard: false,
      preferCanvas: true,
      scrollWheelZoom: false,
      touchZoom: false,
      zoomAnimation: false,
      zoomControl: false,
      zoomSnap: 0.05,
      trackResize: false,
    });
    this.map.setView([50, 15], 4);
    this.frame.tabIndex = -1;
    if (basemap) drawBasemap(this.map, basemap);
  }

  /** Take the partners of a language, or other data. */
  renew({ town, words, features }) {
    this.hub = [town.latitude, town.longitude];
    this.features = new Map(features.map((feature) => [feature.properties.id, feature]));
    const named = { name: town.name, point: this.hub };
    this.frame.setAttribute("role", "region");
    this.frame.setAttribute("aria-label", words.title);
    if (this.lines) {
      this.lines.clear();
      this.lines.hub = this.hub;
      this.labels.renew(named, words);
    } else {
      this.lines = new Lines(this.map, this.hub, this.onChoice);
      this.labels = new StageLabels(this.map, named, words, this.onChoice);
    }
  }

  /** Measure the names anew, as when the font has come. */
  measureAgain() {
    this.labels.measureAgain();
  }

  /** Show a step's partners and fly to its city. */
  show({ states, city, year }, animate) {
    this.map.invalidateSize({ animate: false });
    const fly = animate && !reducedMotion();
    const before = this.visiblePlaces();
    const partners = new Map();
    for (const [id, state] of Object.entries(states)) {
      if (this.features.has(id)) partners.set(id, { feature: this.features.get(id), state });
    }
    const width = this.map.getSize().x;
    const [left, right] = ROOM.map((share) => Math.min(share * textSize(this.frame), 0.28 * width));
    this.map.fitBounds(this.bounds(city), {
      paddingTopLeft: [left, 70],
      paddingBottomRight: [right, 70],
      maxZoom: NEAREST,
      animate: false,
    });
    this.lines.draw(partners, city, fly);
    this.labels.show(partners, city);
    if (fly) this.fly(before);
    this.report(states, city, year);
  }

  /** What is in sight at a step: the town with its city, or with all partners. */
  bounds(city) {
    const chosen = city === null ? [...this.features.values()] : [this.features.get(city)];
    return L.latLngBounds([
      this.hub,
      ...chosen.map(({ geometry: { coordinates } }) => [...coordinates].reverse()),
    ]);
  }

  /** Where the town stands on the screen now, in the middle of a flight too, and the scale. */
  visiblePlaces() {
    const moved = new DOMMatrix(getComputedStyle(this.frame).transform);
    const { x, y } = this.map.latLngToContainerPoint(this.hub);
    const seen = moved.transformPoint(new DOMPoint(x, y));
    return { x: seen.x, y: seen.y, scale: moved.a * this.map.getZoomScale(this.map.getZoom(), 0) };
  }

  /** The new view stands already; let it come from where the old one was. */
  fly(before) {
    this.flight?.cancel();
    const { x, y } = this.map.latLngToContainerPoint(this.hub);
    const scale = before.scale / this.map.getZoomScale(this.map.getZoom(), 0);
    const [left, top] = [before.x - scale * x, before.y - scale * y];
    this.flight = this.frame.animate(
      [{ transform: `translate(${left}px, ${top}px) scale(${scale})` }, { transform: "none" }],
      { duration: FLIGHT, easing: "ease-out" },
    );
  }

  /** The attributes that tell what is drawn. */
  report(states, city, year) {
    const { dataset } = this.frame;
    const ids = (wanted) => Object.keys(states).filter((id) => states[id] === wanted).sort().join(" ");
    Object.assign(dataset, {
      contacts: ids("contacts"),
      agreements: ids("agreement"),
      ended: ids("ended"),
      selected: city ?? "",
      year: String(year),
      ready: "true",
    });
  }

  /** Take the map down. */
  close() {
    this.map.remove();
  }
}

/** The size of the stage's text in pixels. */
function textSize(frame) {
  return parseFloat(getComputedStyle(frame.closest(".stage")).fontSize);
}

/** Whether two boxes have a place in common. */
function meet(one, other) {
  return (
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
  );
}
