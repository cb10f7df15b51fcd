import assert from "node:assert/strict";
import { test } from "node:test";

import {
  axisYears,
  layMarks,
  numberedYears,
  stackMarks,
} from "../../../partner_map/mapview/assets/timeline_chart.js";

/** Marks of names, seven pixels a letter, from left to right. */
function marksOf(...named) {
  return named
    .map(([x, name, chosen = false]) => ({ x, width: 7 * name.length, chosen }))
    .toSorted((one, other) => one.x - other.x);
}

/** The boxes of the names that are laid. */
function namesOf(places) {
  return places.filter(({ side }) => side);
}

function assertNoneMeet(places) {
  for (const one of namesOf(places)) {
    for (const other of places) {
      if (one === other || one.row !== other.row) continue;
      assert.ok(one.to < other.from || other.to < one.from, JSON.stringify([one, other]));
    }
  }
}

const EIGHT = marksOf(
  [16, "Leidschendam"],
  [34, "Saint-Germain-en-Laye"],
  [290, "Hranice"],
  [310, "Krzemieniec"],
  [332, "Pisogne"],
  [343, "Cēsis"],
  [346, "Nowa Wilejka"],
  [389, "Denzlingen"],
);

test("eight names of a town have room in three rows", () => {
  const places = layMarks(EIGHT, 670);

  assert.equal(namesOf(places).length, 8);
  assert.ok(places.every(({ row }) => row >= 0 && row < 3));
  assertNoneMeet(places);
});

test("two agreements of one day are two dots, each with its name", () => {
  const places = layMarks(marksOf([100, "Bellinzona"], [100, "Locarno"]), 600);

  assert.equal(namesOf(places).length, 2);
  assert.ok(places[0].row !== places[1].row || places[0].side !== places[1].side);
  assertNoneMeet(places);
});

test("a name stands to the left of its dot where there is no room to the right", () => {
  const [place] = layMarks(marksOf([590, "Saint-Germain-en-Laye"]), 600);

  assert.equal(place.side, "left");
});

test("a name that fits nowhere is left out and its dot stays", () => {
  const [place] = layMarks(marksOf([50, "Saint-Germain-en-Laye"]), 100);

  assert.deepEqual([place.side, place.x], [null, 50]);
});

test("of names that have no room together that of the chosen city stays", () => {
  const crowd = marksOf(
    ...Array.from({ length: 12 }, (_, number) => [50 + 12 * number, "a long name", number === 7]),
  );

  const places = layMarks(crowd, 300);

  assert.ok(places[7].side);
  assertNoneMeet(places);
});

test("forty names are laid so that none meets another", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  for (let round = 0; round < 20; round += 1) {
    const names = Array.from({ length: 40 }, () => [
      700 * random(),
      "x".repeat(4 + Math.floor(12 * random())),
    ]);

    assertNoneMeet(layMarks(marksOf(...names), 700));
  }
});

test("dots alone stand in the column of their year, one under the other", () => {
  const marks = stackMarks([{ at: 2007.9 }, { at: 2008.57 }, { at: 2009.4 }]);

  assert.deepEqual(marks, [
    { at: 2008, row: 0 },
    { at: 2009, row: 0 },
    { at: 2009, row: 1 },
  ]);
});

test("numbers stand over bars of three and more, the highest first where room is short", () => {
  const bars = [
    [2020, 2, 0],
    [2021, 3, 0],
    [2022, 14, 0],
    [2024, 3, 0],
  ];

  assert.deepEqual([...numberedYears(bars, 20)].toSorted(), [2021, 2022, 2024]);
  assert.deepEqual([...numberedYears(bars, 8)].toSorted(), [2022, 2024]);
});

test("the axis names every fifth year, or fewer where there is less room", () => {
  assert.deepEqual(axisYears(1990, 2007, 19), [1990, 1995, 2000, 2005]);
  assert.deepEqual(axisYears(1991, 2026, 8), [2000, 2010, 2020]);
  assert.deepEqual(axisYears(2021, 2024, 100), []);
});
