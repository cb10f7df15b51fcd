import assert from "node:assert/strict";
import { test } from "node:test";

import { yearsOfAxis } from "../../../partner_map/mapview/assets/presentation_timeline.js";

test("a short timeline has each decade below it, a long one few round years", () => {
  assert.deepEqual(yearsOfAxis(1990, 2026), [1990, 2000, 2010, 2020]);
  assert.deepEqual(yearsOfAxis(1952, 2026), [1960, 1980, 2000, 2020]);
  assert.deepEqual(yearsOfAxis(1830, 2026), [1850, 1900, 1950, 2000]);
  assert.deepEqual(yearsOfAxis(2026, 2026), []);
});

test("no span of years has more figures than stand apart", () => {
  for (let first = 1500; first <= 2026; first += 1) {
    assert.ok(yearsOfAxis(first, 2026).length <= 7, String(first));
  }
});
