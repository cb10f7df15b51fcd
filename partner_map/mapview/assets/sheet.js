/** Canvases of our own over the map: moved and scaled with it, painted when it rests. */

const PADDING = 0.1; // of the map's size, on each side, so that a drag shows what lies there

/**
 * Lay so many canvases over the map, each upon the one before.
 * @param {L.Map} map @param {number} count
 * @param {() => void} paint is called when all have to be painted anew
 */
export function addSheet(map, count, paint) {
  const Sheet = L.Renderer.extend({
    options: { padding: PADDING },

    _initContainer() {
      this._container = document.createElement("div");
      this.canvases = Array.from({ length: count }, () => document.createElement("canvas"));
      for (const canvas of this.canvases) {
        canvas.style.position = "absolute";
        this._container.append(canvas);
      }
      this.contexts = this.canvases.map((canvas) => canvas.getContext("2d"));
    },

    _destroyContainer() {
      this._container.remove();
    },

    /** Lay the canvases about what is in sight. */
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const { x, y } = this._bounds.getSize();
      const density = L.Browser.retina ? 2 : 1;
      for (const canvas of this.canvases) {
        if (canvas.width === density * x && canvas.height === density * y) continue;
        [canvas.width, canvas.height] = [density * x, density * y];
        Object.assign(canvas.style, { width: `${x}px`, height: `${y}px` });
      }
      this.density = density;
      paint();
    },

    _updatePaths() {},

    /** Empty all canvases; then points are counted as on the map's layers. */
    clear() {
      const { min } = this._bounds;
      for (const context of this.contexts) {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, context.canvas.width, context.canvas.height);
        context.setTransform(
          this.density, 0, 0, this.density, -min.x * this.density, -min.y * this.density,
        );
      }
    },

    /** Whether the box about two points may have a part in sight, or close by. */
    reaches(fromX, fromY, toX, toY, margin) {
      const { min, max } = this._bounds;
      return (
        Math.max(fromX, toX) > min.x - margin &&
        Math.min(fromX, toX) < max.x + margin &&
        Math.max(fromY, toY) > min.y - margin &&
        Math.min(fromY, toY) < max.y + margin
      );
    },

    /** Let the pointer say whether there is something to choose. */
    point(something) {
      this._container.classList.toggle("leaflet-interactive", something);
    },
  });
  return new Sheet().addTo(map);
}
