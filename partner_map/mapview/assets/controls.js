/** The buttons, the legend and the sources at the map's corners. */

import { element } from "./labels.js";
import { reducedMotion } from "./lines.js";

const SVG = "http://www.w3.org/2000/svg";

/** Zoom in, zoom out and the way back to the whole view. */
export function addButtons(map, words, showWhole, onMove) {
  const box = element("div", "map-buttons leaflet-control", "");
  const zoom = (step) => () => {
    onMove();
    map.setZoom(map.getZoom() + step, { animate: !reducedMotion() });
  };
  const buttons = [
    [words.zoom_in, "M8 3v10M3 8h10", zoom(1)],
    [words.zoom_out, "M3 8h10", zoom(-1)],
    [words.whole_view, "M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3", showWhole],
  ];
  for (const [name, path, act] of buttons) {
    const button = element("button", "", "");
    button.type = "button";
    button.title = name;
    button.setAttribute("aria-label", name);
    button.append(drawing("0 0 16 16", path));
    button.addEventListener("click", act);
    box.append(button);
  }
  addCorner(map, box, "topright");
}

/** What the lines say. */
export function addLegend(map, words) {
  const section = element("section", "map-legend leaflet-control", "");
  section.setAttribute("aria-label", words.legend);
  const list = document.createElement("ul");
  list.append(legendItem("town", words.legend_town));
  for (const state of ["agreement", "contacts", "ended"]) {
    list.append(legendItem(state, words[`legend_${state}`]));
  }
  section.append(list);
  addCorner(map, section, "bottomleft");
}

/** One line of the legend: its sample and its words. */
function legendItem(state, said) {
  const item = document.createElement("li");
  const isTown = state === "town";
  const sample = drawing("0 0 36 12", isTown ? "" : "M1 6h26");
  sample.setAttribute("class", `sample ${state}`);
  const dot = document.createElementNS(SVG, "circle");
  const shape = isTown ? { cx: 18, cy: 6, r: 5.5 } : { cx: 31, cy: 6, r: 3.5 };
  for (const [name, value] of Object.entries(shape)) dot.setAttribute(name, String(value));
  sample.append(dot);
  item.append(sample, element("span", "", said));
  return item;
}

/** Where the map's data come from. */
export function addSources(map, words) {
  addCorner(map, element("div", "map-sources leaflet-control", words.sources), "bottomright");
}

/** Put an element into a corner of the map; touches on it are not the map's. */
function addCorner(map, content, position) {
  const control = L.control({ position });
  control.onAdd = () => {
    L.DomEvent.disableClickPropagation(content);
    L.DomEvent.disableScrollPropagation(content);
    return content;
  };
  control.addTo(map);
}

/** A small drawing of one path, hidden from screen readers. */
export function drawing(viewBox, path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", viewBox);
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(SVG, "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}
