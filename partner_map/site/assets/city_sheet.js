/** A city's sheet as of a year: the page tells today, the other years stand beside it. */

/**
 * @import { Seen, Told } from "./types.js"
 *
 * @typedef {[from: number, number: number | null, words: string, more: string, isOver: number,
 *   facts: number]} Run
 * @typedef {string | (string | [text: string, sign: string, language: string])[]} Telling
 * @typedef {[label: string, lines: [text: Telling, more: Telling][]]} Fact
 * @typedef {{runs: Run[], facts: Fact[][]}} Years
 */

/**
 * Tell of a year what is told of it, and no exchange that came later.
 * @param {HTMLElement} sheet
 * @param {Seen} seen
 * @param {Told} told
 * @param {(number: number) => string} written
 */
export function tellSheet(sheet, seen, told, written) {
  const place = sheet.querySelector("#sheet-years");
  if (!place) return;
  /** @type {Years} */
  const years = JSON.parse(place.textContent ?? "");
  const run = years.runs.findLast(([from]) => from <= seen.year);
  if (!run) return;
  const [from, number, words, more, isOver, facts] = run;
  const year = String(seen.year);
  const count = number === null ? null : written(number + seen.year - from);
  tellStanding(sheet, count, words.replaceAll("{year}", year), more.replaceAll("{year}", year));
  tellFacts(sheet, years.facts[facts]);
  const types = tellExchanges(sheet, seen);
  tellTypes(sheet, seen, told, types, isOver === 1);
  const story = sheet.querySelector("#story-until-today");
  if (story instanceof HTMLElement) story.hidden = seen.year === told.last;
}

/**
 * @param {HTMLElement} sheet
 * @param {string | null} number
 * @param {string} words
 * @param {string} more
 */
function tellStanding(sheet, number, words, more) {
  const place = sheet.querySelector("#standing");
  if (!place) return;
  const parts = [];
  if (number !== null) parts.push(made("strong", number), " ");
  parts.push(made("span", words), " ", made("em", more));
  place.replaceChildren(...parts);
}

/**
 * @param {HTMLElement} sheet
 * @param {Fact[]} facts
 */
function tellFacts(sheet, facts) {
  const rows = facts.map(([label, lines]) => {
    const row = document.createElement("div");
    if (lines.some(([, more]) => more)) row.className = "wide";
    row.append(made("dt", label));
    for (const [text, more] of lines) {
      const line = made("dd", "");
      line.append(...spoken(text));
      if (more) {
        const quiet = made("span", "");
        quiet.className = "quiet";
        quiet.append(...spoken(more));
        line.append(" ", quiet);
      }
      row.append(line);
    }
    return row;
  });
  sheet.querySelector("#facts")?.replaceChildren(...rows);
}

/**
 * Words whose parts may be in several languages, as the page has them (told.html).
 * @param {Telling} words
 */
function spoken(words) {
  if (typeof words === "string") return [words];
  return words.map((part) => {
    if (typeof part === "string") return part;
    const [text, sign, language] = part;
    const foreign = made("span", `${text} `);
    foreign.lang = language;
    const quiet = made("span", sign);
    quiet.className = "quiet";
    foreign.append(quiet);
    return foreign;
  });
}

/**
 * Show the exchanges that had begun and that the filters let through; the types of those.
 * @param {HTMLElement} sheet
 * @param {Seen} seen
 */
function tellExchanges(sheet, seen) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const item of sheet.querySelectorAll("#exchanges li")) {
    if (!(item instanceof HTMLElement)) continue;
    const types = (item.dataset.types ?? "").split(" ");
    const fits = seen.types.length === 0 || types.some((one) => seen.types.includes(one));
    item.hidden = Number(item.dataset.year) > seen.year || !fits;
    if (!item.hidden) for (const one of types) found.add(one);
  }
  return found;
}

/**
 * What is done together: of a year that is over what has a date by then, today all.
 * @param {HTMLElement} sheet
 * @param {Seen} seen
 * @param {Told} told
 * @param {Set<string>} dated
 * @param {boolean} isOver
 */
function tellTypes(sheet, seen, told, dated, isOver) {
  const heading = sheet.querySelector("#together");
  if (!(heading instanceof HTMLElement)) return;
  heading.textContent = (isOver ? heading.dataset.over : heading.dataset.now) ?? "";
  let shown = 0;
  for (const item of sheet.querySelectorAll("[data-type]")) {
    if (!(item instanceof HTMLElement)) continue;
    const type = item.dataset.type ?? "";
    const fits = seen.types.length === 0 || seen.types.includes(type);
    item.hidden = !fits || (seen.year !== told.last && !dated.has(type));
    if (!item.hidden) shown += 1;
  }
  heading.hidden = shown === 0;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function made(tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}
