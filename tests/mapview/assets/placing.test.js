import assert from "node:assert/strict";
import { test } from "node:test";
import { PLACES } from "../../../partner_map/mapview/assets/places.js";
import {
  crossed,
  distance,
  EDGE,
  isInside,
  layOut,
  meet,
  NEARER,
  piecesIn,
  placesOf,
  square,
  widened,
} from "../../../partner_map/mapview/assets/placing.js";

const MAP = { x: 800, y: 600 };
const CHOICES = { places: PLACES, distances: [2, 7, 14, 24] };
const REACH = 8;

function dot(x, y, reach = REACH) {
  return { x, y, reach };
}

function named(dotNumber, width = 80, height = 24) {
  return {
    size: { width, height },
    text: { width: width - 6, height: height - 6 },
    dot: dotNumber,
  };
}

function viewOf(dots, { size = MAP, controls = [], lines = [], space = 0 } = {}) {
  return { size, dots, controls, lines, space };
}

/** Every rule that a layout breaks, in words. */
function broken(names, view, found) {
  const faults = [];
  for (const [index, placed] of found.entries()) {
    if (!placed) continue;
    const { box } = placed;
    const own = view.dots[names[index].dot];
    if (!isInside(box, view.size)) faults.push(`${index} leaves the map`);
    if (view.controls.some((control) => meet(control, box))) faults.push(`${index} on a control`);
    for (const [number, other] of view.dots.entries()) {
      const away = distance(box, other);
      if (away < other.reach) faults.push(`${index} covers the dot ${number}`);
      if (other !== own && away < distance(box, own) + NEARER)
        faults.push(`${index} is ${number}'s`);
    }
    for (const [number, other] of found.slice(0, index).entries()) {
      if (other && meet(widened(box, view.space), other.box)) faults.push(`${index} on ${number}`);
    }
  }
  return faults;
}

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A set of cities about a hub on a map of a random size, the hub's name the first. */
function randomSet(seed) {
  const random = numbersFrom(seed);
  const size = { x: 320 + 1200 * random(), y: 256 + 600 * random() };
  const count = 3 + Math.floor(18 * random());
  const dots = Array.from({ length: count + 1 }, () =>
    dot(Math.round(10 + (size.x - 20) * random()), Math.round(10 + (size.y - 20) * random())),
  );
  const names = dots.map((_, index) => named(index, Math.round(40 + 130 * random())));
  const lines = dots.slice(1).map(({ x, y }) => [dots[0], { x, y }]);
  const legend = { left: 0, top: size.y - 24, right: size.x, bottom: size.y };
  return { names, view: viewOf(dots, { size, lines, controls: [legend] }) };
}

test("200 random sets of cities break no rule and leave out no name that has a place", () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const { names, view } = randomSet(seed);
    const found = layOut(names, view, CHOICES);

    assert.deepEqual(broken(names, view, found), [], `set ${seed}`);
    const shown = found.filter((placed) => placed !== null);
    for (const [index, placed] of found.entries()) {
      if (placed) continue;
      const free = placesOf(names[index], view, CHOICES).filter(
        ({ box }) => !shown.some((other) => meet(widened(other.box, view.space), box)),
      );
      assert.equal(free.length, 0, `set ${seed}, name ${index}`);
    }
  }
});

test("a lone name stands right beside its dot", () => {
  const view = viewOf([dot(400, 300)]);
  const [placed] = layOut([named(0)], view, CHOICES);

  assert.ok(placed);
  assert.ok(distance(placed.box, view.dots[0]) <= REACH + 3);
});

test("names that are in each other's way find the one layout that there is", () => {
  const dots = [dot(100, 40), dot(100, 80)];
  const size = { x: 200, y: 120 };
  const names = [named(0, 180), named(1, 180)];
  const found = layOut(names, viewOf(dots, { size }), CHOICES);

  assert.ok(found[0] && found[0].box.bottom < 40);
  assert.ok(found[1] && found[1].box.top > 80);
});

test("where there is no room for all, the last is left out, whichever it is", () => {
  const dots = [dot(100, 50), dot(100, 70)];
  const view = viewOf(dots, { size: { x: 200, y: 90 } });
  const [upper, lower] = [named(0, 180), named(1, 180)];

  assert.deepEqual(
    layOut([upper, lower], view, CHOICES).map((placed) => placed !== null),
    [true, false],
  );
  const roomy = viewOf(dots, { size: { x: 200, y: 120 } });
  assert.ok(layOut([lower, upper], roomy, CHOICES).every((placed) => placed !== null));
  const oneRoom = viewOf([dot(100, 50), dot(160, 50)], {
    size: { x: 260, y: 74 },
    controls: [{ left: 0, top: 60, right: 260, bottom: 74 }],
  });
  for (const names of [
    [named(0, 130), named(1, 130)],
    [named(1, 130), named(0, 130)],
  ]) {
    assert.deepEqual(
      layOut(names, oneRoom, CHOICES).map((placed) => placed !== null),
      [true, false],
    );
  }
});

