/**
 * What a hall's screen keeps from its visitors: ways out, menus, selected text,
 * a zoomed page. Works in the page and in each frame that it ever shows.
 */

/**
 * Guard the page and its frames, and tell of every touch in any of them.
 * @param {() => void} onTouch called on each press, key and turn of a wheel
 */
export function guard(onTouch) {
  window.open = () => null;
  // A download starts by a link that is clicked without standing in the page.
  HTMLAnchorElement.prototype.click = () => {};
  guardDocument(document, onTouch);
  document.addEventListener("touchmove", keepUnzoomed, { capture: true, passive: false });
  const guarded = new WeakSet();
  /** @param {HTMLIFrameElement} frame */
  const guardFrame = (frame) => {
    const inside = frame.contentDocument;
    if (!inside || guarded.has(inside)) return;
    guarded.add(inside);
    guardDocument(inside, onTouch);
  };
  // A frame that comes again has another document; its load is caught on the way down.
  document.addEventListener(
    "load",
    ({ target }) => target instanceof HTMLIFrameElement && guardFrame(target),
    true,
  );
  document.querySelectorAll("iframe").forEach(guardFrame);
}

/**
 * Listen in one document; the listeners go with it.
 * @param {Document} guarded
 * @param {() => void} onTouch
 */
function guardDocument(guarded, onTouch) {
  const options = { capture: true, passive: false };
  for (const name of ["pointerdown", "keydown", "wheel"]) {
    guarded.addEventListener(name, onTouch, options);
  }
  for (const name of ["contextmenu", "selectstart", "dragstart"]) {
    guarded.addEventListener(name, (event) => event.preventDefault(), options);
  }
  guarded.addEventListener("wheel", keepFromBrowser, options);
  guarded.addEventListener("keydown", keepFromBrowser, options);
  guarded.addEventListener("click", stayInside, options);
  guarded.addEventListener("auxclick", stayInside, options);
}

/**
 * Stop what the browser itself does on a key or a wheel with Ctrl.
 * @param {KeyboardEvent | WheelEvent} event
 */
function keepFromBrowser(event) {
  if (event.ctrlKey || event.metaKey) event.preventDefault();
}

/**
 * Stop a link that leaves, or that opens anything beside the page.
 * @param {MouseEvent} event
 */
function stayInside(event) {
  const target = /** @type {Partial<Element> | null} */ (event.target); // of any frame's realm
  const link = /** @type {HTMLAnchorElement | null} */ (target?.closest?.("a[href]") ?? null);
  if (!link) return;
  const own = new URL(link.href).origin === window.location.origin;
  const beside = event.type !== "click" || event.ctrlKey || event.metaKey || event.shiftKey;
  if (own && !beside && !link.hasAttribute("download")) return;
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Stop the pinch of two fingers on the page; the map's frame has its own.
 * @param {TouchEvent} event
 */
function keepUnzoomed(event) {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}
