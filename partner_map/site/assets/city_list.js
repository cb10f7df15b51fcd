/** What is said of all partners in a year, and their list. */

import { setName } from "../../mapview/assets/dom.js";

/**
 * @import { Seen } from "./types.js"
 * @import { Row, Standing, Teller } from "./told.js"
 */

const PARTS = /** @type {const} */ (["year", "name", "country", "lasting"]);
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
  const told = place.querySelector("#lines");
  if (told) tellLines(told, lines);
  const rows = teller.listed(seen);
  const chosen = place.querySelector("#chosen");
  if (chosen instanceof HTMLElement) {
    const words = teller.filtersWords(seen, rows.length);
    setHidden(chosen, words === "");
    setText(chosen, "span", words);
  }
  const none = place.querySelector("#no-rows");
  if (none instanceof HTMLElement) {
    setHidden(none, rows.length > 0);
    keepText(none, rows.length > 0 ? "" : teller.noRows(seen));
  }
  const list = place.querySelector("#cities");
  const standing = new Map([...(list?.children ?? [])].map((item) => [cityOf(item), item]));
  const items = (/** @type {Standing[]} */ some) =>
    some.map((one) => {
      const item = standing.get(one.partner.id) ?? newItem(one.partner.id);
      return tellItem(item, teller.row(one, seen.year), urlOf(one.partner.id));
    });
  if (list) keepItems(list, items(rows.slice(0, MAX_ROWS)));
  const more = place.querySelector("#more");
  if (!(more instanceof HTMLButtonElement)) return;
  const rest = rows.slice(MAX_ROWS);
  setHidden(more, rest.length === 0);
  keepText(more, rest.length > 0 ? teller.phrase("more_cities", rest.length) : "");
  more.onclick = () => {
    const [first, ...others] = items(rest);
    list?.append(first, ...others);
    more.hidden = true;
    first.querySelector("a")?.focus();
  };
}

/**
 * Let each line of what is told stand in its part.
 * @param {Element} place
 * @param {string[]} lines
 */
function tellLines(place, lines) {
  while (place.children.length > lines.length) place.lastElementChild?.remove();
  while (place.children.length < lines.length) place.append(document.createElement("span"));
  for (const [number, line] of lines.entries()) keepText(place.children[number], line);
}

/**
 * Let a list hold these items; what stands at its place already is not laid out anew.
 * @param {Element} list
 * @param {Element[]} items
 */
function keepItems(list, items) {
  const kept = new Set(items);
  for (const item of [...list.children]) if (!kept.has(item)) item.remove();
  for (const [place, item] of items.entries()) {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  }
}

/**
 * The city of which an item tells.
 * @param {Element} item
 */
function cityOf(item) {
  return item.querySelector("a")?.dataset.city;
}

/**
 * An item that tells nothing yet.
 * @param {string} id of the city
 */
function newItem(id) {
  const made = document.createElement("li");
  const link = document.createElement("a");
  link.dataset.city = id;
  for (const className of PARTS) {
    const part = document.createElement("span");
    part.className = className;
    link.append(part, " ");
  }
  made.append(link);
  return made;
}

/**
 * Tell a row in its item.
 * @param {Element} item
 * @param {Row} row
 * @param {string} url
 */
function tellItem(item, row, url) {
  item.classList.toggle("ended", row.hasEnded);
  const link = item.querySelector("a");
  if (link && link.href !== url) link.href = url;
  for (const part of item.querySelectorAll("span")) {
    const name = PARTS.find((one) => one === part.className);
    if (!name || part.textContent === row[name]) continue;
    if (name === "name") setName(part, row.name);
    else part.textContent = row[name];
  }
  return item;
}

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @param {string} text
 */
function setText(place, selector, text) {
  const element = place.querySelector(selector);
  if (element) keepText(element, text);
}

/**
 * Let an element say this; where it does already, nothing is laid out anew.
 * @param {Element} element
 * @param {string} text
 */
function keepText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {HTMLElement} element
 * @param {boolean} isHidden
 */
function setHidden(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden;
}
