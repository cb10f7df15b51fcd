/** Dots that would cover each other, laid side by side: each is seen and can be touched. */

import { inWorld, worldPlaceOf } from "./geometry.js";

/** @import { Degrees, PartnerFeature, Point } from "./types.js" */

const APART = 15; // pixels between the middles of two dots
const APART_FROM_HUB = 17;
/** Pixels from its place that a dot moves freely, and that none goes beyond among very many. */
const [FREE, FURTHEST] = [24, 32];
const MOST = 60; // partners: among more not all have a name either
const ROUNDS = 80;
const GOLDEN = Math.PI * (3 - Math.sqrt(5)); // an angle whose multiples never come close
const NOWHERE = { x: 0, y: 0 };

/** @typedef {{hub: Point, features: PartnerFeature[], scale: number, moved: Map<PartnerFeature, Point>}} Crowd */

/** @type {WeakMap<PartnerFeature, Crowd>} */
const crowds = new WeakMap();

/**
 * Let the dots of these partners and the town's make room for each other, at any scale: where
 * each stands does not depend on which are shown.
 * @param {Degrees} town
 * @param {PartnerFeature[]} features
 */
export function spreadOut(town, features) {
  if (features.length > MOST) return;
  const crowd = { hub: inWorld(town), features, scale: 0, moved: new Map() };
  for (const feature of features) crowds.set(feature, crowd);
}

/**
 * How far a partner's dot stands beside its place, in pixels.
 * @param {PartnerFeature} feature
 * @param {number} scale pixels of the world's width
 * @returns {Point}
 */
export function asideOf(feature, scale) {
  const crowd = crowds.get(feature);
  if (!crowd) return NOWHERE;
  if (crowd.scale !== scale) {
    const places = [crowd.hub, ...crowd.features.map(worldPlaceOf)];
    const dots = places.map(({ x, y }) => ({ x: x * scale, y: y * scale }));
    const [, ...moves] = movesApart(dots);
    crowd.moved = new Map(crowd.features.map((one, index) => [one, moves[index]]));
    crowd.scale = scale;
  }
  return crowd.moved.get(feature) ?? NOWHERE;
}

/**
 * How far dots have to move so that none covers another, or as little as can be where very many
 * are close; the first, the town's, stays.
 * @param {Point[]} dots in pixels
 * @returns {Point[]}
 */
export function movesApart(dots) {
  const at = dots.map(({ x, y }) => ({ x, y }));
  let isDone = false;
  for (let round = 0; round < ROUNDS && !isDone; round += 1) {
    isDone = true;
    for (let one = 0; one < at.length; one += 1) {
      for (let other = one + 1; other < at.length; other += 1) {
        if (pushApart(at, one, other)) isDone = false;
      }
    }
  }
  return at.map(({ x, y }, index) => heldBack(x - dots[index].x, y - dots[index].y));
}

/**
 * A move that keeps a dot near its place: what is long becomes shorter, in the same order.
 * @param {number} x
 * @param {number} y
 * @returns {Point}
 */
function heldBack(x, y) {
  const away = Math.hypot(x, y);
  if (away <= FREE) return { x, y };
  const held = FREE + (FURTHEST - FREE) * (1 - Math.exp((FREE - away) / (FURTHEST - FREE)));
  return { x: (x * held) / away, y: (y * held) / away };
}

/**
 * Push two dots apart where they are too close, and tell whether they were.
 * @param {Point[]} at
 * @param {number} one
 * @param {number} other
 */
function pushApart(at, one, other) {
  const least = one === 0 ? APART_FROM_HUB : APART;
  let [x, y] = [at[other].x - at[one].x, at[other].y - at[one].y];
  let away = Math.hypot(x, y);
  if (away >= least - 0.1) return false;
  const gap = least - away;
  if (away < 0.01) [x, y, away] = [Math.cos(other * GOLDEN), Math.sin(other * GOLDEN), 1];
  const [aside, down] = [(x / away) * gap, (y / away) * gap];
  const share = one === 0 ? 0 : 0.5;
  at[one].x -= share * aside;
  at[one].y -= share * down;
  at[other].x += (1 - share) * aside;
  at[other].y += (1 - share) * down;
  return true;
}
