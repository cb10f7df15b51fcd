/**
 * Where names stand: pure functions of boxes in pixels. The rules are hard: no name covers a dot,
 * each is nearer to its own dot than to any other, no two meet, none leaves the map or lies under
 * a control. Within them lines are crossed as little as possible; what breaks them is left out.
 */

/** @import { Point } from "./types.js" */

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{width: number, height: number}} Size
 * @typedef {Point & {reach: number}} Dot its middle, and how far about it no name comes
 * @typedef {[shareX: number, shareY: number, awayX: number, awayY: number, cost: number]} Place
 *   where a name stands about its dot: moved by shares of its own size, and by the gap away from
 *   the dot; what is less usual costs more
 * @typedef {object} Name
 * @property {Size} size of what must not be covered
 * @property {Size} text its size within
 * @property {number} dot which of the view's is its own
 * @property {number} [before] the number of the place where it stands already
 * @property {boolean} [clear] whether it is rather left out than over a line
 * @typedef {object} View
 * @property {Point} size of the map
 * @property {Dot[]} dots
 * @property {Box[]} controls
 * @property {Point[][]} lines
 * @property {number} space pixels between two names
 * @typedef {{places: Place[], distances: number[]}} Choices the places about a dot, and how many
 *   pixels beside the dot's reach
 * @typedef {{box: Box, place: number, cost: number}} Placed
 */

/** Pixels that a name keeps off the map's edge and its controls. */
export const EDGE = 4;
/**
 * Pixels by which a name is nearer to its own dot than to any other, from middle to box: two, and
 * one that is lost where dots and letters are not on whole pixels.
 */
export const NEARER = 3;

const CLEARLY = 8; // pixels by which it is better nearer
const LINE_REACH = 4; // pixels beside the middle of a line that belong to it
/**
 * What it costs to touch lines, and each pixel of them that is covered, each pixel farther out,
 * each less than clearly nearer.
 */
const COSTS = { touch: 60, line: 1, far: 0.6, unclear: 2 };
const MOVING = 40; // what it is worth that a name stays where it is
const MAX_SEARCHED = 40; // names; of more each takes the first place that is free
const MAX_STEPS = 400; // of a search for the best places of names that are in each other's way
const MAX_STEPS_OF_FEWER = 80; // of each search for names that can stand together

/**
 * The places of the names that can be shown, null for those that are left out: the last first.
 * @param {Name[]} names the most important first
 * @param {View} view
 * @param {Choices} choices
 * @returns {(Placed | null)[]}
 */
export function layOut(names, view, choices) {
  const sets = names.map((name) => placesOf(name, view, choices));
  /** @type {(Placed | null)[]} */
  const found = names.map(() => null);
  const parts = names.length > MAX_SEARCHED ? [] : partsOf(sets, view.space);
  for (const part of parts) {
    const whole = search(part, sets, view.space, MAX_STEPS);
    for (const [name, placed] of whole ?? fewer(part, sets, view.space)) found[name] = placed;
  }
  if (names.length > MAX_SEARCHED) takeInTurn(sets, view.space, found);
  return found;
}

/**
 * All places of a name that keep the rules which it can keep or break alone, the best first.
 * @param {Name} name
 * @param {View} view
 * @param {Choices} choices
 * @returns {Placed[]}
 */
export function placesOf({ size, text, dot, before, clear }, view, { places, distances }) {
  const at = view.dots[dot];
  const farthest = at.reach + Math.max(...distances);
  const around = {
    left: at.x - size.width - 2 * farthest - CLEARLY,
    top: at.y - size.height - 2 * farthest - CLEARLY,
    right: at.x + size.width + 2 * farthest + CLEARLY,
    bottom: at.y + size.height + 2 * farthest + CLEARLY,
  };
  const others = view.dots.filter((other) => other !== at && distance(around, other) === 0);
  const controls = view.controls.filter((control) => meet(control, around));
  const pieces = view.lines.flatMap((line) => piecesIn(line, around));
  /** @type {Placed[]} */
  const found = [];
  for (const [ring, away] of distances.entries()) {
    for (const [number, [shareX, shareY, awayX, awayY, usual]] of places.entries()) {
      const gap = at.reach + away;
      const left = Math.round(at.x + shareX * size.width + awayX * gap);
      const top = Math.round(at.y + shareY * size.height + awayY * gap);
      const box = { left, top, right: left + size.width, bottom: top + size.height };
      if (!isInside(box, view.size) || controls.some((control) => meet(control, box))) continue;
      if (distance(box, at) < at.reach) continue;
      const nearer = leadOf(box, text, at, others);
      if (nearer < NEARER) continue;
      const place = ring * places.length + number;
      const covered = crossed(pieces, box);
      if (clear && covered > 0) continue;
      const cost =
        usual +
        away * COSTS.far +
        Math.max(0, CLEARLY - nearer) * COSTS.unclear +
        (covered > 0 ? COSTS.touch : 0) +
        covered * COSTS.line -
        (place === before ? MOVING : 0);
      found.push({ box, place, cost });
    }
  }
  return found.sort((one, other) => one.cost - other.cost);
}

