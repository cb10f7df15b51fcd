/** The buttons, the legend and the sources at the map's corners. */

import { button, circle, drawing, element, reducedMotion } from "./dom.js";

/** @import { Words } from "./types.js" */

const PART = 0.4; // of the map's size, that one press of an arrow moves it
const LEGEND = ["agreement", "project", "undated", "suspended", "ended", "contacts"];
/** What has a line as its sample, and no dot. @type {Record<string, string>} */
const LINE_SAMPLES = { contacts: "M1 6h18", project: "M1 6h18" };

/**
 * Zoom in, zoom out and the way back to the whole view, which is only there once it was left.
 * @param {L.Map} map
 * @param {Words} words
 * @param {() => void} showWhole
 * @param {() => void} onMove called before the visitor's own zoom
 */
export function addButtons(map, words, showWhole, onMove) {
  const box = element("div", "map-buttons leaflet-control", "");
  /** @param {number} step */
  const zoom = (step) => () => {
    onMove();
    map.setZoom(map.getZoom() + step, { animate: !reducedMotion() });
  };
  const backToWhole = () => {
    map.getContainer().focus();
    showWhole();
  };
  /** @type {[string, string, string, () => void][]} */
  const buttons = [
    ["whole", words.whole_view, "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", backToWhole],
    ["zoom", words.zoom_in, "M8 3v10M3 8h10", zoom(1)],
    ["zoom", words.zoom_out, "M3 8h10", zoom(-1)],
  ];
  for (const [className, name, path, act] of buttons) {
    box.append(labelled(className, name, path, act));
  }
  addCorner(map, box, "bottomright");
}

/**
 * Four arrows that move the map without dragging (WCAG 2.5.7), once it shows a part of it.
 * @param {L.Map} map
 * @param {Words} words
 * @param {() => void} onMove called before the visitor's own move
 */
export function addPad(map, words, onMove) {
  const pad = element("div", "map-pad leaflet-control", "");
  /** @type {[string, string, number, number][]} */
  const ways = [
    ["up", "M8 13V3M4 7l4-4 4 4", 0, -1],
    ["left", "M13 8H3M7 4 3 8l4 4", -1, 0],
    ["right", "M3 8h10M9 4l4 4-4 4", 1, 0],
    ["down", "M8 3v10M4 9l4 4 4-4", 0, 1],
  ];
  for (const [way, path, x, y] of ways) {
    const made = labelled(way, words[`move_${way}`], path, () => {
      onMove();
      const size = map.getSize().multiplyBy(PART);
      map.panBy([x * size.x, y * size.y], { animate: !reducedMotion() });
    });
    pad.append(made);
  }
  addCorner(map, pad, "bottomright");
}

/**
 * A button whose face is a drawing.
 * @param {string} className
 * @param {string} name
 * @param {string} path
 * @param {() => void} act
 */
function labelled(className, name, path, act) {
  const made = button(className, "", act);
  made.title = name;
  made.setAttribute("aria-label", name);
  made.append(drawing("0 0 16 16", path));
  return made;
}

/**
 * What the lines mean, and where the map's data come from.
 * @param {L.Map} map
 * @param {Words} words
 * @returns the list of what they mean
 */
export function addLegend(map, words) {
  const section = element("section", "map-legend leaflet-control", "");
  section.setAttribute("aria-label", words.legend);
  const list = document.createElement("ul");
  fillLegend(list, words);
  const sources = element("details", "map-sources", "");
  const summary = element("summary", "", "");
  const sign = drawing("0 0 16 16", "M8 7.5v4M8 4.5v.5");
  sign.append(circle(8, 8, 7));
  summary.append(sign, element("span", "", words.sources));
  summary.setAttribute("aria-label", words.sources);
  sources.append(summary, element("p", "", words.credit));
  section.append(list, sources);
  addCorner(map, section, "bottomleft");
  tellHeight(section);
  map.on("resize", () => tellHeight(section));
  // With its font, too, the words may take more lines: the buttons and the names make room.
  let height = section.offsetHeight;
  new ResizeObserver(() => {
    if (section.offsetHeight === height) return;
    height = section.offsetHeight;
    map.fire("resize");
  }).observe(section);
  return list;
}

/**
 * Tell how high the legend is, whose words may take two lines: the buttons stand above it.
 * @param {HTMLElement} section
 */
function tellHeight(section) {
  /** @type {HTMLElement | null} */
  const container = section.closest(".leaflet-container");
  container?.style.setProperty("--legend-height", `${section.offsetHeight}px`);
}

/**
 * Tell what the lines of each status mean that there are words of.
 * @param {HTMLElement} list
 * @param {Words} words
 */
export function fillLegend(list, words) {
  const told = LEGEND.filter((status) => `legend_${status}` in words);
  list.replaceChildren(...told.map((status) => legendItem(status, words[`legend_${status}`])));
}

/**
 * The place of the year that the map shows, which is said elsewhere.
 * @param {L.Map} map
 */
export function addYear(map) {
  const year = element("div", "map-year leaflet-control", "");
  year.setAttribute("aria-hidden", "true");
  year.hidden = true;
  addCorner(map, year, "topleft");
  return year;
}

/**
 * One part of the legend: its sample and its word.
 * @param {string} status
 * @param {string} text
 */
function legendItem(status, text) {
  const item = document.createElement("li");
  const line = LINE_SAMPLES[status];
  const sample = drawing("0 0 20 12", line ?? "");
  sample.setAttribute("class", `sample ${status}`);
  if (!line) sample.append(circle(10, 6, status === "agreement" ? 5 : 4));
  item.append(sample, element("span", "", text));
  return item;
}

/**
 * Put an element into a corner of the map; touches on it are not the map's.
 * @param {L.Map} map
 * @param {HTMLElement} content
 * @param {L.ControlPosition} position
 */
function addCorner(map, content, position) {
  const control = new L.Control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(content);
    L.DomEvent.disableScrollPropagation(content);
    return content;
  };
  control.addTo(map);
}
