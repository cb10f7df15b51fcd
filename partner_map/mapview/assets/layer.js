/**
 * The map's layer: what it draws comes from its host, once the data of a version and then View
 * after View, and the host is told what the visitor chooses.
 */

import { Basemap } from "./basemap.js";
import { addButtons, addLegend, addPad, addYear, fillLegend } from "./controls.js";
import { element, reducedMotion } from "./dom.js";
import { EUROPE, limitsAbout, pointOf, runOn } from "./geometry.js";
import { sharePage } from "./gestures.js";
import { Labels } from "./labels.js";
import { endMotion, focusWithoutScroll, stillMap } from "./leaflet_internals.js";
import { Lines } from "./lines.js";
import { aroundPrint } from "./print.js";
import { LEGEND, roomAround } from "./room.js";
import { spreadOut } from "./spread.js";
import { bitsOf, hasBit, idsByAttribute, passes, statusIn } from "./status.js";

/**
 * @import { Degrees, LayerHost, PartnerFeature, Partners, Shown, Status, View, Words } from "./types.js"
 */

const MOVES = /^(Arrow|[-+=]$)/; // the keys that move or zoom the map, see L.Map.Keyboard
const FLIGHT = 0.3; // seconds

/** Draws the partners of a View on a Leaflet map. */
export class Layer {
  /**
   * @param {L.Map} map
   * @param {LayerHost} host
   */
  constructor(map, host) {
    this.map = map;
    this.host = host;
    this.container = map.getContainer();
    this.choices = 0;
    this.renders = 0;
    this.loading = false;
    /** Whether the visitor has moved the map. */
    this.moved = false;
    /** What is to be shown. @type {View | undefined} */
    this.wanted = undefined;
    /** What is shown. @type {View | undefined} */
    this.view = undefined;
    /** @type {string | undefined} */
    this.version = undefined;
    /** @type {PartnerFeature[]} */
    this.features = [];
    /** @type {string[]} */
    this.ids = [];
    /** @type {HTMLElement | undefined} */
    this.failure = undefined;
    /** @type {{lines: Lines, labels: Labels} | undefined} */
    this.parts = undefined;
    /** @type {HTMLElement | undefined} */
    this.year = undefined;
    /** @type {HTMLElement | undefined} */
    this.legend = undefined;
    /** @type {Degrees} */
    this.hub = [0, 0];
    /** The size for which the whole was shown last. @type {L.Point | undefined} */
    this.fitted = undefined;
    this.limits = EUROPE;
    map.setMaxBounds(this.limits);
    map.options.maxBoundsViscosity = 1;
    focusWithoutScroll(map);
    if (reducedMotion()) stillMap(map);
    this.basemap = new Basemap(map);
    this.fetchBasemap();
  }

  /** Draw the outlines when they have come; without them the map stands on the sea. */
  fetchBasemap() {
    this.host
      .outlines()
      .then((outlines) => this.basemap.draw(outlines))
      .catch((error) => console.warn(error.message));
  }

  /**
   * Show a View as soon as its data are there.
   * @param {View | undefined} view
   */
  want(view) {
    this.wanted = view;
    return this.follow();
  }

  /**
   * Show another year of the present view, before the page says so.
   * @param {number} year
   */
  anticipate(year) {
    if (this.loading || !this.view || this.failure?.isConnected) return;
    const { statuses, undated, ...view } = this.view; // what is of a day holds for its year alone
    this.show({ ...view, year });
  }

  /**
   * Draw a view, unless it is what is drawn already.
   * @param {View} view
   */
  show(view) {
    if (JSON.stringify(view) !== JSON.stringify(this.view)) this.render(view);
  }

  /** Show the View that is wanted, with the data of its version; one fetch runs at a time. */
  async follow() {
    if (this.loading) return;
    let view = this.wanted;
    while (view && this.version !== view.version) {
      this.loading = true;
      try {
        await this.load(view.version);
      } catch (error) {
        console.warn(error);
        if (this.wanted === view) {
          this.showFailure();
          return;
        }
      } finally {
        this.loading = false;
      }
      view = this.wanted;
    }
    if (view) this.show(view);
  }

