/**
 * What touches and the wheel do: one finger and the wheel of a page that embeds us belong to the
 * page, two fingers and the wheel with Ctrl to the map. A word says so once to who tries.
 */

import { element } from "./dom.js";

/** @import { Words } from "./types.js" */

const SAID_FOR = 2000; // milliseconds
const SLIP = 8; // pixels that a finger may slip without a wish to move the map

/**
 * Let the page around the map be scrolled by one finger, and by the wheel where it is embedded.
 * @param {L.Map} map
 * @param {Words} words
 * @param {boolean} embedded whether the page stands in another's
 */
export function sharePage(map, words, embedded) {
  const container = map.getContainer();
  const say = teller(container);
  container.classList.add("shared");
  container.addEventListener(
    "pointerdown",
    ({ pointerType }) => {
      if (pointerType === "mouse") map.dragging.enable();
      else map.dragging.disable(); // two fingers are the zoom's, which moves too
    },
    { capture: true },
  );
  tellOfOneFinger(container, () => say("two_fingers", words.two_fingers));
  if (!embedded) return;
  container.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.stopPropagation();
      say("wheel", words.wheel);
    },
    { capture: true },
  );
}

/**
 * Call when one finger alone has moved over the map.
 * @param {HTMLElement} container
 * @param {() => void} tell
 */
function tellOfOneFinger(container, tell) {
  /** @type {Touch | undefined} */
  let start;
  container.addEventListener(
    "touchstart",
    ({ touches }) => {
      start = touches.length === 1 ? touches[0] : undefined;
    },
    { passive: true, capture: true },
  );
  container.addEventListener(
    "touchmove",
    ({ touches }) => {
      if (!start || touches.length !== 1) return;
      const [{ clientX, clientY }] = touches;
      if (Math.hypot(clientX - start.clientX, clientY - start.clientY) > SLIP) tell();
    },
    { passive: true, capture: true },
  );
}

/**
 * What says each word once, for a while, over the map.
 * @param {HTMLElement} container
 */
function teller(container) {
  /** @type {Set<string>} */
  const said = new Set();
  const box = element("p", "map-word", "");
  box.setAttribute("role", "status");
  container.append(box);
  /**
   * @param {string} name
   * @param {string} word
   */
  return (name, word) => {
    if (said.has(name)) return;
    said.add(name);
    box.textContent = word;
    setTimeout(() => {
      box.textContent = "";
    }, SAID_FOR);
  };
}
