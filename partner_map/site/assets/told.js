/**
 * What is said of a year under the filters that are on: the counterpart in the browser of
 * overview.py, summary.py, chart.py and of the line of a year in wording.py, from what told.py
 * gives. tests/site/test_told.py holds the two together.
 */

import { forEachStatus, passes, statusIn } from "../../mapview/assets/status.js";

/**
 * @import { PartnerProperties, Status, View } from "../../mapview/assets/types.js"
 * @import { Chart } from "../../mapview/assets/timeline_chart.js"
 * @import { Phrase, Run, Seen, Told } from "./types.js"
 *
 * @typedef {{partner: PartnerProperties, status: Status}} Standing
 *
 * @typedef {{year: number, day: number}} Day the day as month and day, 609 for 9 June
 *
 * A row of the list.
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name
 * @property {string} country
 * @property {string} year
 * @property {string} lasting
 * @property {boolean} hasEnded
 */

const PERIOD = 100; // as in phrases.py
const ROUND_YEARS = 5; // as in timeline.py
const THOUSAND = 1000;
const LEAP_DAY = 229; // as a Day has it
/** @type {Status[]} */
const UNDER_WAY = ["agreement", "project", "suspended"];
/** What is counted beside the partners. @type {[phrase: string, status: Status][]} */
const ELSEWHERE = [
  ["projects", "project"],
  ["suspended", "suspended"],
  ["undated", "undated"],
  ["contacts", "contacts"],
  ["ended", "ended"],
];

