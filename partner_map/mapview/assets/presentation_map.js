/** The presentation's map: the same lines, names and basemap, moved from step to step. */

import { Basemap } from "./basemap.js";
import { element, reducedMotion } from "./dom.js";
import { pointOf, runOn } from "./geometry.js";
import { Labels } from "./labels.js";
import { Lines } from "./lines.js";
import { placesAround } from "./places.js";
import { spreadOut } from "./spread.js";
import { idsByAttribute } from "./status.js";

/**
 * @import { Name } from "./labels.js"
 * @import { Degrees, Outlines, PartnerFeature, Partners, Shown, Status, Step, Words } from "./types.js"
 */

const FLIGHT = 300; // milliseconds
const NEAREST = 6.25; // zoom
/** What is left free for names to the left and to the right, in sizes of the text. */
const ROOM = [6.5, 5];
const MAX_ROOM = 0.28; // of the map's width, on each side
const ROOM_ABOVE = 2; // sizes of the text, and below

/** Places of a name all around its dot: unlike labels.js, a presentation has time to look. */
const CHOICES = { places: placesAround(20), distances: [1, 6, 13, 22, 32, 42, 56, 70] };

/** The names of a step, clear of every line that is drawn. */
class PresentationLabels extends Labels {
  /**
   * @param {L.Map} map
   * @param {{name: string, point: Degrees}} town
   * @param {Words} words
   * @param {(id: string) => void} onChoice
   */
  constructor(map, town, words, onChoice) {
    super(map, town, words, onChoice);
    this.choices = CHOICES;
  }

  /**
   * Beside a chosen partner the others are told only where it costs nothing.
   * @override
   * @param {Name} name
   */
  isKeptClear({ status, pressed }) {
    return this.selected !== null && status !== undefined && !pressed;
  }
}

/** A map that nobody moves but the presentation. */
export class PresentationMap {
  /**
   * @param {HTMLElement} box
   * @param {Outlines | null} basemap
   * @param {Partners} partners
   * @param {(id: string) => void} onChoice
   */
  constructor(box, basemap, partners, onChoice) {
    this.box = box;
    this.frame = element("div", "presentation-map-frame", "");
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
    this.frame.setAttribute("role", "region");
    this.basemap = new Basemap(this.map);
    if (basemap) this.basemap.draw(basemap);
    const { town, words } = partners;
    this.hub = placeOf(town);
    /** @type {Map<string, PartnerFeature>} */
    this.features = new Map();
    this.lines = new Lines(this.map, this.hub, onChoice);
    const named = { name: town.name, point: this.hub };
    this.labels = new PresentationLabels(this.map, named, words, onChoice);
    this.labels.onPlaced = (taken, lines) => this.basemap.names.avoid(taken, lines);
    /** @type {Animation | undefined} */
    this.flight = undefined;
    this.renew(partners);
  }

  /**
   * Take the partners of a language, or other data.
   * @param {Partners} partners
   */
  renew(partners) {
    const { town, words, features } = partners;
    runOn(partners);
    this.basemap.know(partners);
    this.hub = placeOf(town);
    spreadOut(this.hub, features);
    this.features = new Map(features.map((feature) => [feature.properties.id, feature]));
    this.frame.setAttribute("aria-label", words.title);
    this.lines.renew(this.hub);
    this.labels.renew({ name: town.name, point: this.hub }, words);
  }

  /** Measure the names anew, as when the font has come. */
  measureAgain() {
    this.basemap.names.measureAgain();
    this.labels.measureAgain();
  }

  /**
   * Show a step's partners and fly to its city.
   * @param {Step} step
   * @param {boolean} animate
   */
  show({ statuses, city, year }, animate) {
    this.map.invalidateSize({ animate: false });
    const fly = animate && !reducedMotion();
    const before = this.visiblePlaces();
    /** @type {Map<string, Shown>} */
    const partners = new Map();
    for (const [id, status] of Object.entries(statuses)) {
      const feature = this.features.get(id);
      if (feature) partners.set(id, { feature, status });
    }
    const most = MAX_ROOM * this.map.getSize().x;
    const text = textSize(this.box);
    const [left, right] = ROOM.map((sizes) => Math.min(sizes * text, most));
    const above = ROOM_ABOVE * text;
    this.map.fitBounds(this.bounds(city), {
      paddingTopLeft: [left, above],
      paddingBottomRight: [right, above],
      maxZoom: NEAREST,
      animate: false,
    });
    this.lines.draw(partners, city, fly);
    this.labels.show(partners, city);
    if (fly) this.fly(before);
    this.report(statuses, city, year);
  }

  /**
   * What is in sight at a step: the town with its city, or with all partners.
   * @param {string | null} city
   */
  bounds(city) {
    const chosen = [...this.features].filter(([id]) => city === null || id === city);
    return L.latLngBounds([this.hub, ...chosen.map(([, feature]) => pointOf(feature))]);
  }

  /** Where the town stands on the screen now, in the middle of a flight too, and the scale. */
  visiblePlaces() {
    const moved = new DOMMatrix(getComputedStyle(this.frame).transform);
    const { x, y } = this.map.latLngToContainerPoint(this.hub);
    const seen = moved.transformPoint(new DOMPoint(x, y));
    return { x: seen.x, y: seen.y, scale: moved.a * this.map.getZoomScale(this.map.getZoom(), 0) };
  }

  /**
   * The new view stands already; let it come from where the old one was.
   * @param {{x: number, y: number, scale: number}} before
   */
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

  /**
   * The attributes that tell what is drawn.
   * @param {Record<string, Status>} statuses
   * @param {string | null} city
   * @param {number} year
   */
  report(statuses, city, year) {
    Object.assign(this.frame.dataset, {
      ...idsByAttribute(Object.entries(statuses).sort()),
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

/**
 * Where the home town lies.
 * @param {{latitude: number, longitude: number}} town
 * @returns {Degrees}
 */
function placeOf({ latitude, longitude }) {
  return [latitude, longitude];
}

/**
 * The size of the presentation's text in pixels.
 * @param {HTMLElement} box
 */
function textSize(box) {
  return parseFloat(getComputedStyle(box).fontSize);
}
