import assert from "node:assert/strict";
import { test } from "node:test";

import { allRound } from "../../../partner_map/mapview/assets/globe.js";

const square = (west, east) => [
  [
    [west, 10],
    [east, 10],
    [east, 20],
    [west, 20],
    [west, 10],
  ],
];

function wests(polygons, limits) {
  const outlines = {
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { country: "US" },
        geometry: { type: "MultiPolygon", coordinates: polygons },
      },
    ],
  };
  const [{ properties, geometry }] = allRound(outlines, limits).features;
  assert.deepEqual(properties, { country: "US" });
  return geometry.coordinates.map(([ring]) => ring[0][0]).sort((one, other) => one - other);
}

const WORLD = [
  [-85, -180],
  [85, 180],
];
const PACIFIC = [
  [-85, -180],
  [85, 230],
];

test("land is drawn once on a map that ends at the 180th meridian", () => {
  assert.deepEqual(wests([square(-170, -60), square(10, 30)], WORLD), [-170, 10]);
});

test("land that continues past the 180th meridian is drawn there too", () => {
  assert.deepEqual(wests([square(-170, -60), square(10, 30)], PACIFIC), [-170, 10, 190]);
});

test("a country that runs on beyond 180 degrees is drawn at the map's other edge too", () => {
  assert.deepEqual(wests([square(170, 190)], WORLD), [-190, 170]);
});
