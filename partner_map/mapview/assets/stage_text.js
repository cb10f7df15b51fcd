/** The words of a step, on the stage and in the handout. */

import { element } from "./labels.js";

/** Write a step into the stage's text, and leave out of its list what does not fit. */
export function showStep(panel, step) {
  panel.dataset.kind = step.city === null && step.items.length === 0 ? "opening" : "step";
  panel.replaceChildren(...stepParts(step, "h1", "h2"));
  const items = [...panel.querySelectorAll("li")];
  const heading = panel.querySelector("h2");
  while (panel.scrollHeight > panel.clientHeight && items.length > 0) {
    items.shift().remove();
    if (items.length === 0) heading.remove();
  }
}

/** Fill the handout: a step a block. */
export function addHandout(handout, { steps }) {
  handout.replaceChildren(
    ...steps.map((step, index) => {
      const block = element("section", "handout-step", "");
      block.append(...stepParts(step, index === 0 ? "h1" : "h2", "h3"));
      return block;
    }),
  );
}

/** The elements of a step, with these names for its title and the title of its list. */
function stepParts(step, title, listTitle) {
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

/** A line: its label, if it has one, and its text. */
function line(tag, { label, text }) {
  const made = element(tag, "", "");
  if (label) made.append(element("strong", "", label), " ");
  made.append(element("span", "", text));
  return made;
}