test("two dots in one place are both without a name", () => {
  const view = viewOf([dot(400, 300), dot(401, 300)]);

  assert.deepEqual(layOut([named(0), named(1)], view, CHOICES), [null, null]);
});

test("a name goes where it crosses no line, and crosses the least where it must", () => {
  const at = dot(400, 300);
  const up = [at, { x: 400, y: 0 }];
  const right = [at, { x: 800, y: 300 }];
  const down = [at, { x: 400, y: 600 }];
  const lines = [up, right, down];
  const [placed] = layOut([named(0)], viewOf([at], { lines }), CHOICES);

  assert.ok(placed);
  assert.equal(crossed(lines, placed.box), 0);
  assert.ok(placed.box.right < 400);
});

test("a name stays where it stands though there is a better place, but not over a line", () => {
  const view = viewOf([dot(400, 300)]);
  const [best, , other] = placesOf(named(0), view, CHOICES);
  const standing = { ...named(0), before: other.place };
  const line = [view.dots[0], { x: other.box.left + 1, y: (other.box.top + other.box.bottom) / 2 }];

  assert.deepEqual(layOut([standing], view, CHOICES)[0].box, other.box);
  const crossing = { ...view, lines: [line] };
  assert.notDeepEqual(layOut([standing], crossing, CHOICES)[0].box, other.box);
  assert.notDeepEqual(best.box, other.box);
});

test("a name that is kept clear is rather left out than over a line", () => {
  const line = [dot(0, 30), { x: 200, y: 30 }];
  const view = viewOf([dot(100, 30)], { size: { x: 200, y: 60 }, lines: [line] });

  assert.ok(layOut([named(0)], view, CHOICES)[0]);
  assert.equal(layOut([{ ...named(0), clear: true }], view, CHOICES)[0], null);
});

test("names keep the space between them that fingers need", () => {
  const dots = [dot(100, 100), dot(100, 150), dot(100, 200)];
  const names = dots.map((_, index) => named(index, 80, 44));
  const view = viewOf(dots, { space: 8 });
  const found = layOut(names, view, CHOICES);

  assert.ok(found.every((placed) => placed !== null));
  assert.deepEqual(broken(names, view, found), []);
});

test("a control is not covered, nor is the map's edge passed", () => {
  const at = dot(EDGE + 10, 300);
  const control = { left: 0, top: 200, right: 200, bottom: 295 };
  const view = viewOf([at], { controls: [control] });
  const [placed] = layOut([named(0)], view, CHOICES);

  assert.ok(placed);
  assert.deepEqual(broken([named(0)], view, [placed]), []);
});

test("of more names than are searched each takes what is free, by the same rules", () => {
  const random = numbersFrom(7);
  const dots = Array.from({ length: 60 }, () =>
    dot(Math.round(800 * random()), Math.round(600 * random())),
  );
  const names = dots.map((_, index) => named(index));
  const view = viewOf(dots);
  const found = layOut(names, view, CHOICES);

  assert.ok(found.filter((placed) => placed !== null).length > 10);
  assert.deepEqual(broken(names, view, found), []);
});

test("the length of lines in a box is measured with their width", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };
  const length = (...line) => Math.round(crossed(piecesIn(line, box), box));

  assert.equal(length({ x: -20, y: 5 }, { x: 20, y: 5 }), 18);
  assert.equal(length({ x: 20, y: 20 }, { x: -20, y: -20 }), Math.round(18 * Math.SQRT2));
  assert.equal(length({ x: -20, y: 15 }, { x: 20, y: 15 }), 0);
  assert.equal(length({ x: 5, y: 5 }, { x: 5, y: 5 }, { x: 5, y: 9 }), 4);
  assert.equal(length({ x: 5, y: 5 }), 0);
});

test("a point's distance to a box is that to its nearest side or corner", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };

  assert.equal(distance(box, { x: 5, y: 5 }), 0);
  assert.equal(distance(box, { x: 5, y: 13 }), 3);
  assert.equal(distance(box, { x: -3, y: -4 }), 5);
});

test("boxes that only touch do not meet", () => {
  const box = { left: 0, top: 0, right: 10, bottom: 10 };

  assert.equal(meet(box, { left: 9, top: 9, right: 20, bottom: 20 }), true);
  assert.equal(meet(box, { left: 10, top: 0, right: 20, bottom: 10 }), false);
  assert.equal(meet(box, { left: 0, top: 10, right: 10, bottom: 20 }), false);
});

test("a square reaches as far to each side, and grows by its space", () => {
  const box = square({ x: 5, y: 6 }, 2);

  assert.deepEqual(box, { left: 3, top: 4, right: 7, bottom: 8 });
  assert.deepEqual(widened(box, 8), { left: -5, top: -4, right: 15, bottom: 16 });
});