/** Says everything in one language. */
export class Teller {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    const { partners, unplaced, order } = told;
    const all = [...partners.features.map(({ properties }) => properties), ...unplaced];
    const byId = new Map(all.map((partner) => [partner.id, partner]));
    /** In the order of the tables. */
    this.partners = order.map((id) => /** @type {PartnerProperties} */ (byId.get(id)));
    this.byId = byId;
    /** What the last filters let through, which most steps share. */
    this.filtered = {
      key: "",
      /** @type {PartnerProperties[]} */
      chosen: [],
      /** @type {Set<string>} */
      ids: new Set(),
      /** @type {Map<number, number>} */
      events: new Map(),
    };
    /** Where the partners of the last step stand, which summary and list share. */
    this.stood = {
      key: "",
      /** @type {Record<Status, Standing[]>} */
      groups: forEachStatus(() => []),
    };
    /** The days on which agreements were signed that have anniversaries. */
    this.signed = new Map(
      Object.entries(told.anniversaries).map(([id, [date]]) => [id, dayOf(date)]),
    );
    /** Made when a number needs it: the first one of a page takes milliseconds. */
    this.format = /** @type {Intl.NumberFormat | undefined} */ (undefined);
  }

  /**
   * A whole number as it is written; below a thousand each of our languages writes it the same.
   * @param {number} number
   */
  written(number) {
    if (number < THOUSAND) return String(number);
    const { language } = this.told.partners;
    this.format ??= new Intl.NumberFormat(language, { useGrouping: "always" });
    return this.format.format(number);
  }

  /**
   * A sentence for a number.
   * @param {string} name
   * @param {number} number
   */
  phrase(name, number) {
    /** @type {Phrase} */
    const { forms, of } = this.told.phrases[name];
    const form = of[number < of.length ? number : PERIOD + (number % PERIOD)];
    return fill(forms[Number(form)], { number: this.written(number) });
  }

  /**
   * A partner's name as a part of a sentence.
   * @param {string} id
   */
  nameOf(id) {
    return this.told.names[id] ?? this.byId.get(id)?.name ?? "";
  }

  /**
   * The message of the map for what is looked at.
   * @param {Seen} seen
   * @returns {View}
   */
  view({ year, city, types, countries }) {
    const { version, ...now } = this.told.now;
    const day = year === this.told.last ? now : {};
    return { ...day, year, city, types, countries, version };
  }

  /**
   * The partners that the filters let through.
   * @param {Seen} seen
   */
  chosen(seen) {
    return this.left(seen).chosen;
  }

  /**
   * What the filters let through, computed once for the same filters.
   * @param {Seen} seen
   */
  left(seen) {
    const key = JSON.stringify([seen.types, seen.countries]);
    if (this.filtered.key !== key) {
      const chosen = this.partners.filter((partner) => passes(partner, seen));
      const ids = new Set(chosen.map(({ id }) => id));
      this.filtered = { key, chosen, ids, events: this.eventsByYear(seen, ids) };
    }
    return this.filtered;
  }

  /**
   * The partners that are told of a year by where they stand, each in the order of the tables.
   * @param {Seen} seen
   */
  standing(seen) {
    const key = JSON.stringify([seen.year, seen.types, seen.countries]);
    if (this.stood.key === key) return this.stood.groups;
    const view = this.view(seen);
    /** @type {Record<Status, Standing[]>} */
    const groups = forEachStatus(() => []);
    for (const partner of this.chosen(seen)) {
      const status = statusIn(partner, view);
      if (status !== null) groups[status].push({ partner, status });
    }
    this.stood = { key, groups };
    return groups;
  }

  /**
   * What the line of a year says.
   * @param {Seen} seen
   */
  yearWords(seen) {
    const { told } = this;
    const isChosen = this.left(seen).ids;
    const parts = [String(seen.year)];
    for (const [happening, all] of Object.entries(told.years[seen.year] ?? {})) {
      const cities = all.filter(([id]) => isChosen.has(id));
      if (cities.length === 0) continue;
      const named = cities.slice(0, told.most.cities).map(([id, name]) => name ?? this.nameOf(id));
      const more = cities.length - named.length;
      if (more > 0) named.push(this.phrase("more_cities", more));
      parts.push(fill(told.words[happening], { cities: named.join(", ") }));
    }
    const events = this.left(seen).events.get(seen.year) ?? 0;
    if (events > 0) parts.push(this.phrase("events", events));
    return parts.join(" · ");
  }

  /**
   * How many exchanges of partners began in each year, each counted once.
   * @param {Seen} seen
   * @param {Set<string>} ids
   */
  eventsByYear(seen, ids) {
    /** @type {Map<number, number>} */
    const found = new Map();
    for (const [year, types, partners] of this.told.events) {
      const fits = seen.types.length === 0 || types.some((one) => seen.types.includes(one));
      if (!fits || !partners.some((id) => ids.has(id))) continue;
      found.set(year, (found.get(year) ?? 0) + 1);
    }
    return found;
  }

  /**
   * What is said of all partners: the day, how many there are, and the lines below.
   * @param {Seen} seen
   */
  summary(seen) {
    const { told } = this;
    const standing = this.standing(seen);
    /** @param {Status[]} wanted */
    const of = (...wanted) => wanted.flatMap((status) => standing[status]);
    const partners = of(...UNDER_WAY, "undated");
    const countries = new Set(partners.map(({ partner }) => partner.country));
    const elsewhere = ELSEWHERE.flatMap(([name, status]) => {
      const number = standing[status].length;
      return number > 0 ? [this.phrase(name, number)] : [];
    });
    const signed = of("agreement", "suspended", "ended").flatMap(
      ({ partner: { agreement } }) => agreement ?? [],
    );
    if (signed.length > 0) {
      const year = String(signed.reduce((least, one) => Math.min(least, one)));
      elsewhere.unshift(fill(told.words.first_agreement, { year }));
    }
    return {
      day: this.day(seen.year),
      heading:
        partners.length === 0
          ? told.words.no_partners
          : `${this.phrase("partners", partners.length)} ${this.phrase("in_countries", countries.size)}`,
      lines: [
        ...(elsewhere.length > 0 ? [capitalized(elsewhere.join(" · "))] : []),
        ...this.anniversaryLines(of("agreement"), seen.year).map(capitalized),
        told.words.invitation,
      ],
    };
  }

  /**
   * Of which day a year is told.
   * @param {number} year
   */
  day(year) {
    const { last, words } = this.told;
    return year === last ? words.today : fill(words.end_of_year, { year: String(year) });
  }

  /**
   * The next round anniversaries, seen from the end of a year, or from today.
   * @param {Standing[]} inForce
   * @param {number} year
   */
  anniversaryLines(inForce, year) {
    const { told } = this;
    const from = dayOf(year === told.last ? told.today : `${year}-12-31`);
    /** @type {{id: string, years: number, day: Day}[]} */
    let due = [];
    for (const { partner } of inForce) {
      const signed = this.signed.get(partner.id);
      if (!signed) continue;
      const next = { id: partner.id, ...nextRound(signed, from) };
      const later = due.length === 0 ? -1 : order(next.day, due[0].day);
      if (later < 0) due = [next];
      else if (later === 0) due.push(next);
    }
    const lines = due.slice(0, told.most.anniversaries).map(({ id, years, day }) =>
      fill(this.phrase("anniversary", years), {
        city: this.nameOf(id),
        date: spokenDay(told.anniversaries[id], day),
      }),
    );
    const more = due.length - lines.length;
    if (more > 0) lines.push(this.phrase("more_anniversaries", more));
    return lines;
  }

  /**
   * Who is in the list: what goes on by its year, what has ended last.
   * @param {Seen} seen
   * @returns {Standing[]}
   */
  listed(seen) {
    const standing = this.standing(seen);
    /** @param {Standing[]} group */
    const sorted = (group) =>
      group
        .map((one) => ({ one, listed: this.run(one.partner.id, seen.year)[2] }))
        .sort((one, other) => one.listed - other.listed)
        .map(({ one }) => one);
    return [
      // What is under way comes before contacts of the same year, as overview.py lists them.
      ...sorted([...UNDER_WAY, /** @type {const} */ ("contacts")].flatMap((one) => standing[one])),
      ...standing.undated,
      ...sorted(standing.ended),
    ];
  }

  /**
   * What the list says of a partner that is in it.
   * @param {Standing} listed
   * @param {number} year
   * @returns {Row}
   */
  row({ partner: { id, name, country }, status }, year) {
    const [from, printed, , lasting] = this.run(id, year);
    return {
      id,
      name,
      country: this.told.partners.countries[country] ?? country,
      year: String(printed ?? "–"),
      lasting: typeof lasting === "number" ? this.phrase("years", lasting + year - from) : lasting,
      hasEnded: status === "ended",
    };
  }

  /**
   * The run of years that a year of a partner belongs to.
   * @param {string} id
   * @param {number} year
   */
  run(id, year) {
    return /** @type {Run} */ (this.told.rows[id].findLast(([first]) => first <= year));
  }

  /**
   * Why there is no row.
   * @param {Seen} seen
   */
  noRows(seen) {
    const { words } = this.told;
    const chosen = this.chosen(seen);
    if (chosen.length === 0) return words.no_match;
    if (chosen.every(({ undated }) => undated)) return words.no_dates;
    return fill(words.no_contacts, { year: String(seen.year) });
  }

  /**
   * What the filters choose, and how many rows they leave; empty without a filter.
   * @param {Seen} seen
   * @param {number} rows
   */
  filtersWords({ types, countries }, rows) {
    const { told } = this;
    const names = [
      ...Object.keys(told.types)
        .filter((one) => types.includes(one))
        .map((one) => told.types[one]),
      ...told.countries
        .filter((code) => countries.includes(code))
        .map((code) => told.partners.countries[code]),
    ];
    if (names.length === 0) return "";
    return fill(told.words.shown, { filters: names.join(", "), number: String(rows) });
  }

  /**
   * The chart of the timeline, as timeline_chart.js draws it.
   * @param {Seen} seen
   * @returns {Chart}
   */
  chart(seen) {
    const { first, last, most, words } = this.told;
    const { ids: isChosen, events: eventsOfAll } = this.left(seen);
    const city = seen.city !== null && isChosen.has(seen.city) ? seen.city : null;
    const signed = this.told.marks.filter(([, , id]) => isChosen.has(id));
    const events = [...eventsOfAll]
      .filter(([year]) => year >= first && year <= last)
      .sort(([one], [other]) => one - other);
    const shares = city === null ? new Map() : this.eventsByYear(seen, new Set([city]));
    const total = events.reduce((sum, [, number]) => sum + number, 0);
    const highest = Math.max(0, ...events.map(([, number]) => number));
    const peaks = events.filter(([, number]) => number === highest);
    /** @type {[string, string][]} */
    const legend = signed.length > 0 ? [["agreement", words.signed]] : [];
    if (highest === 0) {
      if (legend.length === 0) legend.push(["", words.no_dates]);
    } else if (city !== null) {
      const name = this.byId.get(city)?.name ?? "";
      legend.push(["share", fill(words.share, { city: name })], ["events", words.others]);
    } else {
      const told = peaks.length > 1 ? words.most : words.most_in;
      const year = String(peaks[0][0]);
      legend.push(["events", fill(told, { number: String(highest), year })]);
    }
    /** @type {Map<number, string[]>} */
    const byYear = new Map();
    for (const [year, , id] of signed) byYear.set(year, [...(byYear.get(year) ?? []), id]);
    const many = signed.length > most.marks;
    const agreements = [...byYear].map(([year, ids]) => {
      const named = many ? ids.length : ids.map((id) => this.nameOf(id)).join(", ");
      return `${named} (${year})`;
    });
    const label = [
      agreements.length > 0 ? fill(words.agreements_label, { list: agreements.join(", ") }) : "",
      total > 0
        ? fill(words.events_label, { list: events.map(([year, n]) => `${n} (${year})`).join(", ") })
        : "",
    ].filter(Boolean);
    return {
      first,
      last,
      marks: many
        ? [...byYear].map(([year, ids]) => ({ at: year, name: String(ids.length) }))
        : signed
            .map(([, at, id]) => ({
              at,
              name: this.byId.get(id)?.name ?? "",
              ...(id === city ? { chosen: true } : {}),
            }))
            .sort((one, other) => one.at - other.at),
      bars: events.map(([year, number]) => [year, number, shares.get(year) ?? 0]),
      share: city !== null,
      legend,
      total: total > 0 ? this.phrase("total", total) : "",
      label: label.join(" ") || words.no_dates,
    };
  }
}

