/** The buttons, the legend and the sources at the map's corners. */

import { button, circle, drawing, element, reducedMotion } from "./dom.js";

/** @import { Words } from "./types.js" */

/**
 * Zoom in, zoom out and the way back to the whole view.
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
  /** @type {[string, string, () => void][]} */
  const buttons = [
    [words.zoom_in, "M8 3v10M3 8h10", zoom(1)],
    [words.zoom_out, "M3 8h10", zoom(-1)],
    [words.whole_view, "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", showWhole],
  ];
  for (const [name, path, act] of buttons) {
    const made = button("", "", act);
    made.title = name;
    made.setAttribute("aria-label", name);
    made.append(drawing("0 0 16 16", path));
    box.append(made);
  }
  addCorner(map, box, "topright");
}

/**
 * What the lines mean.
 * @param {L.Map} map
 * @param {Words} words
 */
export function addLegend(map, words) {
  const section = element("section", "map-legend leaflet-control", "");
  section.setAttribute("aria-label", words.legend);
  const list = document.createElement("ul");
  list.append(legendItem("town", words.legend_town));
  for (const status of ["agreement", "contacts", "ended"]) {
    list.append(legendItem(status, words[`legend_${status}`]));
  }
  section.append(list);
  addCorner(map, section, "bottomleft");
}

/**
 * One line of the legend: its sample and its words.
 * @param {string} what a status, or "town"
 * @param {string} text
 */
function legendItem(what, text) {
  const item = document.createElement("li");
  const isTown = what === "town";
  const sample = drawing("0 0 36 12", isTown ? "" : "M1 6h26");
  sample.setAttribute("class", `sample ${what}`);
  sample.append(isTown ? circle(18, 6, 5.5) : circle(31, 6, 3.5));
  item.append(sample, element("span", "", text));
  return item;
}

/**
 * Where the map's data come from.
 * @param {L.Map} map
 * @param {Words} words
 */
export function addSources(map, words) {
  addCorner(map, element("div", "map-sources leaflet-control", words.sources), "bottomright");
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
