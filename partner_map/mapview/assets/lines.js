/** The lines and dots: one great-circle line and one dot a partner, on one canvas. */

const STEPS = 16;
const RADIANS = Math.PI / 180;
const DRAWING_TIME = 300; // milliseconds
const MOST_DRAWN_SLOWLY = 20;

const LINES = {
  agreement: { color: "#0f5e59", weight: 3, opacity: 1, dashArray: null },
  contacts: { color: "#a8480b", weight: 2.5, opacity: 1, dashArray: "3 7" },
  ended: { color: "#6a7078", weight: 1.5, opacity: 0.8, dashArray: null },
};
const DOTS = {
  agreement: { color: "#0f5e59", fillColor: "#0f5e59", radius: 6, weight: 2 },
  contacts: { color: "#a8480b", fillColor: "#ffffff", radius: 5.5, weight: 2.5 },
  ended: { color: "#6a7078", fillColor: "#ffffff", radius: 4, weight: 2 },
};
const SELECTED_EXTRA = 2.5;

/**
 * Points along the great circle from one [latitude, longitude] to another, in
 * degrees, by spherical linear interpolation.
 */
export function greatCircle(from, to) {
  const [start, end] = [from, to].map(unitVector);
  const angle = Math.acos(Math.min(1, start.reduce((sum, part, axis) => sum + part * end[axis], 0)));
  if (angle < 1e-9) return [from, to];
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const share = step / STEPS;
    const [a, b] = [Math.sin((1 - share) * angle), Math.sin(share * angle)];
    const [x, y, z] = start.map((part, axis) => (a * part + b * end[axis]) / Math.sin(angle));
    return [Math.atan2(z, Math.hypot(x, y)) / RADIANS, Math.atan2(y, x) / RADIANS];
  });
}

/** The unit vector of a [latitude, longitude] in degrees. */
function unitVector([latitude, longitude]) {
  const [phi, lambda] = [latitude * RADIANS, longitude * RADIANS];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

/** Whether the visitor's system asks for less motion. */
export function reducedMotion() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Draws the partners that are told to it, touching only those whose state changed. */
export class Lines {
  /** @param {L.Map} map @param {number[]} hub [latitude, longitude] @param {(id: string) => void} onChoice */
  constructor(map, hub, onChoice) {
    this.map = map;
    this.hub = hub;
    this.onChoice = onChoice;
    this.renderer = L.canvas({ tolerance: 8, padding: 0.5 });
    this.drawn = new Map();
  }

  /** Draw these partners: a Map from id to {feature, state}; one of them may be selected. */
  draw(partners, selected, slowly) {
    for (const id of [...this.drawn.keys()]) if (!partners.has(id)) this.remove(id);
    const added = [];
    for (const [id, { feature, state }] of partners) {
      const before = this.drawn.get(id);
      const emphasis = id === selected;
      if (!before) {
        this.add(id, feature, state, emphasis);
        added.push(id);
      } else if (before.state !== state || before.emphasis !== emphasis) {
        this.restyle(before, state, emphasis);
      }
    }
    this.raise(selected);
    if (slowly && added.length <= MOST_DRAWN_SLOWLY && !reducedMotion()) {
      for (const id of added) this.unroll(this.drawn.get(id));
    }
  }

  /** Add a partner's line and dot. */
  add(id, feature, state, emphasis) {
    const [longitude, latitude] = feature.geometry.coordinates;
    const path = greatCircle(this.hub, [latitude, longitude]);
    const line = L.polyline(path, {
      renderer: this.renderer,
      smoothFactor: 0,
      ...lineStyle(state, emphasis),
    });
    const dot = L.circleMarker([latitude, longitude], {
      renderer: this.renderer,
      fillOpacity: 1,
      ...dotStyle(state, emphasis),
    });
    for (const layer of [line, dot]) {
      layer.on("click", (event) => {
        L.DomEvent.stopPropagation(event);
        this.onChoice(id);
      });
      layer.addTo(this.map);
    }
    this.drawn.set(id, { line, dot, path, state, emphasis });
  }

  /** Give a drawn partner another state or emphasis. */
  restyle(entry, state, emphasis) {
    Object.assign(entry, { state, emphasis });
    entry.line.setStyle(lineStyle(state, emphasis));
    const style = dotStyle(state, emphasis);
    entry.dot.setStyle(style).setRadius(style.radius);
  }

  /** Draw the selected partner over the others. */
  raise(selected) {
    const entry = this.drawn.get(selected);
    entry?.line.bringToFront();
    entry?.dot.bringToFront();
  }

  /** Take everything off the map, as when other data have come. */
  clear() {
    for (const id of [...this.drawn.keys()]) this.remove(id);
  }

  /** Take a partner off the map. */
  remove(id) {
    const { line, dot } = this.drawn.get(id);
    line.remove();
    dot.remove();
    this.drawn.delete(id);
  }

  /** Let a new line grow from the hub to its end. */
  unroll({ line, path }) {
    const start = performance.now();
    const grow = (now) => {
      const share = Math.min(1, (now - start) / DRAWING_TIME);
      line.setLatLngs(path.slice(0, Math.max(2, Math.ceil(share * path.length))));
      if (share < 1 && this.map.hasLayer(line)) requestAnimationFrame(grow);
    };
    grow(start);
  }
}

/** A line's style for a state. */
function lineStyle(state, emphasis) {
  const style = LINES[state];
  return { ...style, weight: style.weight + (emphasis ? SELECTED_EXTRA : 0) };
}

/** A dot's style for a state. */
function dotStyle(state, emphasis) {
  const style = DOTS[state];
  return { ...style, radius: style.radius + (emphasis ? 2 : 0) };
}
