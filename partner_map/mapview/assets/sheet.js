/** Canvases of our own over the map: moved and scaled with it, painted when it rests. */

import { addRenderer } from "./leaflet_internals.js";

/** Upon what the map's lines lie, and, on each side, so much of its size that a drag shows it. */
const USUAL = { pane: "overlayPane", padding: 0.1 };

/** So many canvases over the map, each upon the one before. */
export class Sheet {
  /**
   * @param {L.Map} map
   * @param {number} count
   * @param {() => void} paint called when all have to be painted anew
   * @param {{pane: string, padding: number}} [place] padding as a share of the map's size
   */
  constructor(map, count, paint, place = USUAL) {
    this.box = document.createElement("div");
    /** @type {CanvasRenderingContext2D[]} */
    this.contexts = [];
    for (let number = 0; number < count; number += 1) {
      const canvas = document.createElement("canvas");
      canvas.style.position = "absolute";
      this.box.append(canvas);
      this.contexts.push(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")));
    }
    this.density = 1;
    this.min = this.max = L.point(0, 0);
    /** Cover more beyond each side of the map. */
    this.widen = addRenderer(map, this.box, place, (bounds) => {
      this.cover(bounds);
      paint();
    });
  }

  /** Whether the map has a view, about which the canvases lie. */
  get isLaid() {
    return this.max.x > this.min.x;
  }

  /**
   * Lay the canvases about what is in sight.
   * @param {L.Bounds} bounds
   */
  cover(bounds) {
    this.min = /** @type {L.Point} */ (bounds.min);
    this.max = /** @type {L.Point} */ (bounds.max);
    const { x, y } = bounds.getSize();
    this.density = L.Browser.retina ? 2 : 1;
    const [width, height] = [this.density * x, this.density * y];
    for (const { canvas } of this.contexts) {
      if (canvas.width === width && canvas.height === height) continue;
      [canvas.width, canvas.height] = [width, height];
      Object.assign(canvas.style, { width: `${x}px`, height: `${y}px` });
    }
  }

  /** Empty all canvases; then points are counted as on the map's layers. */
  clear() {
    const { density, min } = this;
    for (const context of this.contexts) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      context.setTransform(density, 0, 0, density, -min.x * density, -min.y * density);
    }
  }

  /**
   * Whether the box about two points may have a part in sight, or close by.
   * @param {number} fromX
   * @param {number} fromY
   * @param {number} toX
   * @param {number} toY
   * @param {number} margin
   */
  reaches(fromX, fromY, toX, toY, margin) {
    const { min, max } = this;
    return (
      Math.max(fromX, toX) > min.x - margin &&
      Math.min(fromX, toX) < max.x + margin &&
      Math.max(fromY, toY) > min.y - margin &&
      Math.min(fromY, toY) < max.y + margin
    );
  }

  /**
   * Let the pointer say whether there is something to choose.
   * @param {boolean} something
   */
  point(something) {
    this.box.classList.toggle("leaflet-interactive", something);
  }
}