  /**
   * Fetch the data of a version and build what stands on the map for all views.
   * @param {string} version
   */
  async load(version) {
    const data = await this.host.partners(version);
    runOn(data);
    this.failure?.remove();
    this.features = data.features;
    this.ids = data.features.map(({ properties: { id } }) => id).sort();
    this.hub = [data.town.latitude, data.town.longitude];
    spreadOut(this.hub, this.features);
    this.limits = limitsAbout([this.hub, ...this.features.map(pointOf)]);
    this.map.setMaxBounds(this.limits);
    this.basemap.know(data);
    if (this.parts) this.renew(data, this.parts);
    else this.furnish(data);
    this.version = version;
  }

  /**
   * Set up names, lines, legend and buttons once.
   * @param {Partners} data
   */
  furnish({ town, words, language, font }) {
    /** @param {string} id */
    const choose = (id) => this.choose(id);
    const onMove = () => this.leaveWhole(true);
    this.host.name(words.title, language);
    this.container.setAttribute("role", "region");
    this.container.setAttribute("aria-label", words.title);
    addButtons(this.map, words, () => this.showWhole(!reducedMotion()), onMove);
    addPad(this.map, words, onMove);
    this.legend = addLegend(this.map, words);
    this.year = addYear(this.map);
    if (!this.host.isKiosk) sharePage(this.map, words, this.host.isEmbedded);
    const lines = new Lines(this.map, this.hub, choose);
    const labels = new Labels(this.map, { name: town.name, point: this.hub }, words, choose);
    labels.onPlaced = (taken, drawn) => this.basemap.names.avoid(taken, drawn);
    this.parts = { lines, labels };
    this.container.addEventListener("click", (event) => this.preferDot(event), { capture: true });
    this.host.loadFont(font).then((isNew) => {
      if (!isNew) return;
      this.basemap.names.measureAgain();
      labels.measureAgain();
    });
    this.showWhole(false);
    this.map.on("dragstart", onMove);
    for (const touch of ["wheel", "dblclick"]) {
      this.container.addEventListener(touch, onMove, { passive: true });
    }
    this.container.addEventListener("touchmove", ({ touches }) => touches.length > 1 && onMove(), {
      passive: true,
    });
    this.container.addEventListener("keydown", ({ target, key }) => {
      if (target === this.container && MOVES.test(key)) onMove();
    });
    const fit = () => {
      this.map.invalidateSize({ animate: false });
      if (!this.moved && !this.fitted?.equals(this.map.getSize())) this.showWhole(false);
    };
    new ResizeObserver(fit).observe(this.container);
    this.followPrint();
  }

  /** Fit the map anew on paper, and give back afterwards what the visitor looked at. */
  followPrint() {
    /** @type {(() => void) | undefined} */
    let giveBack;
    aroundPrint(
      () => {
        endMotion(this.map);
        const [{ moved, map }, centre, zoom] = [this, this.map.getCenter(), this.map.getZoom()];
        const sources = /** @type {HTMLDetailsElement} */ (
          this.container.querySelector(".map-sources")
        );
        const { open } = sources;
        sources.open = true;
        this.host.sizeForPaper(true);
        map.invalidateSize({ animate: false });
        this.showWhole(false);
        this.basemap.names.place(); // paper does not wait for a frame
        giveBack = () => {
          this.host.sizeForPaper(false);
          sources.open = open;
          // First the view: of the paper's view the larger map would pan itself within its limits.
          map.setView(centre, zoom, { animate: false });
          map.invalidateSize({ animate: false });
          this.leaveWhole(moved);
        };
      },
      () => giveBack?.(),
    );
  }

  /**
   * Note whether the visitor has moved the map away from the whole view.
   * @param {boolean} moved
   */
  leaveWhole(moved) {
    this.moved = moved;
    this.container.classList.toggle("moved", moved);
    this.parts?.labels.forgetControls();
  }

  /**
   * Choose the partner whose dot is touched, though another's name lies over it.
   * @param {MouseEvent} event
   */
  preferDot(event) {
    if (!this.parts || event.detail === 0) return; // a key presses the name itself
    const { lines, labels } = this.parts;
    const named = labels.idOf(event.target);
    const touched = lines.dotAt(this.map.mouseEventToLayerPoint(event), 0);
    if (named === null || touched === null || touched === named) return;
    event.stopPropagation();
    this.choose(touched);
  }

