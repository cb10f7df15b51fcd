/**
 * Draws the chart of the timeline over its slider: the agreements with their cities' names, the
 * events of each year as a bar, the axis and the legend. What moves with the year is the slider's.
 */

/**
 * @typedef {object} Mark
 * @property {number} at a year, its middle a whole number
 * @property {string} name
 * @property {boolean} [chosen]
 *
 * What the server gives, see chart.py.
 * @typedef {object} Chart
 * @property {number} first
 * @property {number} last
 * @property {Mark[]} marks in the order of time
 * @property {[year: number, events: number, share: number][]} bars
 * @property {boolean} share whether a city is chosen
 * @property {[kind: string, words: string][]} legend
 * @property {string} total
 * @property {string} label
 *
 * A mark's place: its row, and where its name begins and ends; without a name both are its dot's.
 * @typedef {object} Place
 * @property {number} x
 * @property {number} row
 * @property {"right" | "left" | null} side
 * @property {number} from
 * @property {number} to
 */

const ROWS = 3;
const DOT = 5; // pixels from a dot's middle to its edge, with a little space
const TO_NAME = 9; // pixels from a dot's middle to its name
const BETWEEN = 6; // pixels between a name and what is beside it
const OVER_EDGE = 12; // pixels that a name may reach beyond the first and the last year
const TRIED = 40; // layouts that are followed at the same time
const COSTS = { unnamed: 100, chosenUnnamed: 1000, dotOnName: 300, dotOnDot: 40, stem: 8, left: 1 };
const SMALL = "(max-width: 40rem), (max-height: 31rem)"; // as in timeline.css: names have no room
const LEAST_NUMBER = 3;
const LEAST_SCALE = 4; // events of a bar that has its whole height
const DIGIT = 7; // pixels
const FIGURE = 44; // pixels that a year of the axis needs

/**
 * Where the names of marks stand, in up to three rows: no two meet, and none lies under a dot.
 * Names that do not fit are left out, their dots stay. As few stems as can be run through names.
 * @param {{x: number, width: number, chosen?: boolean}[]} marks from left to right, in pixels
 * @param {number} width of the chart in pixels
 * @returns {Place[]}
 */
export function layMarks(marks, width) {
  /** @type {{cost: number, places: Place[]}[]} */
  let layouts = [{ cost: 0, places: [] }];
  for (const [index, mark] of marks.entries()) {
    const choices = choicesFor(mark, width);
    const coming = marks.slice(index + 1);
    layouts = layouts
      .flatMap(({ cost, places }) =>
        choices.map(({ place, cost: own }) => ({
          cost: cost + own + costBeside(place, places) + costAhead(place, places, coming),
          places: [...places, place],
        })),
      )
      .filter(({ cost }) => cost < Number.POSITIVE_INFINITY)
      .sort((one, other) => one.cost - other.cost)
      .slice(0, TRIED);
  }
  const [{ places }] = layouts;
  const isFree = (/** @type {Place} */ place) =>
    places.every((other) => other === place || other.row !== place.row || !meet(place, other));
  return places.map((place) =>
    !place.side || isFree(place) ? place : { ...place, side: null, from: place.x, to: place.x },
  );
}

/**
 * The places that a mark could have, each with its cost.
 * @param {{x: number, width: number, chosen?: boolean}} mark
 * @param {number} chartWidth
 */
function choicesFor({ x, width, chosen }, chartWidth) {
  const choices = [];
  for (let row = 0; row < ROWS; row += 1) {
    const right = {
      x,
      row,
      side: /** @type {const} */ ("right"),
      from: x,
      to: x + TO_NAME + width,
    };
    const left = { x, row, side: /** @type {const} */ ("left"), from: x - TO_NAME - width, to: x };
    const none = { x, row, side: null, from: x, to: x };
    const cost = row / 2;
    if (right.to <= chartWidth + OVER_EDGE) choices.push({ place: right, cost });
    if (left.from >= -OVER_EDGE) choices.push({ place: left, cost: cost + COSTS.left });
    choices.push({ place: none, cost: cost + (chosen ? COSTS.chosenUnnamed : COSTS.unnamed) });
  }
  return choices;
}

/**
 * What a place costs beside those that are taken; two names that meet are never allowed.
 * @param {Place} place
 * @param {Place[]} taken
 */
