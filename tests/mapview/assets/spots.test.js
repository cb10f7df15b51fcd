import assert from "node:assert/strict";
import { test } from "node:test";

import { spotsWithin } from "../../../partner_map/mapview/assets/spots.js";

const VIEW = { x: 400, y: 300 };
const NAME = { width: 60, height: 14 };

function rectangle(left, top, right, bottom) {
  return Float64Array.from([left, top, right, top, right, bottom, left, bottom, left, top]);
}

test("a country's name has most room in the middle of its country", () => {
  const [best] = spotsWithin([rectangle(100, 50, 300, 250)], NAME, VIEW);

  assert.ok(Math.abs(best.x - 200) <= 12);
  assert.ok(Math.abs(best.y - 150) <= 12);
});

test("of a country that leaves the map the visible part counts", () => {
  const spots = spotsWithin([rectangle(300, -500, 900, 100)], NAME, VIEW);

  assert.ok(spots.length > 0);
  for (const { x, y } of spots) {
    assert.ok(x + NAME.width / 2 <= VIEW.x && y - NAME.height / 2 >= 0);
    assert.ok(x - NAME.width / 2 >= 300 && y + NAME.height / 2 <= 100);
  }
});

test("the largest part of a country comes first", () => {
  const island = rectangle(10, 10, 90, 60);
  const mainland = rectangle(150, 100, 390, 290);
  const [best] = spotsWithin([island, mainland], NAME, VIEW);

  assert.ok(best.x > 150 && best.y > 100);
});

test("a name that is longer than its country, or that a lake would hold, has no spot there", () => {
  assert.deepEqual(spotsWithin([rectangle(100, 50, 160, 250)], NAME, VIEW), []);
  assert.deepEqual(spotsWithin([rectangle(100, 50, 300, 60)], NAME, VIEW), []);
  const land = rectangle(100, 50, 300, 250);
  const lake = rectangle(150, 100, 250, 200);
  const wet = spotsWithin([land, lake], NAME, VIEW).filter(
    ({ x, y }) =>
      x + NAME.width / 2 > 150 &&
      x - NAME.width / 2 < 250 &&
      y + NAME.height / 2 > 100 + NAME.height &&
      y - NAME.height / 2 < 200 - NAME.height,
  );
  assert.deepEqual(wet, []);
});
