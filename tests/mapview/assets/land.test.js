import assert from "node:assert/strict";
import { test } from "node:test";

import { areaOf, isSeen, ringsSeen } from "../../../partner_map/mapview/assets/land.js";

/** @import { Area } from "../../../partner_map/mapview/assets/land.js" */

const SIGHT = { scale: 1, x: 0, y: 0, size: { x: 100, y: 100 } };

/**
 * The area of one ring, in pixels of the sight.
 * @param {number[]} ring x and y in turn
 * @returns {Area}
 */
function area(...ring) {
  return {
    rings: [Float64Array.from([...ring, ring[0], ring[1]])],
    box: { left: 0, top: 0, right: 0, bottom: 0 },
  };
}

test("a country takes the box about all its rings in the Mercator world", () => {
  const { rings, box } = areaOf({
    type: "MultiPolygon",
    coordinates: [
      [
        [
          [0, 0],
          [90, 0],
          [90, 60],
          [0, 0],
        ],
      ],
      [
        [
          [-90, 0],
          [-45, 0],
          [-45, -60],
          [-90, 0],
        ],
      ],
    ],
  });

  assert.equal(rings.length, 2);
  assert.deepEqual([box.left, box.right], [0.25, 0.75]);
  assert.ok(box.top > 0.2 && box.top < 0.5 && Math.abs(box.top + box.bottom - 1) < 1e-9);
});

test("a country is seen where its box meets the map", () => {
  const box = { left: 0.2, top: 0.2, right: 0.4, bottom: 0.4 };
  const sight = { scale: 100, x: 0, y: 0, size: { x: 30, y: 30 } };

  assert.ok(isSeen({ rings: [], box }, sight));
  assert.ok(!isSeen({ rings: [], box }, { ...sight, x: -50 }));
  assert.ok(!isSeen({ rings: [], box }, { ...sight, y: 20 }));
});

test("what lies within the map is as it is", () => {
  assert.deepEqual(ringsSeen(area(10, 10, 50, 10, 50, 50), SIGHT), [[10, 10, 50, 10, 50, 50]]);
});

test("it stands where the sight has it", () => {
  const sight = { ...SIGHT, scale: 2, x: 5, y: -5 };

  assert.deepEqual(ringsSeen(area(10, 10, 30, 10, 30, 30), sight), [[25, 15, 65, 15, 65, 55]]);
});

test("a point too near to the one before is left out", () => {
  assert.deepEqual(ringsSeen(area(10, 10, 10.2, 10.2, 50, 10, 50, 50), SIGHT), [
    [10, 10, 50, 10, 50, 50],
  ]);
});

test("what runs beyond an edge keeps its way across the map", () => {
  const seen = ringsSeen(area(50, 50, 150, 40, 160, 50, 150, 60), SIGHT);

  assert.deepEqual(seen, [[50, 50, 150, 40, 150, 60]]);
});

test("a ring beyond an edge is not drawn, one about the map is", () => {
  assert.deepEqual(ringsSeen(area(110, 10, 150, 10, 150, 50), SIGHT), []);
  assert.equal(ringsSeen(area(-10, -10, 110, -10, 110, 110, -10, 110), SIGHT).length, 1);
});
