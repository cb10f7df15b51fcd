/**
 * What the chosen city's sheet has on paper alone: its exchanges, sources, the address and its
 * code. It is asked for while the page is at rest, so that printing need not wait.
 */

/** @import { Paper } from "./types.js" */

import { keyed } from "./streamlit_page.js";

const REST = 700; // milliseconds

const paper = document.createElement("section");
paper.className = "paper";
let written = "";
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Follow what the page shows; to be called whenever it has changed. */
export function keepPaper() {
  const sheet = document.querySelector(keyed("sheet"));
  if (!sheet || document.documentElement.dataset.mode === "kiosk") return;
  if (paper.parentElement !== sheet) sheet.append(paper);
  const { href } = window.location;
  if (href === written) return;
  written = href;
  paper.replaceChildren();
  clearTimeout(timer);
  timer = setTimeout(() => void write(href), REST);
}

/**
 * Write what belongs to an address.
 * @param {string} href
 */
async function write(href) {
  const query = new URL(href).searchParams;
  query.set("address", href);
  try {
    const answer = await fetch(`./data/paper?${query}`);
    if (answer.ok && href === written) fill(await answer.json());
  } catch {
    written = ""; // asked for again with the next change
  }
}

/** @param {Paper} told */
function fill(told) {
  const code = document.createElement("img");
  code.alt = told.codeAlt;
  code.src = `data:image/svg+xml,${encodeURIComponent(told.code)}`;
  paper.replaceChildren(
    ...list(told.eventsTitle, told.events),
    ...(told.more ? [element("p", told.more)] : []),
    ...(told.code ? [code] : []),
    ...list(told.sourcesTitle, told.sources),
    element("p", told.address),
  );
}

/**
 * A heading and its list; nothing without rows.
 * @param {string} title
 * @param {[string, string][]} rows each with its first words in bold
 */
function list(title, rows) {
  if (!rows.length) return [];
  const items = document.createElement("ol");
  for (const [first, rest] of rows) {
    const item = document.createElement("li");
    item.append(element("strong", first), ` ${rest}`);
    items.append(item);
  }
  return [element("h3", title), items];
}

/**
 * @param {string} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
