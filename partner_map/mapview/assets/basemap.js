/** The built-in basemap: the countries' land and names, below everything and deaf to touch. */

import { CountryNames } from "./countries.js";
import { afterPaint, colour } from "./dom.js";
import { EUROPE, layerFrame, limitsAbout, pointOf } from "./geometry.js";
import { allRound } from "./globe.js";
import { areaOf, isSeen, ringsSeen } from "./land.js";
import { Sheet } from "./sheet.js";

/**
 * @import { Land } from "./land.js"
 * @import { Outlines, Partners } from "./types.js"
 */

const PADDING = 0.5; // of the map's size, on each side, so that a drag shows land there
const COAST = 2.5; // pixels
const BORDER = 1; // pixels

/** The countries, of which those of the partners and the home country are tinted. */
export class Basemap {
  /** @param {L.Map} map */
  constructor(map) {
    this.map = map;
    const pane = map.createPane("basemap");
    pane.style.zIndex = "200";
    pane.style.pointerEvents = "none";
    this.names = new CountryNames(map);
    /** @type {Outlines | undefined} */
    this.outlines = undefined;
    /** The land as far as the map goes. @type {Land[]} */
    this.land = [];
    /** How far the map may be moved. */
    this.limits = EUROPE;
    /** @type {Pick<Partners, "countries" | "features" | "town"> | undefined} */
    this.partners = undefined;
    this.sheet = new Sheet(map, 1, () => this.paint(), { pane: "basemap", padding: 0 });
    /** Whether it reaches beyond the map yet. */
    this.isWide = false;
  }

  /**
   * Draw outlines in the place of those before.
   * @param {Outlines} outlines
   */
  draw(outlines) {
    this.outlines = outlines;
    this.lay();
  }

  /**
   * Take the partners, by whose countries the land is tinted, and the countries' names.
   * @param {Pick<Partners, "countries" | "features" | "town">} partners whose longitudes run on
   */
  know(partners) {
    this.partners = partners;
    const { town, features } = partners;
    const limits = limitsAbout([[town.latitude, town.longitude], ...features.map(pointOf)]);
    const isSame = String(limits) === String(this.limits);
    this.limits = limits;
    if (!isSame) {
      this.lay();
      return;
    }
    this.paint();
    this.names.renew(this.land, partners.countries);
  }

  /** Take the land as far as the map goes, and paint it. */
  lay() {
    if (!this.outlines) return;
    const { features } =
      this.limits === EUROPE ? this.outlines : allRound(this.outlines, this.limits);
    this.land = features.map(({ properties, geometry }) => ({
      country: properties.country ?? "",
      area: areaOf(geometry),
    }));
    this.paint();
    if (this.partners) this.names.renew(this.land, this.partners.countries);
  }

  /** Paint the coasts, and upon them the land with its quieter borders. */
  paint() {
    if (!this.sheet?.isLaid) return;
    this.widenSoon();
    const { min, max } = this.sheet;
    const { scale, x, y } = layerFrame(this.map);
    const size = max.subtract(min);
    const sight = { scale, x: x - min.x, y: y - min.y, size };
    const seen = this.land
      .filter(({ area }) => isSeen(area, sight))
      .map(({ country, area }) => ({ country, path: outline(ringsSeen(area, sight)) }));
    this.sheet.clear();
    const [context] = this.sheet.contexts;
    context.translate(min.x, min.y);
    context.lineJoin = "round";
    Object.assign(context, { strokeStyle: colour("--coast"), lineWidth: COAST });
    for (const { path } of seen) context.stroke(path);
    Object.assign(context, { strokeStyle: colour("--border"), lineWidth: BORDER });
    const tints = this.tints();
    for (const { country, path } of seen) {
      context.fillStyle = tints.get(country) ?? colour("--land");
      context.fill(path, "evenodd");
      context.stroke(path);
    }
  }

  /** Paint what lies beyond the map after the first paint: what is in sight comes first. */
  widenSoon() {
    if (this.isWide || this.land.length === 0) return;
    this.isWide = true;
    afterPaint(() => this.sheet.widen(PADDING));
  }

  /** The colours of the partners' countries and of the home country, by code. */
  tints() {
    const { town, features = [] } = this.partners ?? {};
    const tints = new Map(
      features.map(({ properties }) => [properties.country, colour("--land-partner")]),
    );
    if (town) tints.set(town.country, colour("--land-home"));
    return tints;
  }
}

/**
 * Rings as one path.
 * @param {number[][]} rings x and y in turn
 */
function outline(rings) {
  const path = new Path2D();
  for (const ring of rings) {
    path.moveTo(ring[0], ring[1]);
    for (let at = 2; at < ring.length; at += 2) path.lineTo(ring[at], ring[at + 1]);
    path.closePath();
  }
  return path;
}
