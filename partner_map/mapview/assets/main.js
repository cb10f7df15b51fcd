/**
 * The map's layer. The data come once by HTTP; each View comes as a few hundred
 * bytes in window.partnerMapView, told by the event "partner-map-view".
 */

import { addBasemap } from "./basemap.js";
import { addButtons, addLegend, addSources } from "./controls.js";
import { Labels, element } from "./labels.js";
import { Lines, reducedMotion } from "./lines.js";
import { STATES, passes, stateAt } from "./states.js";

const LIMITS = [[24, -40], [74, 70]];
const FLIGHT = 0.3; // seconds

/**
 * Start the layer on a Leaflet map.
 * @param {L.Map} map
 * @param {{data: string, basemap: string, font: string, failed: string}} settings
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
    map.setMaxBounds(LIMITS);
    map.options.maxBoundsViscosity = 1;
    loadFont(settings.font);
    addBasemap(map, settings.basemap).catch((error) => console.warn(error.message));
  }

  /** Follow the views, the one that is there already first. */
  listen() {
    window.addEventListener("partner-map-view", () => this.follow());
    if (window.partnerMapView) this.follow();
  }

  /** Show the present view, with the data of its version. */
  async follow() {
    const view = window.partnerMapView;
    if (this.version !== view.version) {
      try {
        await this.load(view.version);
      } catch (error) {
        console.warn(error.message);
        this.tellFailure();
        return;
      }
    }
    this.render(window.partnerMapView);
  }

  /** Fetch the data of a version and build what stands on the map for all views. */
  async load(version) {
    const answer = await fetch(`${this.settings.data}&v=${encodeURIComponent(version)}`);
    if (!answer.ok) throw new Error(`partners: HTTP ${answer.status}`);
    const data = await answer.json();
    this.failure?.remove();
    this.features = data.features;
    if (this.version === undefined) this.furnish(data);
    this.version = version;
  }

  /** Set up names, lines, legend and buttons once. */
  furnish({ town, words, language }) {
    const hub = [town.latitude, town.longitude];
    const choose = (id) => this.choose(id);
    nameFrame(words.title, language);
    this.container.setAttribute("role", "region");
    this.container.setAttribute("aria-label", words.title);
    this.hub = hub;
    addButtons(this.map, words, () => this.showWhole(!reducedMotion()));
    addLegend(this.map, words);
    addSources(this.map, words);
    this.lines = new Lines(this.map, hub, choose);
    this.labels = new Labels(this.map, { name: town.name, point: hub }, words, choose);
    document.fonts.ready.then(() => this.labels.place());
    this.showWhole(false);
    this.map.on("dragstart", () => (this.moved = true));
    new ResizeObserver(() => {
      this.map.invalidateSize({ animate: false });
      if (!this.moved) this.showWhole(false);
    }).observe(this.container);
  }

  /** Draw a view and then say so in the container's attributes. */
  render(view) {
    const slowly = this.view !== undefined && view.year > this.view.year;
    this.view = view;
    const partners = new Map();
    const ids = { ended: [], contacts: [], agreement: [] };
    for (const feature of this.features) {
      const state = stateAt(feature.properties, view.year);
      if (state === null || !passes(feature.properties, view)) continue;
      partners.set(feature.properties.id, { feature, state });
      ids[state].push(feature.properties.id);
    }
    this.lines.draw(partners, view.city, slowly);
    this.labels.show(partners, view.city);
    if (view.city && partners.has(view.city)) this.bringIntoSight(partners.get(view.city).feature);
    this.renders += 1;
    this.report(view, ids);
  }

  /** The attributes that tell what is drawn. */
  report(view, ids) {
    const { dataset } = this.container;
    for (const state of STATES) {
      const attribute = { agreement: "agreements" }[state] ?? state;
      dataset[attribute] = ids[state].sort().join(" ");
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
    window.Streamlit.setComponentValue({ city, count: this.choices });
  }

  /** Show the town and all partners. */
  showWhole(animate) {
    this.moved = false;
    const points = this.features.map(({ geometry: { coordinates } }) => [...coordinates].reverse());
    const narrow = this.map.getSize().x < 640;
    this.map.fitBounds([this.hub, ...points], {
      paddingTopLeft: narrow ? [24, 28] : [80, 40],
      paddingBottomRight: narrow ? [60, 84] : [110, 60],
      animate,
      duration: FLIGHT,
    });
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

/** Give the frame its name, its language and a page that may be zoomed. */
function nameFrame(title, language) {
  document.title = title;
  document.documentElement.lang = language;
  if (window.frameElement) window.frameElement.title = title;
}

/** Load the page's font under the page's name for it. */
function loadFont(address) {
  const font = new FontFace("Source Sans", `url("${new URL(address, document.baseURI)}")`, {
    weight: "200 900",
  });
  document.fonts.add(font);
  font.load().catch((error) => console.warn(error.message));
}
