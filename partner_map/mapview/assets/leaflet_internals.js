/**
 * Leaflet 1.9 from the inside: the only module that touches what its documentation leaves out.
 * - A renderer of ours overrides _initContainer, _destroyContainer, _update and _updatePaths of
 *   L.Renderer, which keeps what it covers in _bounds and its element in _container.
 * - A map tells in _animatingZoom that it is on its way to another zoom; it takes no view then.
 *   _onZoomTransitionEnd is called at its end.
 * - A map's _stop ends a pan. At its end the map is led back within its limits, and to a zoom that
 *   they allow, unless _enforcingBounds says that this is under way.
 * - A map asks _zoomAnimated, which it sets once, whether a zoom may be animated.
 * - A map's handler of dragging has a method `moving`.
 * - A map's handler of the keyboard calls `focus` of the container when the map is pressed.
 */

/**
 * @typedef {L.Renderer & {
 *   _map: L.Map & {_animatingZoom?: boolean},
 *   _container: HTMLElement,
 *   _bounds?: L.Bounds,
 *   _update: () => void,
 * }} Renderer
 * @typedef {{_update: (this: Renderer) => void}} RendererMethods
 * @typedef {L.Map & {
 *   _animatingZoom?: boolean,
 *   _enforcingBounds?: boolean,
 *   _stop: () => void,
 *   _onZoomTransitionEnd: () => void,
 * }} MapInside
 */

/**
 * Lay an element over the map that moves and scales with it.
 * @param {L.Map} map
 * @param {HTMLElement} container
 * @param {{pane: string, padding: number}} options the share of the map's size that is covered
 *   beyond each of its sides
 * @param {(bounds: L.Bounds) => void} onUpdate called when the map rests, with the place that
 *   the element covers, in pixels of the map's layers
 * @returns a function that gives it another padding
 */
export function addRenderer(map, container, options, onUpdate) {
  const inherited = /** @type {RendererMethods} */ (/** @type {unknown} */ (L.Renderer.prototype));
  /** @type {Partial<RendererMethods> & ThisType<Renderer> & Record<string, unknown>} */
  const methods = {
    options,

    _initContainer() {
      this._container = container;
    },

    _destroyContainer() {
      this._container.remove();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      inherited._update.call(this);
      const bounds = /** @type {L.Bounds} */ (this._bounds);
      L.DomUtil.setPosition(this._container, /** @type {L.Point} */ (bounds.min));
      onUpdate(bounds);
    },

    _updatePaths() {},
  };
  const Ours = L.Renderer.extend(methods);
  const renderer = /** @type {Renderer} */ (/** @type {unknown} */ (new Ours()));
  map.addLayer(renderer);
  return (/** @type {number} */ padding) => {
    renderer.options.padding = padding;
    renderer._update();
  };
}

/**
 * Take all motion from a map whose visitor asks for less: every pan and zoom is a cut.
 * @param {L.Map} map
 */
export function stillMap(map) {
  map.options.zoomAnimation = false;
  /** @type {L.Map & {_zoomAnimated?: boolean}} */ (map)._zoomAnimated = false;
  map.options.inertia = false;
  const { panBy } = map;
  map.panBy = (offset, options) => panBy.call(map, offset, { ...options, animate: false });
}

/**
 * Let the focus come to a pressed map without a scroll of the page, which would take the map
 * from under the pointer before it is released.
 * @param {L.Map} map
 */
export function focusWithoutScroll(map) {
  const container = map.getContainer();
  container.focus = (options) =>
    HTMLElement.prototype.focus.call(container, { ...options, preventScroll: true });
}

/**
 * Whether the map is being dragged.
 * @param {L.Map} map
 */
export function isDragged(map) {
  const dragging = /** @type {L.Handler & {moving: () => boolean | undefined}} */ (map.dragging);
  return Boolean(dragging.moving());
}

/**
 * End a pan where it is, and a zoom at its end: what follows says itself where the map goes.
 * @param {L.Map} map
 */
export function endMotion(map) {
  const inside = /** @type {MapInside} */ (map);
  inside._enforcingBounds = true;
  inside._stop();
  if (inside._animatingZoom) inside._onZoomTransitionEnd();
  inside._enforcingBounds = false;
}
