/** The words of a step, on the screen and in the handout. */

import { element } from "./dom.js";
import { timelineOf } from "./presentation_timeline.js";

/** @import { Content, Line, Part, Step, StepPhoto } from "./types.js" */

/**
 * Write a step into the panel.
 * @param {HTMLElement} panel
 * @param {Step} step
 * @param {Content} content
 */
export function showStep(panel, step, { timeline, words }) {
  panel.dataset.kind = step.city === null ? "whole" : "partner";
  panel.replaceChildren(...stepParts(step, words.together, "h1", "h2"));
  if (step.city !== null) panel.append(timelineOf(timeline, step.year));
  panel.scrollTop = 0;
}

/**
 * Fill the handout: a step a block, the first with the map.
 * @param {HTMLElement} handout
 * @param {Content} content
 * @param {string} other the URL of the map that takes the place of one in the content's language
 */
export function addHandout(handout, { document: title, picture: own, steps, words }, other) {
  const picture = own || other;
  handout.replaceChildren(
    ...steps.map((step, index) => {
      const block = element("section", "handout-step", "");
      block.append(...stepParts(step, words.together, index === 0 ? "h1" : "h2", "h3"));
      if (index === 0 && picture) block.append(pictureOf(picture, title));
      return block;
    }),
  );
}

/**
 * The map on paper.
 * @param {string} url
 * @param {string} title
 */
function pictureOf(url, title) {
  const image = element("img", "handout-map", "");
  image.alt = title;
  image.src = url;
  return image;
}

/**
 * The elements of a step, with these names for its title and the title of its list.
 * @param {Step} step
 * @param {string} together what stands before the types of exchange
 * @param {"h1" | "h2"} title
 * @param {"h2" | "h3"} listTitle
 */
function stepParts(step, together, title, listTitle) {
  /** @type {HTMLElement[]} */
  const parts = [];
  if (step.kicker.length > 0) parts.push(kickerOf(step));
  parts.push(element(title, "step-title", step.title));
  if (step.lead) parts.push(element("p", "step-lead", step.lead));
  if (step.figures.length > 0) parts.push(figures(step));
  if (step.photo) parts.push(photoOf(step.photo));
  if (step.signed_by.length > 0) parts.push(telling("p", "step-signed", step.signed_by));
  if (step.story) {
    parts.push(inLanguage(element("blockquote", "step-story", step.story), step.story_language));
  }
  if (step.together.length > 0) {
    parts.push(line("p", { label: together, text: step.together.join(" · ") }, "step-together"));
  }
  if (step.items.length > 0) {
    const list = element("ul", "step-items", "");
    list.append(...step.items.map((item) => line("li", item)));
    if (step.items_title) parts.push(element(listTitle, "step-items-title", step.items_title));
    parts.push(list);
  }
  if (step.note) parts.push(element("p", "step-note", step.note));
  if (step.credit) parts.push(element("p", "step-credit", step.credit));
  return parts;
}

/**
 * The line above the title, with the city's own name in its own language.
 * @param {Step} step
 */
function kickerOf(step) {
  const kicker = telling("p", "step-kicker", step.kicker);
  if (step.own_name) {
    const own = element("span", "", step.own_name);
    if (step.own_language) own.lang = step.own_language;
    kicker.append(" · ", own);
  }
  return kicker;
}

/**
 * The photo with its caption.
 * @param {StepPhoto} photo
 */
function photoOf({ src, alt, language, caption, width, height }) {
  const image = element("img", "", "");
  image.width = width;
  image.height = height;
  image.alt = alt;
  image.src = src;
  const figure = element("figure", "step-photo", "");
  figure.append(inLanguage(image, language), captionOf(caption));
  return figure;
}

/**
 * The caption, with a link to where the photo was found.
 * @param {StepPhoto["caption"]} caption
 */
function captionOf({ before, source, after, url, label }) {
  const made = element("figcaption", "", before);
  if (url) {
    const link = element("a", "", source);
    link.href = url;
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.ariaLabel = label;
    made.append(link, after);
  }
  return made;
}

/**
 * The large numbers, each with its words.
 * @param {Step} step
 */
function figures(step) {
  const all = element("div", "step-figures", "");
  all.append(
    ...step.figures.map(({ number, words, more }) => {
      const one = element("p", "step-figure", "");
      if (number) one.append(element("strong", "", number), " ");
      const beside = element("span", "", "");
      beside.append(element("span", "", words));
      if (more.length > 0) beside.append(" ", telling("span", "step-more", more));
      one.append(beside);
      return one;
    }),
  );
  return all;
}

/**
 * A line: its label, if it has one, and its text.
 * @param {"p" | "li"} tag
 * @param {Line} content
 * @param {string} [className]
 */
function line(tag, { label, text, language }, className = "") {
  const made = element(tag, className, "");
  if (label) made.append(element("strong", "", label), " ");
  made.append(inLanguage(element("span", "", text), language));
  return made;
}

/**
 * Words whose parts may be in several languages, each with the sign of telling.py.
 * @param {"p" | "span"} tag
 * @param {string} className
 * @param {Part[]} parts
 */
function telling(tag, className, parts) {
  const made = element(tag, className, "");
  made.append(
    ...parts.map(({ text, language }) =>
      language ? inLanguage(element("span", "", `${text} (${language})`), language) : text,
    ),
  );
  return made;
}

/**
 * Say in which language an element's words are, where that is not the page's.
 * @template {HTMLElement} T
 * @param {T} made
 * @param {string | undefined} language
 */
function inLanguage(made, language) {
  if (language) made.lang = language;
  return made;
}
