/** What the layer asks of its document: elements, drawings, colours, and whether to move. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with a class and a text.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} className
 * @param {string} text
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, className, text) {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/**
 * Put a name into its element, which is then read in the direction of its letters.
 * @param {HTMLElement} place
 * @param {string} name
 */
export function setName(place, name) {
  place.textContent = name;
  place.dir = "auto";
}

/**
 * A button, which does something.
 * @param {string} className
 * @param {string} text
 * @param {() => void} act
 */
export function button(className, text, act) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", act);
  return made;
}

/**
 * Do something when the next frame has been painted.
 * @param {() => void} act
 */
export function afterPaint(act) {
  requestAnimationFrame(() => window.setTimeout(act));
}

/** What is done when the next frame has been painted, once however often it is asked for. */
export class AfterPaint {
  /** @param {() => void} act */
  constructor(act) {
    this.act = act;
    this.isDue = false;
  }

  ask() {
    if (this.isDue) return;
    this.isDue = true;
    afterPaint(() => {
      if (!this.isDue) return;
      this.isDue = false;
      this.act();
    });
  }

  /** It has been done meanwhile, or is not wanted any more. */
  drop() {
    this.isDue = false;
  }
}

/**
 * A small drawing of one path, hidden from screen readers.
 * @param {string} viewBox
 * @param {string} path
 */
export function drawing(viewBox, path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

/**
 * A circle for a drawing.
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function circle(x, y, radius) {
  const made = document.createElementNS(SVG, "circle");
  for (const [name, value] of Object.entries({ cx: x, cy: y, r: radius })) {
    made.setAttribute(name, String(value));
  }
  return made;
}

/** @type {Map<string, string>} */
const colours = new Map();

/**
 * A colour of the palette (colours.css), read from the document once.
 * @param {string} name of its variable, as "--agreement"
 */
export function colour(name) {
  let value = colours.get(name);
  if (value === undefined) {
    value = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    colours.set(name, value);
  }
  return value;
}

/** Whether the visitor's system asks for less motion. */
export function reducedMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