function costBeside(place, taken) {
  let cost = 0;
  for (const other of taken) {
    if (other.row === place.row) {
      if (place.side && other.side && meet(place, other)) return Number.POSITIVE_INFINITY;
      if (Math.abs(place.x - other.x) < 2 * DOT) cost += COSTS.dotOnDot;
      else if (meet(place, other)) cost += COSTS.dotOnName;
    } else {
      const [upper, lower] = other.row < place.row ? [other, place] : [place, other];
      if (lower.side && upper.x > lower.from - 2 && upper.x < lower.to + 2) cost += COSTS.stem;
    }
  }
  return cost;
}

/**
 * What it costs that a name leaves no row free for dots to come.
 * @param {Place} place
 * @param {Place[]} taken
 * @param {{x: number}[]} coming
 */
function costAhead(place, taken, coming) {
  if (place.side !== "right") return 0;
  const reach = place.to + DOT + BETWEEN;
  const buried = coming.filter(({ x }) => {
    if (x >= reach) return false;
    const covers = taken.filter((other) => other.side && x < other.to + DOT + BETWEEN);
    return new Set([...covers, place].map(({ row }) => row)).size === ROWS;
  });
  return buried.length * COSTS.dotOnName;
}

/**
 * Whether two marks of a row meet, dots and names alike.
 * @param {Place} one
 * @param {Place} other
 */
function meet(one, other) {
  const [before, after] = one.from < other.from ? [one, other] : [other, one];
  return Math.max(before.to, before.x + DOT) + BETWEEN > Math.min(after.from, after.x - DOT);
}

/**
 * Dots alone, those of a year under each other.
 * @param {{at: number}[]} marks
 */
export function stackMarks(marks) {
  /** @type {Map<number, number>} */
  const heights = new Map();
  return marks.map(({ at }) => {
    const year = Math.round(at);
    const row = heights.get(year) ?? 0;
    heights.set(year, row + 1);
    return { at: year, row };
  });
}

/**
 * The years whose bars have room for their number: the highest first, none beside another's.
 * @param {[year: number, events: number, share: number][]} bars
 * @param {number} column pixels from one year to the next
 * @returns {Set<number>}
 */
export function numberedYears(bars, column) {
  /** @type {[year: number, width: number][]} */
  const taken = [];
  for (const [year, events] of bars.toSorted((one, other) => other[1] - one[1])) {
    if (events < LEAST_NUMBER) break;
    const width = String(events).length * DIGIT + 3;
    const fits = taken.every(
      ([other, wide]) => Math.abs(year - other) * column >= (width + wide) / 2,
    );
    if (fits) taken.push([year, width]);
  }
  return new Set(taken.map(([year]) => year));
}

/**
 * The years of the axis that have a figure: every fifth, or fewer where there is no room.
 * @param {number} first
 * @param {number} last
 * @param {number} column pixels from one year to the next
 */
export function axisYears(first, last, column) {
  const step = [5, 10, 20, 50].find((years) => years * column >= FIGURE) ?? 100;
  const start = Math.ceil(first / step) * step;
  return Array.from({ length: Math.max(0, Math.floor((last - start) / step) + 1) }, (_, place) => {
    return start + place * step;
  });
}

/**
 * A new element inside another.
 * @param {Element} parent
 * @param {string} className
 * @param {string} [text]
 */
function added(parent, className, text = "") {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  parent.append(element);
  return element;
}

/**
 * How wide texts are in an element's font.
 * @param {Element} element
 */
function measure(element) {
  const context = document.createElement("canvas").getContext("2d");
  const { fontSize, fontFamily } = getComputedStyle(element);
  if (context) context.font = `600 ${fontSize} ${fontFamily}`;
  return (/** @type {string} */ text) => context?.measureText(text).width ?? 0;
}

/**
 * Tell a chart the slider's year, whose figure stands at the thumb. No more than the axis inherits
 * it: each step would find the style of all that does anew.
 * @param {Element | null} parent what the chart was shown in
 * @param {number} year
 */
export function showSliderYear(parent, year) {
  /** @type {HTMLElement | null | undefined} */
  const axis = parent?.querySelector(".timeline-chart .axis");
  axis?.style.setProperty("--year", String(year));
}

