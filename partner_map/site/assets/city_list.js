/** What is said of all partners in a year, and their list. */

import { setName } from "../../mapview/assets/dom.js";

/**
 * @import { Seen } from "./types.js"
 * @import { Row, Teller } from "./told.js"
 */

const MAX_ROWS = 100; // so that a step costs the same however many cities there are

/**
 * Tell a year in the place of the one before.
 * @param {HTMLElement} place
 * @param {Seen} seen
 * @param {Teller} teller
 * @param {(city: string) => string} urlOf the URL of a city's page
 */
export function tellList(place, seen, teller, urlOf) {
  const { day, heading, lines } = teller.summary(seen);
  setText(place, "#day", day);
  setText(place, "#heading", heading);
  const spans = lines.map((line) => {
    const span = document.createElement("span");
    span.textContent = line;
    return span;
  });
  place.querySelector("#lines")?.replaceChildren(...spans);
  const rows = teller.rows(seen);
  const chosen = place.querySelector("#chosen");
  if (chosen instanceof HTMLElement) {
    const words = teller.filtersWords(seen, rows.length);
    chosen.hidden = words === "";
    setText(chosen, "span", words);
  }
  const none = place.querySelector("#no-rows");
  if (none instanceof HTMLElement) {
    none.hidden = rows.length > 0;
    none.textContent = rows.length > 0 ? "" : teller.noRows(seen);
  }
  const list = place.querySelector("#cities");
  const items = (/** @type {Row[]} */ some) => some.map((row) => item(row, urlOf(row.id)));
  list?.replaceChildren(...items(rows.slice(0, MAX_ROWS)));
  const more = place.querySelector("#more");
  if (!(more instanceof HTMLButtonElement)) return;
  const rest = rows.slice(MAX_ROWS);
  more.hidden = rest.length === 0;
  more.textContent = rest.length > 0 ? teller.phrase("more_cities", rest.length) : "";
  more.onclick = () => {
    const [first, ...others] = items(rest);
    list?.append(first, ...others);
    more.hidden = true;
    first.querySelector("a")?.focus();
  };
}

/**
 * @param {Row} row
 * @param {string} url
 */
function item({ id, name, country, year, lasting, hasEnded }, url) {
  const made = document.createElement("li");
  if (hasEnded) made.className = "ended";
  const link = document.createElement("a");
  link.href = url;
  link.dataset.city = id;
  for (const [className, text] of Object.entries({ year, name, country, lasting })) {
    const part = document.createElement("span");
    part.className = className;
    if (className === "name") setName(part, text);
    else part.textContent = text;
    link.append(part, " ");
  }
  made.append(link);
  return made;
}

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @param {string} text
 */
function setText(place, selector, text) {
  const element = place.querySelector(selector);
  if (element) element.textContent = text;
}
