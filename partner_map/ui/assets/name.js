/** Names the document after the chosen city too, which may change without a run of the page. */

import { keyed } from "./streamlit_page.js";

const BETWEEN = " · ";

/** The title that the page has without a city. */
let own = document.title;
/** The title that was given here. */
let given = document.title;

/** Put the city that is told of before the page's own title. */
export function nameDocument() {
  if (document.title !== given) own = document.title;
  const city = document.querySelector(keyed("sheet", "h2"))?.textContent;
  given = city ? `${city}${BETWEEN}${own}` : own;
  if (document.title !== given) document.title = given;
}
