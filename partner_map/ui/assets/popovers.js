/** The keyboard's way into a popover that it opened, and out of it. */

import { focusOn, reachable } from "./focus.js";
import { closePopover, onChange, openPopover, POPOVER, POPOVER_BUTTON } from "./streamlit_page.js";

/** Lead the keyboard into a popover that it opens, and from its ends back to its button. */
export function leadThroughPopovers() {
  let isOpening = false;
  /** What has the focus in a popover whose parts still come. @type {HTMLElement | null} */
  let entered = null;
  document.addEventListener(
    "click",
    ({ target, detail }) => {
      const button = target instanceof Element && target.closest(POPOVER_BUTTON);
      // A key's click has no count.
      isOpening = Boolean(button) && detail === 0 && openPopover() === null;
    },
    true,
  );
  const end = () => {
    isOpening = false;
  };
  document.addEventListener("keydown", end, true);
  document.addEventListener("pointerdown", end, true);
  document.addEventListener("focusin", ({ target }) => {
    if (target !== entered && isOpening && openPopover()) end();
  });
  onChange(() => {
    const popover = isOpening && openPopover();
    if (!popover) return;
    // Its parts may come after it, and the first of them after others.
    entered = reachable(popover)[0] ?? popover;
    if (entered !== document.activeElement) focusOn(entered);
  });
  document.addEventListener("keydown", (event) => {
    const { target, key, shiftKey } = event;
    const popover = key === "Tab" && target instanceof Element && target.closest(POPOVER);
    if (!popover) return;
    const all = reachable(popover);
    const group = target.closest("[role=radiogroup], [role=toolbar]");
    // A group is one stop, wherever in it the focus is.
    const places = all.flatMap((one, place) =>
      one === target || group?.contains(one) ? [place] : [],
    );
    const isAtEdge = shiftKey ? places[0] === 0 : places.at(-1) === all.length - 1;
    if (!isAtEdge) return;
    event.preventDefault();
    closePopover();
  });
}
