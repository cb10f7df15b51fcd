import assert from "node:assert/strict";
import { test } from "node:test";

import { worldPlaceOf } from "../../../partner_map/mapview/assets/geometry.js";
import { distanceToPath, pathTo } from "../../../partner_map/mapview/assets/paths.js";
import { asideOf, movesApart, spreadOut } from "../../../partner_map/mapview/assets/spread.js";

const TOWN = [52.083, 21.117];
const SCALES = Array.from({ length: 19 }, (_, zoom) => 256 * 2 ** zoom);
const CASES = {
  "two at one coordinate": [
    [56.66667, 16.36667],
    [56.66667, 16.36667],
  ],
  "three at one coordinate": [
    [56.66667, 16.36667],
    [56.66667, 16.36667],
    [56.66667, 16.36667],
  ],
  "two that lie 3 km apart": [
    [50.1, 14.4],
    [50.127, 14.4],
  ],
  "one 8 km from the home town": [[52.0747, 21.0243]],
  "one in the home town": [TOWN],
  "several in the home town's own country": [
    [52.23, 21.01],
    [52.41, 16.93],
    [50.06, 19.94],
    [54.35, 18.65],
  ],
};

const featureAt = ([latitude, longitude]) => ({
  geometry: { coordinates: [longitude, latitude] },
  properties: { id: `${latitude}` },
});

for (const [name, places] of Object.entries(CASES)) {
  test(`at every zoom all dots are seen: ${name}`, () => {
    const features = places.map(featureAt);
    spreadOut(TOWN, features);
    for (const scale of SCALES) {
      const dots = [TOWN, ...places].map((place, index) => {
        const { x, y } = worldPlaceOf(featureAt(place));
        const aside = index === 0 ? { x: 0, y: 0 } : asideOf(features[index - 1], scale);
        return { x: x * scale + aside.x, y: y * scale + aside.y };
      });
      for (const [index, one] of dots.entries()) {
        for (const other of dots.slice(index + 1)) {
          assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 14, `at ${scale}`);
        }
      }
    }
  });
}

test("dots that lie apart stay at their places", () => {
  const dots = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 0, y: 40 },
  ];

  assert.deepEqual(movesApart(dots), [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ]);
});

test("of forty partners in one country none is far from its place, and the home town stays", () => {
  const dots = Array.from({ length: 40 }, (_, index) => ({ x: index % 7, y: index % 5 }));

  const moves = movesApart(dots);

  assert.deepEqual(moves[0], { x: 0, y: 0 });
  const moved = dots.map(({ x, y }, index) => ({ x: x + moves[index].x, y: y + moves[index].y }));
  for (const [index, one] of moved.entries()) {
    assert.ok(Math.hypot(moves[index].x, moves[index].y) < 32);
    for (const other of moved.slice(index + 1)) {
      assert.ok(Math.hypot(one.x - other.x, one.y - other.y) > 0.5);
    }
  }
});

test("of two partners at one place each has a line that can be touched", () => {
  const features = CASES["two at one coordinate"].map(featureAt);
  spreadOut(TOWN, features);
  const scale = 256 * 2 ** 5;
  for (const feature of features) {
    const { x, y } = worldPlaceOf(feature);
    const aside = asideOf(feature, scale);
    const shift = { x: aside.x / scale, y: aside.y / scale };
    const path = pathTo(TOWN, feature);
    assert.ok(distanceToPath(path, x + shift.x, y + shift.y, 1 / scale, shift) < 1e-9);
  }
});

test("a partner that nobody spread stands at its place", () => {
  assert.deepEqual(asideOf(featureAt([50, 20]), 1024), { x: 0, y: 0 });
});
