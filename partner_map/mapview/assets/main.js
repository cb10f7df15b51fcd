/**
 * The map's layer. The data come once by HTTP; each View comes as a few hundred
 * bytes in window.partnerMapView, told by the event "partner-map-view". The slider's year
 * comes ahead of it by the event "partner-map-year".
 */

import { addBasemap } from "./basemap.js";
import { addButtons, addLegend, addSources } from "./controls.js";
import { Labels, element } from "./labels.js";
import { Lines, reducedMotion } from "./lines.js";
import { STATES, bitsOf, hasBit, passes, stateAt } from "./states.js";

const LIMITS = [[27, -32], [73, 62]];
const FLIGHT = 0.3; // seconds
/** The server's root, seen from this file. */
const ROOT = new URL("../../../", import.meta.url);

/**
 * Start the layer on a Leaflet map.
 * @param {L.Map} map
 * @param {{data: string, failed: string}} settings
 */
export function start(map, settings) {
  new Layer(map, settings).listen();
}

class Layer {
  constructor(map, settings) {
    this.map = map;
    this.settings = settings;
    this.container = map.getContainer();
    this.choices = 0;
    this.renders = 0;
    takeMode();
    map.setMaxBounds(LIMITS);
    map.options.maxBoundsViscosity = 1;
    allowPageZoom();
    if (reducedMotion()) stillMap(map);
    addBasemap(map, basemapAddress()).catch((error) => console.warn(error.message));
  }

  /** Follow the views, the one that is there already first. */
  listen() {
    window.addEventListener("partner-map-view", () => this.follow());
    window.addEventListener("partner-map-year", ({ detail }) => this.anticipate(detail));
    if (window.partnerMapView) this.follow();
  }

  /** Show another year of the present view, before the page says so. */
  anticipate(year) {
    if (this.loading || !this.view || this.failure?.isConnected) return;
    this.show({ ...this.view, year });
  }

  /** Draw a view, unless it is what is drawn already. */
  show(view) {
    if (JSON.stringify(view) !== JSON.stringify(this.view)) this.render(view);
  }

  /** Show the present view, with the data of its version; one fetch runs at a time. */
  async follow() {
    if (this.loading) return;
    while (this.version !== window.partnerMapView.version) {
      const asked = window.partnerMapView;
      this.loading = true;
      try {
        await this.load(asked.version);
      } catch (error) {
        console.warn(error.message);
        if (window.partnerMapView === asked) {
          this.tellFailure();
          return;
        }
      } finally {
        this.loading = false;
      }
    }
    this.show(window.partnerMapView);
  }

  /** Fetch the data of a version and build what stands on the map for all views. */
  async load(version) {
    const answer = await fetch(`${this.settings.data}&v=${encodeURIComponent(version)}`);
    if (!answer.ok) throw new Error(`partners: HTTP ${answer.status}`);
    const data = await answer.json();
    this.failure?.remove();
    this.features = data.features;
    this.ids = data.features.map(({ properties: { id } }) => id).sort();
    if (this.lines) this.renew(data);
    else this.furnish(data);
    this.version = version;
  }

  /** Set up names, lines, legend and buttons once. */
  furnish({ town, words, language, font }) {
    loadFont(font).then(() => this.labels.measureAgain());
    const hub = [town.latitude, town.longitude];
    const choose = (id) => this.choose(id);
    nameFrame(words.title, language);
    this.container.setAttribute("role", "region");
    this.container.setAttribute("aria-label", words.title);
    this.hub = hub;
    const onMove = () => (this.moved = true);
    addButtons(this.map, words, () => this.showWhole(!reducedMotion()), onMove);
    addLegend(this.map, words);
    addSources(this.map, words);
    this.lines = new Lines(this.map, hub, choose);
    this.labels = new Labels(this.map, { name: town.name, point: hub }, words, choose);
    this.showWhole(false);
    this.map.on("dragstart", onMove);
    for (const touch of ["wheel", "dblclick", "touchmove"]) {
      this.container.addEventListener(touch, onMove, { passive: true });
    }
    this.container.addEventListener("keydown", ({ target }) => {
      if (target === this.container) onMove();
    });
    new ResizeObserver(() => {
      this.map.invalidateSize({ animate: false });
      if (!this.moved) this.showWhole(false);
    }).observe(this.container);
  }

  /** Put other data in the place of those that are drawn. */
  renew({ town, words }) {
    this.hub = [town.latitude, town.longitude];
    this.lines.clear();
    this.lines.hub = this.hub;
    this.labels.renew({ name: town.name, point: this.hub }, words);
    if (!this.moved) this.showWhole(false);
  }