/**
 * Draw what lies over the axis, as wide as there is room.
 * @param {HTMLElement} plot
 * @param {Element} axis its part with the figures of years, which stays
 * @param {Chart} chart
 */
function drawPlot(plot, axis, { first, last, marks, bars, share }) {
  const width = plot.clientWidth;
  const column = width / Math.max(1, last - first);
  const middle = (/** @type {number} */ at) => (at - first) * column;
  const at = (/** @type {HTMLElement} */ element, /** @type {number} */ x) => {
    element.style.left = `${x.toFixed(1)}px`;
  };
  plot.replaceChildren(axis);
  axis.replaceChildren();
  document.documentElement.style.setProperty("--column", column.toFixed(2));

  for (const year of axisYears(first, last, column)) {
    at(added(plot, "rule"), middle(year));
    const figure = added(axis, "figure", String(year));
    at(figure, middle(year));
    figure.style.setProperty("--at", String(year));
  }
  const most = Math.max(...bars.map(([, events]) => events), LEAST_SCALE);
  const numbered = numberedYears(bars, column);
  for (const [year, events, part] of bars) {
    const bar = added(plot, "bar");
    at(bar, middle(year));
    bar.style.setProperty("--bar", String(events / most));
    bar.style.setProperty("--part", String(part / events));
    if (numbered.has(year)) added(bar, "number", String(events));
  }
  plot.classList.toggle("has-share", share);
  if (matchMedia(SMALL).matches) {
    const stacked = stackMarks(marks);
    const rows = Math.max(0, ...stacked.map(({ row }) => row)) + 1;
    plot.style.setProperty("--rows", String(Math.max(ROWS, rows)));
    for (const [place, { at: year, row }] of stacked.entries()) {
      addMark(plot, middle(year), row, marks[place].chosen);
    }
    return;
  }
  plot.style.setProperty("--rows", String(ROWS));
  const widthOf = measure(plot);
  const sized = marks.map((mark) => ({
    x: middle(mark.at),
    width: widthOf(mark.name),
    chosen: mark.chosen,
  }));
  for (const [place, { x, row, side }] of layMarks(sized, width).entries()) {
    const mark = addMark(plot, x, row, marks[place].chosen);
    if (side) added(mark, `name is-${side}`, marks[place].name);
  }

  /**
   * @param {HTMLElement} parent
   * @param {number} x
   * @param {number} row
   * @param {boolean} [chosen]
   */
  function addMark(parent, x, row, chosen = false) {
    const mark = added(parent, chosen ? "mark is-chosen" : "mark");
    at(mark, x);
    mark.style.setProperty("--row", String(row));
    return mark;
  }
}

/**
 * Draw the words under the axis.
 * @param {HTMLElement} place
 * @param {Chart} chart
 */
function drawLegend(place, { legend, total }) {
  place.replaceChildren();
  for (const [kind, words] of legend) added(place, `key ${kind && `is-${kind}`}`, words);
  if (total) added(place, "total", total);
}

/** @type {ResizeObserver | undefined} */
let watching;

/**
 * Show a chart in an element, in the place of the one before; what it gives ends it.
 * @param {{data: Chart, parentElement: Element}} place as Streamlit hands it to a component
 */
export function showChart({ data, parentElement }) {
  // It runs again with another chart, without a cleanup in between.
  watching?.disconnect();
  let root = parentElement.querySelector(".timeline-chart");
  if (!root) {
    root = added(parentElement, "timeline-chart");
    const shown = added(root, "plot");
    shown.setAttribute("role", "img");
    added(shown, "axis");
    added(root, "legend");
  }
  const [plot, legend] = /** @type {HTMLElement[]} */ ([...root.children]);
  const axis = /** @type {Element} */ (plot.querySelector(".axis"));
  plot.setAttribute("aria-label", data.label);
  drawLegend(legend, data);
  let isDrawn = false;
  const draw = () => {
    drawPlot(plot, axis, data);
    isDrawn = true;
  };
  watching = new ResizeObserver(draw); // which calls at once, before the next paint
  watching.observe(plot);
  document.fonts.ready.then(() => isDrawn && draw()); // the names have another width
  return () => watching?.disconnect();
}
