import assert from "node:assert/strict";
import { test } from "node:test";

import {
  bitsOf,
  hasBit,
  idsByAttribute,
  passes,
  STATUSES,
  statusAt,
  statusIn,
} from "../../../partner_map/mapview/assets/status.js";

const YEARS = { contacts: 1990, agreement: 1992, ended: 2019 };

test("a year stands for its last day: what began in it has begun", () => {
  assert.equal(statusAt(YEARS, 1989), null);
  assert.equal(statusAt(YEARS, 1990), "contacts");
  assert.equal(statusAt(YEARS, 1991), "contacts");
  assert.equal(statusAt(YEARS, 1992), "agreement");
  assert.equal(statusAt(YEARS, 2018), "agreement");
  assert.equal(statusAt(YEARS, 2019), "ended");
});

test("what has no date is never reached", () => {
  const none = { contacts: null, agreement: null, ended: null };

  assert.equal(statusAt(none, 9999), null);
  assert.equal(statusAt({ ...none, agreement: 2006 }, 2006), "agreement");
  assert.equal(statusAt({ ...none, contacts: 1999 }, 2030), "contacts");
  assert.equal(statusAt({ ...YEARS, ended: null }, 9999), "agreement");
});

test("the agreements are drawn last", () => {
  assert.equal(STATUSES.at(-1), "agreement");
});

test("what has no date at all stands where the view says so", () => {
  const undated = { id: "a", contacts: null, agreement: null, ended: null, undated: true };

  assert.equal(statusIn(undated, { year: 2026, undated: true }), "undated");
  assert.equal(statusIn(undated, { year: 2025 }), null);
});

test("what is suspended is told as suspended until it has ended", () => {
  const suspended = { ...YEARS, suspended: 2015 };

  assert.equal(statusAt(suspended, 2014), "agreement");
  assert.equal(statusAt(suspended, 2015), "suspended");
  assert.equal(statusAt(suspended, 2019), "ended");
});

test("a project is told as a project", () => {
  const project = { contacts: null, agreement: null, ended: null, project: 2015 };

  assert.equal(statusAt(project, 2014), null);
  assert.equal(statusAt(project, 2015), "project");
});

test("the map tells each of its partners under agreements, contacts or ended", () => {
  const drawn = STATUSES.map((status) => /** @type {[string, typeof status]} */ ([status, status]));

  const { agreements, contacts, ended, undated } = idsByAttribute(drawn);

  assert.deepEqual([agreements, contacts, ended].join(" ").split(" ").sort(), [...STATUSES].sort());
  assert.equal(undated, "undated");
});

test("a view's bits stand for the features in their places, the lowest first", () => {
  const bits = bitsOf({ among: Buffer.from([0b00000101, 0b10000000]).toString("base64") });
  const set = Array.from({ length: 16 }, (_, place) => place).filter((place) =>
    hasBit(bits, place),
  );

  assert.deepEqual(set, [0, 2, 15]);
});

test("a view without bits names every feature, one with an empty text none", () => {
  assert.equal(bitsOf({}), null);
  assert.equal(hasBit(null, 12345), true);
  assert.equal(hasBit(bitsOf({ among: "" }), 0), false);
});

test("filters let through what is of a country and of one of the types; empty ones all", () => {
  const partner = { country: "CZ", types: ["school", "culture"] };

  assert.equal(passes(partner, {}), true);
  assert.equal(passes(partner, { countries: [], types: [] }), true);
  assert.equal(passes(partner, { countries: ["FR", "CZ"] }), true);
  assert.equal(passes(partner, { countries: ["FR"] }), false);
  assert.equal(passes(partner, { types: ["sport", "culture"] }), true);
  assert.equal(passes(partner, { types: ["sport"] }), false);
  assert.equal(passes(partner, { countries: ["CZ"], types: ["sport"] }), false);
  assert.equal(passes(partner, { countries: ["FR"], types: ["school"] }), false);
  assert.equal(passes({ country: "CZ", types: [] }, { types: ["school"] }), false);
});