  /** Draw a view and then say so in the container's attributes. */
  render(view) {
    const slowly = this.view !== undefined && view.year > this.view.year;
    const chosen = view.city === this.view?.city ? null : view.city;
    this.view = view;
    const partners = new Map();
    const bits = bitsOf(view);
    for (const [place, feature] of this.features.entries()) {
      if (!hasBit(bits, place)) continue;
      const state = stateAt(feature.properties, view.year);
      if (state === null || !passes(feature.properties, view)) continue;
      partners.set(feature.properties.id, { feature, state });
    }
    this.lines.draw(partners, view.city, slowly);
    this.labels.show(partners, view.city);
    if (partners.has(chosen)) this.bringIntoSight(partners.get(chosen).feature);
    this.renders += 1;
    window.partnerMapRenders = this.renders;
    if (!this.failure?.isConnected) this.report(view, partners);
  }

  /** The attributes that tell what is drawn. */
  report(view, partners) {
    const { dataset } = this.container;
    const ids = Object.fromEntries(STATES.map((state) => [state, []]));
    for (const id of this.ids) if (partners.has(id)) ids[partners.get(id).state].push(id);
    for (const state of STATES) {
      const attribute = { agreement: "agreements" }[state] ?? state;
      dataset[attribute] = ids[state].join(" ");
    }
    dataset.year = String(view.year);
    dataset.selected = view.city ?? "";
    dataset.renders = String(this.renders);
    dataset.ready = "true";
  }

  /** Send a choice to the server; choosing what is chosen clears. */
  choose(id) {
    this.choices += 1;
    const city = id === this.view.city ? null : id;
    window.Streamlit?.setComponentValue({ city, count: this.choices });
  }

  /** Show the town and all partners. */
  showWhole(animate) {
    this.moved = false;
    const { map } = this;
    const size = map.getSize();
    const points = this.features.map(({ geometry: { coordinates } }) => [...coordinates].reverse());
    const bounds = L.latLngBounds([this.hub, ...points]);
    const [paddingTopLeft, paddingBottomRight] = roomAround(size);
    const padding = L.point(paddingTopLeft).add(paddingBottomRight);
    // A frame that comes or goes has no room; the map is fitted when it has.
    if (size.x <= padding.x || size.y <= padding.y) return;
    map.options.minZoom = 0;
    const whole = map.getBoundsZoom(bounds, false, padding);
    const covered = map.getBoundsZoom(LIMITS, true);
    map.options.minZoom = Math.min(whole, covered);
    map.fitBounds(bounds, { paddingTopLeft, paddingBottomRight, animate, duration: FLIGHT });
  }

  /** Pan a chosen city into the view when it is outside. */
  bringIntoSight({ geometry: { coordinates } }) {
    const [longitude, latitude] = coordinates;
    if (this.map.getBounds().contains([latitude, longitude])) return;
    this.map.panInside([latitude, longitude], {
      padding: [80, 80],
      animate: !reducedMotion(),
      duration: FLIGHT,
    });
  }

  /** Say on the map that its data did not come. */
  tellFailure() {
    this.container.dataset.ready = "false";
    if (this.failure?.isConnected) return;
    this.failure = element("p", "map-failure", this.settings.failed);
    this.failure.setAttribute("role", "alert");
    this.container.append(this.failure);
  }
}

/** What the whole view leaves free at the top left and the bottom right, in pixels. */
function roomAround({ x, y }) {
  if (x <= 640) return [[28, 36], [68, 100]];
  return y <= 480 ? [[90, 36], [120, 76]] : [[90, 44], [120, 60]];
}

/** The address that the frame's page has begun to load, so that no step has to name it. */
function basemapAddress() {
  return document.getElementById("basemap").href;
}

/** Let the frame's style know the page's mode: a hall's screen has larger targets. */
function takeMode() {
  const { mode } = window.frameElement?.ownerDocument.documentElement.dataset ?? {};
  if (mode) document.documentElement.dataset.mode = mode;
}

/** Let the frame's page have the device's width and be zoomed. */
function allowPageZoom() {
  let viewport = document.querySelector('meta[name="viewport"]');
  if (!viewport) {
    viewport = document.createElement("meta");
    viewport.name = "viewport";
    document.head.append(viewport);
  }
  viewport.content = "width=device-width, initial-scale=1";
}

/** Take all motion from a map whose visitor asks for less: every pan and zoom is a cut. */
function stillMap(map) {
  map.options.zoomAnimation = false;
  map._zoomAnimated = false;
  map.options.inertia = false;
  const { panBy } = map;
  map.panBy = (offset, options) => panBy.call(map, offset, { ...options, animate: false });
}

/** Give the frame its name and its language. */
function nameFrame(title, language) {
  document.title = title;
  document.documentElement.lang = language;
  if (window.frameElement) window.frameElement.title = title;
}

/** Load the page's font under the page's name for it; without it the next one serves. */
async function loadFont(address) {
  const font = new FontFace("Source Sans", `url("${new URL(address, ROOT)}")`, {
    weight: "200 900",
  });
  document.fonts.add(font);
  await font.load().catch((error) => console.warn(error.message));
}
