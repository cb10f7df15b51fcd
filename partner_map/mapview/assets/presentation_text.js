/** The words of a step, on the screen and in the handout. */

import { element } from "./dom.js";

/** @import { Content, Line, Step } from "./types.js" */

/**
 * Write a step into the panel, and leave out of its list what does not fit.
 * @param {HTMLElement} panel
 * @param {Step} step
 */
export function showStep(panel, step) {
  panel.dataset.kind = step.city === null && step.items.length === 0 ? "opening" : "step";
  panel.replaceChildren(...stepParts(step, "h1", "h2"));
  const items = [...panel.querySelectorAll("li")];
  while (panel.scrollHeight > panel.clientHeight && items.length > 0) {
    items.shift()?.remove();
    if (items.length === 0) panel.querySelector("h2")?.remove();
  }
}

/**
 * Fill the handout: a step a block.
 * @param {HTMLElement} handout
 * @param {Content} content
 */
export function addHandout(handout, { steps }) {
  handout.replaceChildren(
    ...steps.map((step, index) => {
      const block = element("section", "handout-step", "");
      block.append(...stepParts(step, index === 0 ? "h1" : "h2", "h3"));
      return block;
    }),
  );
}

/**
 * The elements of a step, with these names for its title and the title of its list.
 * @param {Step} step
 * @param {"h1" | "h2"} title
 * @param {"h2" | "h3"} listTitle
 */
function stepParts(step, title, listTitle) {
  /** @type {HTMLElement[]} */
  const parts = [element(title, "step-title", step.title)];
  if (step.lead) parts.push(element("p", "step-lead", step.lead));
  const facts = element("div", "step-facts", "");
  facts.append(...step.facts.map((fact) => line("p", fact)));
  parts.push(facts);
  if (step.items.length > 0) {
    const list = element("ul", "step-items", "");
    list.append(...step.items.map((item) => line("li", item)));
    parts.push(element(listTitle, "step-items-title", step.items_title), list);
  }
  if (step.total) parts.push(element("p", "step-total", step.total));
  return parts;
}

/**
 * A line: its label, if it has one, and its text.
 * @param {"p" | "li"} tag
 * @param {Line} content
 */
function line(tag, { label, text }) {
  const made = element(tag, "", "");
  if (label) made.append(element("strong", "", label), " ");
  made.append(element("span", "", text));
  return made;
}