/**
 * By how much a name is nearer to its own dot than to the next, its box and its text alike;
 * nothing at all where it covers another dot.
 * @param {Box} box
 * @param {Size} text
 * @param {Point} at its dot
 * @param {Dot[]} others
 */
function leadOf(box, text, at, others) {
  const [aside, above] = [
    (box.right - box.left - text.width) / 2,
    (box.bottom - box.top - text.height) / 2,
  ];
  const inner = {
    left: box.left + aside,
    top: box.top + above,
    right: box.right - aside,
    bottom: box.bottom - above,
  };
  const [own, ownOfText] = [distance(box, at), distance(inner, at)];
  let lead = Infinity;
  for (const other of others) {
    const away = distance(box, other);
    if (away < other.reach) return -Infinity;
    lead = Math.min(lead, away - own, distance(inner, other) - ownOfText);
    if (lead < NEARER) return lead;
  }
  return lead;
}

/**
 * The names in groups that cannot be in each other's way, each in the names' order.
 * @param {Placed[][]} sets the places of each name
 * @param {number} space
 * @returns {number[][]}
 */
function partsOf(sets, space) {
  const hulls = sets.map((set) => widened(hullOf(set.map(({ box }) => box)), space));
  /** @type {number[][]} */
  let parts = [];
  for (const [name, set] of sets.entries()) {
    if (set.length === 0) continue;
    /** @param {number[]} part */
    const near = (part) => part.some((other) => meet(hulls[name], hulls[other]));
    const joined = [...parts.filter(near).flat(), name].sort((one, other) => one - other);
    parts = [...parts.filter((part) => !near(part)), joined];
  }
  return parts;
}

/**
 * The best places of names that stand together; null where none are found within so many steps.
 * @param {number[]} names
 * @param {Placed[][]} sets the places of each name, the best first
 * @param {number} space
 * @param {number} maxSteps
 * @param {boolean} [anyWillDo] whether the first that are found are good enough
 * @returns {Map<number, Placed> | null}
 */
function search(names, sets, space, maxSteps, anyWillDo = false) {
  /** @type {Map<number, Placed> | null} */
  let best = null;
  let bestCost = Infinity;
  let steps = 0;
  /** @type {Map<number, Placed>} */
  const chosen = new Map();
  /**
   * @param {{name: number, free: Placed[]}[]} waiting
   * @param {number} cost of those that are chosen
   */
  const descend = (waiting, cost) => {
    if (waiting.length === 0) {
      best = new Map(chosen);
      bestCost = cost;
      return;
    }
    const least = waiting.reduce((sum, { free }) => sum + free[0].cost, cost);
    const next = waiting.reduce((one, other) =>
      other.free.length < one.free.length ? other : one,
    );
    const rest = waiting.filter((one) => one !== next);
    for (const placed of next.free) {
      if (least - next.free[0].cost + placed.cost >= bestCost) return;
      if (steps >= maxSteps || (anyWillDo && best !== null)) return;
      steps += 1;
      const taken = widened(placed.box, space);
      const left = rest.map(({ name, free }) => ({
        name,
        free: free.filter(({ box }) => !meet(box, taken)),
      }));
      if (left.some(({ free }) => free.length === 0)) continue;
      chosen.set(next.name, placed);
      descend(left, cost + placed.cost);
    }
  };
  descend(
    names.map((name) => ({ name, free: sets[name] })),
    0,
  );
  return best;
}

/**
 * Places of as many names as can stand together, where one that comes first is not left out for
 * the sake of one that comes later.
 * @param {number[]} names the most important first
 * @param {Placed[][]} sets the places of each name, the best first
 * @param {number} space
 * @returns {Map<number, Placed>}
 */
function fewer(names, sets, space) {
  /** @type {number[]} */
  const kept = [];
  /** @type {Map<number, Placed>} */
  let found = new Map();
  for (const name of names) {
    const together = search([...kept, name], sets, space, MAX_STEPS_OF_FEWER, true);
    if (!together) continue;
    kept.push(name);
    found = together;
  }
  return search(kept, sets, space, MAX_STEPS) ?? found;
}

