import assert from "node:assert/strict";
import { test } from "node:test";

import {
  distanceToPiece,
  greatCircle,
  inWorld,
  layerFrame,
  pointOf,
  worldPlaceOf,
} from "../../../partner_map/mapview/assets/geometry.js";

const TOWN = [52.083, 21.117];

/** The angle between two places in degrees, by the haversine formula. */
function angle([oneLatitude, oneLongitude], [otherLatitude, otherLongitude]) {
  const radians = Math.PI / 180;
  const half = (degrees) => Math.sin((degrees * radians) / 2) ** 2;
  const cosines = Math.cos(oneLatitude * radians) * Math.cos(otherLatitude * radians);
  const share = half(otherLatitude - oneLatitude) + cosines * half(otherLongitude - oneLongitude);
  return (2 * Math.asin(Math.sqrt(share))) / radians;
}

function assertNear(actual, expected, tolerance = 1e-9) {
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not near ${expected}`);
}

test("a great circle runs from one place to the other in equal steps", () => {
  const end = [45.8144, 10.1086];
  const points = greatCircle(TOWN, end);

  assert.equal(points.length, 17);
  for (const [axis, value] of TOWN.entries()) assertNear(points[0][axis], value);
  for (const [axis, value] of end.entries()) assertNear(points.at(-1)[axis], value);
  const step = angle(TOWN, end) / 16;
  for (const [index, point] of points.slice(1).entries()) {
    assertNear(angle(points[index], point), step, 1e-6);
  }
});

test("a great circle along a parallel bends towards the pole", () => {
  const points = greatCircle([50, 0], [50, 60]);

  assertNear(points[8][1], 30);
  const radians = Math.PI / 180;
  const middle = Math.atan(Math.tan(50 * radians) / Math.cos(30 * radians)) / radians;
  assertNear(points[8][0], middle);
});

test("the equator and the meridians are great circles", () => {
  for (const [latitude] of greatCircle([0, -20], [0, 40])) assertNear(latitude, 0);
  for (const [, longitude] of greatCircle([10, 15], [70, 15])) assertNear(longitude, 15);
});

test("between a place and itself there is no curve", () => {
  assert.deepEqual(greatCircle(TOWN, TOWN), [TOWN, TOWN]);
});

test("the Mercator world is 1 wide and its middle is where the equator meets Greenwich", () => {
  assert.deepEqual(inWorld([0, 0]), { x: 0.5, y: 0.5 });
  assertNear(inWorld([0, -180]).x, 0);
  assertNear(inWorld([0, 180]).x, 1);
  assertNear(inWorld([85.0511287798066, 0]).y, 0);
  assertNear(inWorld([-85.0511287798066, 0]).y, 1);
  assertNear(inWorld(TOWN).x, 0.5 + TOWN[1] / 360);
  const north = Math.asinh(Math.tan((TOWN[0] * Math.PI) / 180)) / (2 * Math.PI);
  assertNear(inWorld(TOWN).y, 0.5 - north);
});

test("GeoJSON has longitude before latitude, Leaflet the reverse", () => {
  const feature = { geometry: { coordinates: [21.117, 52.083] } };

  assert.deepEqual(pointOf(feature), TOWN);
  assert.deepEqual(worldPlaceOf(feature), inWorld(TOWN));
  assert.equal(worldPlaceOf(feature), worldPlaceOf(feature));
});

test("the world lies on the layers by the map's scale and origin", () => {
  const map = {
    options: { crs: { scale: (zoom) => 256 * 2 ** zoom } },
    getZoom: () => 5,
    getPixelOrigin: () => ({ x: 4100, y: 2500 }),
  };

  assert.deepEqual(layerFrame(map), { scale: 8192, x: -4100, y: -2500 });
});

test("the distance to a piece of a line is to its nearest point", () => {
  assert.equal(distanceToPiece(5, 3, 0, 0, 10, 0), 3);
  assert.equal(distanceToPiece(13, 4, 0, 0, 10, 0), 5);
  assert.equal(distanceToPiece(-3, -4, 0, 0, 10, 0), 5);
  assert.equal(distanceToPiece(3, 4, 0, 0, 0, 0), 5);
  assertNear(distanceToPiece(0, 10, 0, 0, 10, 10), Math.SQRT1_2 * 10);
});
