import assert from "node:assert/strict";
import { test } from "node:test";

import {
  distanceToPiece,
  EUROPE,
  greatCircle,
  inWorld,
  limitsAbout,
  pointOf,
  runOn,
  worldPlaceOf,
} from "../../../partner_map/mapview/assets/geometry.js";
import {
  distanceToPath,
  pathBetween,
  pathTo,
  strideAt,
} from "../../../partner_map/mapview/assets/paths.js";

const HOMES = {
  Konstancin: [52.083, 21.117],
  Wellington: [-41.2887, 174.7772],
  Suva: [-18.1416, 178.4415],
};
const FAR = {
  Suva: [-18.1416, 178.4415],
  Apia: [-13.8333, -171.7667],
  "Nuku'alofa": [-21.1394, -175.2049],
  Honolulu: [21.3069, -157.8583],
  Lihue: [21.9811, -159.3711],
  Anchorage: [61.2181, -149.9003],
  Wellington: [-41.2887, 174.7772],
  "Buenos Aires": [-34.6132, -58.3772],
  Cesis: [57.3119, 25.2746],
};

const feature = ([latitude, longitude]) => ({
  geometry: { coordinates: [longitude, latitude] },
  properties: { id: "far" },
});

/** A partner of a home town whose longitude runs on from it. */
function partnerOf(home, place) {
  const far = feature(place);
  runOn({ town: { longitude: home[1] }, features: [far] });
  return far;
}

for (const [home, hub] of Object.entries(HOMES)) {
  for (const [name, place] of Object.entries(FAR)) {
    test(`the line from ${home} to ${name} runs on without a jump and ends at the dot`, () => {
      const far = partnerOf(hub, place);
      const points = greatCircle(hub, pointOf(far), 4096);

      const [latitude, longitude] = points.at(-1);
      assert.ok(Math.abs(latitude - place[0]) < 1e-9);
      assert.ok(Math.abs(longitude - pointOf(far)[1]) < 1e-9);
      assert.ok(Math.abs(longitude - hub[1]) <= 180);
      for (const [index, [, next]] of points.slice(1).entries()) {
        assert.ok(Math.abs(next - points[index][1]) < 10, `${points[index]} to ${next}`);
      }
    });

    test(`the line from ${home} to ${name} is as smooth as it looks`, () => {
      const end = pointOf(partnerOf(hub, place));
      const path = pathBetween(hub, end);
      const scale = 256 * 2 ** 5;
      const step = strideAt(path, scale);
      const drawn = [];
      for (let at = 0; at < path.places.length; at += 2 * step) {
        drawn.push([path.places[at] * scale, path.places[at + 1] * scale]);
      }
      for (const point of greatCircle(hub, end, 600).map(inWorld)) {
        const [x, y] = [point.x * scale, point.y * scale];
        const away = Math.min(
          ...drawn.slice(1).map((to, index) => distanceToPiece(x, y, ...drawn[index], ...to)),
        );
        assert.ok(away < 1, `${away} pixels`);
      }
    });

    test(`the line from ${home} to ${name} can be touched along its whole length`, () => {
      const end = pointOf(partnerOf(hub, place));
      const path = pathBetween(hub, end);
      const reach = 1 / (256 * 2 ** 4);
      for (const { x, y } of greatCircle(hub, end, 777).map(inWorld)) {
        assert.ok(distanceToPath(path, x, y, reach) <= reach);
      }
    });
  }
}

test("a line past the pole stays on the map", () => {
  const { places } = pathBetween(HOMES.Konstancin, FAR.Honolulu);

  for (let at = 1; at < places.length; at += 2) assert.ok(places[at] >= -1e-9);
});

test("a line over the pole ends where its partner stands, whichever side that is", () => {
  for (const longitude of [-160, 200]) {
    const path = pathBetween([52, 20], [21, longitude]);

    assert.ok(Math.abs(path.places.at(-2) - inWorld([21, longitude]).x) < 1e-9);
  }
});

test("between antipodes there is a line", () => {
  const { places } = pathBetween([40, -5], [-40, 175]);

  assert.ok(places.every(Number.isFinite));
  assert.ok(Math.abs(places.at(-2) - inWorld([-40, 175]).x) < 1e-6);
});

test("a short line has few pieces, and fewer from far away", () => {
  const path = pathBetween(HOMES.Konstancin, FAR.Cesis);

  assert.equal(path.places.length, 34);
  assert.equal(strideAt(path, 256), 16);
  assert.ok(strideAt(path, 2 ** 16) < 16);
});

test("a line is computed once for a town", () => {
  const far = feature(FAR.Cesis);

  assert.equal(pathTo(HOMES.Suva, far), pathTo(HOMES.Suva, far));
  assert.notEqual(pathTo(HOMES.Suva, far), pathTo(HOMES.Konstancin, far));
});

test("a partner stands where its line ends", () => {
  const apia = partnerOf(HOMES.Konstancin, FAR.Apia);

  assert.ok(Math.abs(pointOf(apia)[1] - 188.2333) < 1e-9);
  assert.deepEqual(worldPlaceOf(apia), inWorld(pointOf(apia)));
  assert.ok(pointOf(partnerOf(HOMES.Suva, FAR.Honolulu))[1] > 180);
  assert.deepEqual(pointOf(partnerOf(HOMES.Konstancin, FAR.Honolulu)), FAR.Honolulu);
});

test("a map of Europe stays there", () => {
  assert.equal(limitsAbout([HOMES.Konstancin, FAR.Cesis]), EUROPE);
});

test("a map of the world can be moved all over it and beyond the 180th meridian", () => {
  const [[south, west], [north, east]] = limitsAbout([HOMES.Konstancin, [-13.8, 188.2]]);

  assert.ok(south < -85 && north > 85);
  assert.equal(west, -180);
  assert.ok(east > 200);
});
