import assert from "node:assert/strict";
import { test } from "node:test";

import {
  bestPlace,
  boxesAlong,
  COSTS,
  EDGE,
  meet,
  outside,
  overlap,
  placesAwayFrom,
  square,
  widened,
} from "../../../partner_map/mapview/assets/placing.js";

const MAP = { x: 800, y: 600 };
const NAME = { width: 60, height: 20 };
const RIGHT = [0, -0.5, 1, 0];
const LEFT = [-1, -0.5, -1, 0];
const BELOW = [-0.5, 0, 0, 1];
const CHOICES = { places: [LEFT, BELOW, RIGHT], distances: [1, 2], farCost: 60 };

/** A view of the map whose hub lies to the left, with these boxes taken. */
function view(...taken) {
  return { hub: { x: 100, y: 300 }, size: MAP, taken };
}

test("a free name stands a gap from its dot, on the side away from the hub", () => {
  const { box, cost } = bestPlace(NAME, { x: 400, y: 300 }, view(), CHOICES);

  assert.equal(cost, 0);
  assert.deepEqual(box, { left: 409, top: 290, right: 469, bottom: 310 });
});

test("a name goes where nothing is taken, near before far", () => {
  const at = { x: 400, y: 300 };
  const onTheRight = { left: 405, top: 280, right: 600, bottom: 308, cost: COSTS.name };
  const below = { left: 300, top: 312, right: 500, bottom: 400, cost: COSTS.name };
  const onTheLeft = { left: 200, top: 280, right: 398, bottom: 320, cost: COSTS.name };

  assert.deepEqual(bestPlace(NAME, at, view(onTheRight), CHOICES).box, {
    left: 370,
    top: 309,
    right: 430,
    bottom: 329,
  });
  const freeAtLeft = bestPlace(NAME, at, view(onTheRight, below), CHOICES);
  assert.deepEqual([freeAtLeft.cost, freeAtLeft.box.right], [0, 391]);
  const narrow = { ...onTheRight, right: 410 };
  const far = bestPlace(NAME, at, view(narrow, below, onTheLeft), {
    ...CHOICES,
    farCost: 0,
  });
  assert.deepEqual([far.cost, far.box.left], [0, 418]);
});

test("where nothing is free a name covers what costs least, and far out costs too", () => {
  const at = { x: 400, y: 300 };
  const everywhere = { left: 0, top: 0, right: 800, bottom: 600, cost: COSTS.line };
  const names = { left: 0, top: 0, right: 405, bottom: 600, cost: COSTS.name };
  const { box, cost } = bestPlace(NAME, at, view(everywhere, names), CHOICES);

  assert.equal(box.left, 409);
  assert.equal(cost, NAME.width * NAME.height * COSTS.line);
});

test("a name at the map's edge stands inside it", () => {
  const { box } = bestPlace(NAME, { x: 790, y: 300 }, view(), CHOICES);

  assert.deepEqual([box.left, box.right], [721, 781]);
});

test("places are tried from the one that lies farthest from the hub", () => {
  const hub = { x: 0, y: 0 };

  assert.deepEqual(placesAwayFrom([LEFT, BELOW, RIGHT], hub, { x: 5, y: 0 })[0], RIGHT);
  assert.deepEqual(placesAwayFrom([LEFT, BELOW, RIGHT], hub, { x: -5, y: 0 })[0], LEFT);
  assert.deepEqual(placesAwayFrom([LEFT, BELOW, RIGHT], hub, { x: 0, y: 5 })[0], BELOW);
  assert.deepEqual(placesAwayFrom([LEFT, BELOW], hub, hub), [LEFT, BELOW]);
});

test("the boxes along a line leave no gap and reach its end", () => {
  const boxes = boxesAlong([
    { x: 0, y: 0 },
    { x: 30, y: 40 },
    { x: 30, y: 41 },
  ]);

  assert.equal(boxes.length, 8);
  for (const [index, box] of boxes.slice(1).entries()) assert.ok(meet(boxes[index], box));
  assert.deepEqual(boxes.at(-1), square({ x: 30, y: 41 }, 6, COSTS.line));
  assert.ok(boxes[0].left < 0, "the first box holds the line's start");
});

test("an overlap costs its square pixels by what is covered", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  const corner = { left: 8, top: 7, right: 20, bottom: 20 };

  assert.equal(overlap(box, []), 0);
  assert.equal(overlap(box, [{ ...corner, cost: 10 }]), 60);
  assert.equal(
    overlap(box, [
      { ...corner, cost: 10 },
      { ...corner, cost: 1 },
    ]),
    66,
  );
  assert.equal(overlap(box, [{ left: 10, top: 0, right: 20, bottom: 10, cost: 40 }]), 0);
  assert.equal(overlap(box, [{ left: 0, top: 12, right: 10, bottom: 20, cost: 40 }]), 0);
});

test("each side of the map keeps its edge free, and a pixel over it costs more than a name", () => {
  const inside = { left: EDGE, top: EDGE, right: MAP.x - EDGE, bottom: MAP.y - EDGE };

  assert.equal(outside(inside, MAP), 0);
  for (const [side, by] of Object.entries({ left: -1, top: -1, right: 1, bottom: 1 })) {
    const over = { ...inside, [side]: inside[side] + by };
    assert.ok(outside(over, MAP) > NAME.width * COSTS.name, side);
  }
});

test("boxes that only touch do not meet", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };

  assert.equal(meet(box, { left: 9, top: 9, right: 20, bottom: 20 }), true);
  assert.equal(meet(box, { left: 10, top: 0, right: 20, bottom: 10 }), false);
  assert.equal(meet(box, { left: 0, top: 10, right: 10, bottom: 20 }), false);
  assert.equal(meet({ left: 10, top: 0, right: 20, bottom: 10 }, box), false);
  assert.equal(meet({ left: 0, top: 10, right: 10, bottom: 20 }, box), false);
});

test("a square reaches as far to each side, and grows by its space", () => {
  const box = square({ x: 5, y: 6 }, 2, 7);

  assert.deepEqual(box, { left: 3, top: 4, right: 7, bottom: 8, cost: 7 });
  assert.deepEqual(widened(box, 8), { left: -5, top: -4, right: 15, bottom: 16 });
});
