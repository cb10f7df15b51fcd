/** Attributes that are set anew only where they differ: the page looks again at each change. */

/**
 * Set an attribute of an element where it has another value.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Set an attribute of every element of a selector.
 * @param {string} selector
 * @param {string} name
 * @param {string} value
 */
export function setAttributeOfAll(selector, name, value) {
  for (const element of document.querySelectorAll(selector)) setAttribute(element, name, value);
}