/**
 * Give each name in turn the best place that those before it leave.
 * @param {Placed[][]} sets the places of each name, the best first
 * @param {number} space
 * @param {(Placed | null)[]} found
 */
function takeInTurn(sets, space, found) {
  /** @type {Box[]} */
  const taken = [];
  for (const [name, set] of sets.entries()) {
    const placed = set.find(({ box }) => !taken.some((other) => meet(box, other)));
    if (!placed) continue;
    found[name] = placed;
    taken.push(widened(placed.box, space));
  }
}

/**
 * The straight pieces of a line that come near a box.
 * @param {Point[]} line
 * @param {Box} box
 * @returns {[Point, Point][]}
 */
export function piecesIn(line, box) {
  /** @type {[Point, Point][]} */
  const pieces = [];
  const { left, top, right, bottom } = widened(box, LINE_REACH);
  let from = line[0];
  for (const to of line) {
    // Compared one by one: this runs thousands of times a step, and boxes would be garbage.
    const isBeside =
      (from.x <= left && to.x <= left) ||
      (from.x >= right && to.x >= right) ||
      (from.y <= top && to.y <= top) ||
      (from.y >= bottom && to.y >= bottom);
    if (!isBeside && from !== to) pieces.push([from, to]);
    from = to;
  }
  return pieces;
}

/**
 * How many pixels of lines a box covers.
 * @param {[Point, Point][]} pieces of the lines
 * @param {Box} box
 */
export function crossed(pieces, box) {
  if (pieces.length === 0) return 0;
  const wide = widened(box, LINE_REACH);
  return pieces.reduce((sum, [from, to]) => sum + lengthWithin(from, to, wide), 0);
}

/**
 * The length of the piece of a straight line that lies in a box (Liang and Barsky).
 * @param {Point} from
 * @param {Point} to
 * @param {Box} box
 */
function lengthWithin(from, to, box) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const [enterX, leaveX] = sharesWithin(from.x, x, box.left, box.right);
  const [enterY, leaveY] = sharesWithin(from.y, y, box.top, box.bottom);
  const share = Math.min(1, leaveX, leaveY) - Math.max(0, enterX, enterY);
  return share > 0 ? share * Math.sqrt(x * x + y * y) : 0;
}

/**
 * The shares of a way along one axis at which it comes between two bounds and leaves them.
 * @param {number} from
 * @param {number} way
 * @param {number} low
 * @param {number} high
 */
function sharesWithin(from, way, low, high) {
  if (way === 0) return from < low || from > high ? [1, 0] : [0, 1];
  const [one, other] = [(low - from) / way, (high - from) / way];
  return one < other ? [one, other] : [other, one];
}

/**
 * How far a point lies from a box, in pixels; 0 within.
 * @param {Box} box
 * @param {Point} point
 */
export function distance({ left, top, right, bottom }, { x, y }) {
  const aside = x < left ? left - x : x > right ? x - right : 0;
  const above = y < top ? top - y : y > bottom ? y - bottom : 0;
  return Math.sqrt(aside * aside + above * above); // Math.hypot takes much longer
}

/**
 * Whether a box keeps off the map's edge.
 * @param {Box} box
 * @param {Point} size of the map
 */
export function isInside({ left, top, right, bottom }, size) {
  return left >= EDGE && top >= EDGE && right <= size.x - EDGE && bottom <= size.y - EDGE;
}

/**
 * The box that holds these boxes.
 * @param {Box[]} boxes
 * @returns {Box}
 */
function hullOf(boxes) {
  const hull = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { left, top, right, bottom } of boxes) {
    hull.left = Math.min(hull.left, left);
    hull.top = Math.min(hull.top, top);
    hull.right = Math.max(hull.right, right);
    hull.bottom = Math.max(hull.bottom, bottom);
  }
  return hull;
}

/**
 * A square box around a point.
 * @param {Point} point
 * @param {number} reach pixels to each side
 * @returns {Box}
 */
export function square({ x, y }, reach) {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

/**
 * A box with so many pixels about it.
 * @param {Box} box
 * @param {number} space
 * @returns {Box}
 */
export function widened({ left, top, right, bottom }, space) {
  return { left: left - space, top: top - space, right: right + space, bottom: bottom + space };
}

/**
 * Whether two boxes have a place in common.
 * @param {Box} one
 * @param {Box} other
 */
export function meet(one, other) {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
