/** What the map loads by itself: data, and the font of its names. */

/**
 * The JSON of a URL.
 * @param {string} url
 * @returns {Promise<unknown>}
 */
export async function fetched(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  return answer.json();
}

/**
 * Load the page's font under the page's name for it; without it the next one serves.
 * @param {string} url
 * @returns {Promise<boolean>} that letters may have changed
 */
export async function loadFont(url) {
  const font = new FontFace("Source Sans", `url("${url}")`, { weight: "200 900" });
  document.fonts.add(font);
  await font.load().catch((error) => console.warn(error.message));
  return true;
}