  /**
   * Put other data in the place of those that are drawn.
   * @param {{town: {name: string}, words: Words}} data
   * @param {{lines: Lines, labels: Labels}} parts
   */
  renew({ town, words }, { lines, labels }) {
    this.fetchBasemap();
    if (this.legend) fillLegend(this.legend, words);
    lines.renew(this.hub);
    labels.renew({ name: town.name, point: this.hub }, words);
    if (!this.moved) this.showWhole(false);
  }

  /**
   * Draw a view and then say so in the container's attributes.
   * @param {View} view
   */
  render(view) {
    if (!this.parts) return;
    const { lines, labels } = this.parts;
    const slowly = this.view !== undefined && view.year > this.view.year;
    const chosen = view.city === this.view?.city ? null : view.city;
    this.view = view;
    /** @type {Map<string, Shown>} */
    const partners = new Map();
    const bits = bitsOf(view);
    for (const [place, feature] of this.features.entries()) {
      if (!hasBit(bits, place)) continue;
      const status = statusIn(feature.properties, view);
      if (status === null || !passes(feature.properties, view)) continue;
      partners.set(feature.properties.id, { feature, status });
    }
    lines.draw(partners, view.city, slowly);
    this.showYear(view);
    labels.show(partners, view.city);
    const city = chosen === null ? undefined : partners.get(chosen);
    if (city) this.bringIntoSight(city.feature);
    this.renders += 1;
    window.partnerMapRenders = this.renders;
    if (!this.failure?.isConnected) this.report(view, partners);
  }

  /**
   * Write the year on a map of years; a map of a selection has none.
   * @param {View} view
   */
  showYear({ year, among }) {
    if (!this.year) return;
    this.year.textContent = String(year);
    this.year.hidden = among !== undefined;
  }

  /**
   * The attributes that tell what is drawn.
   * @param {View} view
   * @param {Map<string, Shown>} partners
   */
  report(view, partners) {
    const { dataset } = this.container;
    /** @type {[string, Status][]} */
    const drawn = [];
    for (const id of this.ids) {
      const shown = partners.get(id);
      if (shown) drawn.push([id, shown.status]);
    }
    Object.assign(dataset, idsByAttribute(drawn));
    dataset.year = String(view.year);
    dataset.selected = view.city ?? "";
    dataset.renders = String(this.renders);
    dataset.ready = "true";
  }

  /**
   * Mark a choice and tell it; choosing what is chosen clears. The View that answers has the word.
   * @param {string} id
   */
  choose(id) {
    this.choices += 1;
    const city = id === this.view?.city ? null : id;
    if (this.view) this.show({ ...this.view, city });
    this.host.choose({ city, count: this.choices });
  }

  /**
   * Show the town and all partners.
   * @param {boolean} animate
   */
  showWhole(animate) {
    this.leaveWhole(false);
    const { map } = this;
    endMotion(map);
    const size = map.getSize();
    this.fitted = size;
    const bounds = L.latLngBounds([this.hub, ...this.features.map(pointOf)]);
    const [paddingTopLeft, paddingBottomRight] = roomAround(
      size,
      this.host.isKiosk ? 44 : LEGEND,
      this.host.isKiosk,
    );
    const padding = L.point(paddingTopLeft).add(paddingBottomRight);
    // A frame that comes or goes has no room; the map is fitted when it has.
    if (size.x <= padding.x || size.y <= padding.y) {
      if (!this.view) map.setView(this.hub, map.getZoom());
      return;
    }
    map.options.minZoom = 0;
    const whole = map.getBoundsZoom(bounds, false, padding);
    const covered = map.getBoundsZoom(this.limits, true);
    map.options.minZoom = Math.min(whole, covered);
    map.fitBounds(bounds, { paddingTopLeft, paddingBottomRight, animate, duration: FLIGHT });
  }

  /**
   * Pan a chosen city into the view when it is outside.
   * @param {PartnerFeature} feature
   */
  bringIntoSight(feature) {
    const place = pointOf(feature);
    if (this.map.getBounds().contains(place)) return;
    this.map.panInside(place, {
      padding: [80, 80],
      animate: !reducedMotion(),
      duration: FLIGHT,
    });
  }

  /** Say on the map that its data did not come. */
  showFailure() {
    this.container.dataset.ready = "false";
    if (this.failure?.isConnected) return;
    this.failure = element("p", "map-failure", this.host.failed);
    this.failure.setAttribute("role", "alert");
    this.container.append(this.failure);
  }
}