/**
 * A sentence with its places filled in.
 * @param {string} sentence
 * @param {Record<string, string>} values
 */
function fill(sentence, values) {
  return sentence.replaceAll(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/**
 * A day as numbers, which are compared sooner than words.
 * @param {string} date as 2011-06-09
 * @returns {Day}
 */
function dayOf(date) {
  const [year, month, day] = date.split("-").map(Number);
  return { year, day: 100 * month + day };
}

/**
 * Below 0 where a day comes before another, 0 where they are the same.
 * @param {Day} one
 * @param {Day} other
 */
function order(one, other) {
  return one.year - other.year || one.day - other.day;
}

/**
 * The next round anniversary from a day on.
 * @param {Day} signed the day of the signature
 * @param {Day} from
 */
function nextRound(signed, from) {
  const age = from.year - signed.year;
  const years = Math.max(ROUND_YEARS, Math.ceil(age / ROUND_YEARS) * ROUND_YEARS);
  const day = dayIn(signed, signed.year + years);
  if (order(day, from) >= 0) return { years, day };
  return { years: years + ROUND_YEARS, day: dayIn(signed, signed.year + years + ROUND_YEARS) };
}

/**
 * A day of anniversary in words.
 * @param {[day: string, words: string, others?: string]} signed
 * @param {Day} day
 */
function spokenDay([, words, others], { year, day }) {
  const spoken = others !== undefined && day !== LEAP_DAY ? others : words;
  return fill(spoken, { year: String(year).padStart(4, "0") });
}

/**
 * The day of a date in another year; 28 February where there is no 29th.
 * @param {Day} date
 * @param {number} year
 * @returns {Day}
 */
function dayIn({ day }, year) {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return { year, day: day === LEAP_DAY && !isLeap ? LEAP_DAY - 1 : day };
}

/** @param {string} text */
function capitalized(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
