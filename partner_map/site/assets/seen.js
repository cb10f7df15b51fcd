/** What a visitor looks at, and the address that says so: a city has a page, the rest is a query. */

/** @import { Seen, Told } from "./types.js" */

const YEAR = /^[0-9]{4}$/;

/**
 * What an address says; what makes no sense is dropped, as permalink.py does.
 * @param {string} search the query of the URL
 * @param {string | null} city of the page
 * @param {Told} told
 * @returns {Seen}
 */
export function readSeen(search, city, { first, last, types, countries }) {
  const query = new URLSearchParams(search);
  const asked = query.get("year") ?? "";
  const year = YEAR.test(asked) ? Number(asked) : last;
  return {
    year: year >= first && year <= last ? year : last,
    city,
    types: Object.keys(types).filter((one) => query.getAll("type").includes(one)),
    countries: countries.filter((code) => query.getAll("country").includes(code)),
  };
}

/**
 * The address at which the live application shows the same.
 * @param {string} href its address on the page as published, with the language
 * @param {Seen} seen
 * @param {Pick<Told, "last">} told
 */
export function liveUrl(href, seen, told) {
  const url = new URL(href);
  const language = url.searchParams.get("lang");
  const query = new URLSearchParams(writeQuery(seen, told));
  if (seen.city !== null) query.set("city", seen.city);
  if (language !== null) query.set("lang", language);
  url.search = query.toString();
  return url.href;
}

/**
 * The query of what is looked at; what is as at the start is left out.
 * @param {Pick<Seen, "year" | "types" | "countries">} seen
 * @param {Pick<Told, "last">} told
 */
export function writeQuery({ year, types, countries }, { last }) {
  const query = new URLSearchParams();
  if (year !== last) query.set("year", String(year));
  for (const one of [...types].sort()) query.append("type", one);
  for (const code of [...countries].sort()) query.append("country", code);
  const text = query.toString();
  return text ? `?${text}` : "";
}
