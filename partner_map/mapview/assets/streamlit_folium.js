/**
 * streamlit-folium's frame from the inside: the only module that touches what is not ours in it.
 * - window.Streamlit.setComponentValue sends a value to the page's script.
 * - The frame is of the page's origin, so that its element and the page's mode can be reached.
 * - Its page keeps the visitor from zooming by a meta element "viewport".
 * - server/frame.py puts the element "basemap" into its page, which names the outlines' URL.
 */

/** @typedef {Window & {Streamlit?: {setComponentValue: (value: unknown) => void}}} FrameWindow */

/**
 * Send what the visitor chose to the page's script.
 * @param {{city: string | null, count: number}} choice
 */
export function sendChoice(choice) {
  /** @type {FrameWindow} */ (window).Streamlit?.setComponentValue(choice);
}

/** The URL that the frame's page has begun to load, so that no step has to name it. */
export function basemapUrl() {
  return /** @type {HTMLLinkElement} */ (document.getElementById("basemap")).href;
}

/**
 * The whole URL of what the server has, whose root lies two folders above the frame's page.
 * @param {string} url relative to the server's root
 */
export function serverUrl(url) {
  return new URL(`../../${url}`, window.location.href).href;
}

/** Let the frame's style know the page's mode: a hall's screen has larger targets. */
export function takeMode() {
  const { mode } = window.frameElement?.ownerDocument.documentElement.dataset ?? {};
  if (mode) document.documentElement.dataset.mode = mode;
}

/** Whether the app's page, in which the frame lies, stands in a frame of another page. */
export function isEmbedded() {
  return window.parent !== window.top;
}

/**
 * Give the frame and its style the size that the page's style has for paper, or its own again.
 * @param {boolean} onPaper
 */
export function sizeForPaper(onPaper) {
  const frame = /** @type {HTMLIFrameElement | null} */ (window.frameElement);
  if (!frame) return;
  const inside = document.documentElement.style;
  for (const name of ["width", "height"]) {
    const size = window.parent.getComputedStyle(frame).getPropertyValue(`--paper-${name}`);
    inside.setProperty(`--paper-${name}`, size);
    // The page's own style is important too.
    if (onPaper) frame.style.setProperty(name, size, "important");
    else frame.style.removeProperty(name);
  }
  if (onPaper) frame.style.setProperty("min-height", "0", "important");
  else frame.style.removeProperty("min-height");
}

/** Whether the page is a hall's screen; known after takeMode(). */
export function isKiosk() {
  return document.documentElement.dataset.mode === "kiosk";
}

/** Let the frame's page have the device's width and be zoomed. */
export function allowPageZoom() {
  /** @type {HTMLMetaElement | null} */
  let viewport = document.querySelector('meta[name="viewport"]');
  if (!viewport) {
    viewport = document.createElement("meta");
    viewport.name = "viewport";
    document.head.append(viewport);
  }
  viewport.content = "width=device-width, initial-scale=1";
}

/**
 * Give the frame its name and its language.
 * @param {string} title
 * @param {string} language
 */
export function nameFrame(title, language) {
  document.title = title;
  document.documentElement.lang = language;
  const frame = /** @type {HTMLIFrameElement | null} */ (window.frameElement);
  if (frame) frame.title = title;
}
