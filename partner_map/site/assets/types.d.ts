/** What the published pages give their scripts, see told.py. For the checks: never loaded. */

import type { Outlines, PartnerProperties, Partners, View } from "../../mapview/assets/types.js";

/** The forms of a sentence; the digit at a number's place is its form's. */
export interface Phrase {
  forms: string[];
  of: string;
}

/** A run of years in the list: its first year, the year that is printed, the year by which it is
 * sorted, and how long it has lasted: a text, or a number that grows with each year. */
export type Run = [from: number, printed: number | null, listed: number, lasting: string | number];

export interface Told {
  partners: Partners;
  /** Those that have no place on the map. */
  unplaced: PartnerProperties[];
  /** All ids, in the order of the tables. */
  order: string[];
  /** The pages of those cities whose page is not named after their id. */
  paths: Record<string, string>;
  first: number;
  last: number;
  /** The present day (ISO 8601). */
  today: string;
  /** The message of the present day. */
  now: View;
  rows: Record<string, Run[]>;
  /** What happened in a year: ids, each with its name where that has a date beside it. */
  years: Record<string, Record<string, [id: string, name?: string][]>>;
  events: [year: number, types: string[], partners: string[]][];
  marks: [year: number, at: number, partner: string][];
  /** The day of the agreement, its words in any year, and in one without that day. */
  anniversaries: Record<string, [day: string, words: string, others?: string]>;
  /** The types' names in their order. */
  types: Record<string, string>;
  /** The countries' codes in the order of their names. */
  countries: string[];
  /** Names as parts of a sentence, where they differ. */
  names: Record<string, string>;
  most: { cities: number; anniversaries: number; marks: number };
  words: Record<string, string>;
  phrases: Record<string, Phrase>;
}

/** What a visitor looks at on the map's page. */
export interface Seen {
  year: number;
  city: string | null;
  types: string[];
  countries: string[];
}

declare global {
  interface Window {
    /** Written by the script of the page's language. */
    partnerMapTold?: Told;
    /** Written by the script of the outlines. */
    partnerMapOutlines?: Outlines;
  }
}
