import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { differByYear, keepHistoryShort } from "../../../partner_map/ui/assets/history.js";

/** A window with a history of its own, which refuses what ``refuses`` says. */
function pageAt(start, refuses = () => false) {
  const entries = [{ state: null, href: new URL(start, "https://town.example/").href }];
  const write = (state, url, place) => {
    if (refuses()) throw new DOMException("too often", "SecurityError");
    const href = new URL(url, entries.at(-1).href).href;
    entries.splice(place, entries.length, { state, href });
  };
  return {
    entries,
    location: {
      get href() {
        return entries.at(-1).href;
      },
    },
    history: {
      get state() {
        return entries.at(-1).state;
      },
      pushState: (state, _, url) => write(state, url, entries.length),
      replaceState: (state, _, url) => write(state, url, entries.length - 1),
    },
    setTimeout: (...all) => setTimeout(...all),
  };
}

/** The queries that a page's history holds, after these were pushed. */
function after(start, ...urls) {
  const page = pageAt(start);
  keepHistoryShort(page);
  for (const url of urls) page.history.pushState({}, "", url);
  return page.entries.map(({ href }) => new URL(href).search);
}

test("URLs differ by their year alone whatever the order of the others", () => {
  const url = (query) => new URL(query, "https://town.example/");

  assert.ok(differByYear(url("?"), url("?year=2000")));
  assert.ok(differByYear(url("?year=1999&city=a&type=b"), url("?type=b&city=a&year=2000")));
  assert.ok(!differByYear(url("?year=2000"), url("?year=2000")));
  assert.ok(!differByYear(url("?year=2000"), url("?year=2001&city=a")));
  assert.ok(!differByYear(url("?year=2000"), url("/wymiany?year=2001")));
});

test("one way through the years is one step back", () => {
  assert.deepEqual(after("/", "/?year=2000", "/?year=2001", "/?year=2002"), ["", "?year=2002"]);
});

test("each other choice is a step of its own, and another way begins after it", () => {
  assert.deepEqual(
    after("/", "/?year=2000", "/?year=2001", "/?year=2001&city=a", "/?year=2002&city=a"),
    ["", "?year=2001", "?year=2001&city=a", "?year=2002&city=a"],
  );
});

test("what is refused stops nothing, and the last of it is written a second later", () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  let refusing = true;
  const page = pageAt("/", () => refusing);
  keepHistoryShort(page);

  page.history.pushState({}, "", "/?year=2000");
  page.history.pushState({}, "", "/?year=2001");
  assert.equal(page.entries.length, 1);

  mock.timers.tick(1000);
  assert.equal(page.entries.length, 1);
  refusing = false;
  mock.timers.tick(1000);
  assert.deepEqual(
    page.entries.map(({ href }) => new URL(href).search),
    ["", "?year=2001"],
  );
  mock.timers.reset();
});

test("another fault than a refusal is not hidden", () => {
  const page = pageAt("/");
  page.history.pushState = () => {
    throw new TypeError("no such thing");
  };
  keepHistoryShort(page);

  assert.throws(() => page.history.pushState({}, "", "/?year=2000"), TypeError);
});
