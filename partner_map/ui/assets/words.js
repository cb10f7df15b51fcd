/**
 * What the page's scripts say: in the language that the page came in, and in each that the
 * visitor has changed to since.
 */

/** @import { PageWords } from "./types.js" */

/**
 * @typedef {object} Told what the page came with
 * @property {string[]} languages the codes of all languages, the default first
 * @property {string[]} source Streamlit's own words as it says them
 * @property {Record<string, PageWords>} words by language
 */

/** @type {Told} */
const TOLD = JSON.parse(document.getElementById("page-words")?.textContent ?? "{}");
/** @type {Set<string>} */
const asked = new Set();

/** The language that the URL asks for, or the default. */
export function urlLanguage() {
  const language = new URLSearchParams(window.location.search).get("lang");
  return language !== null && TOLD.languages.includes(language) ? language : TOLD.languages[0];
}

/** The words in the language of the URL; until they have come those that came with the page. */
export function pageWords() {
  return TOLD.words[urlLanguage()] ?? Object.values(TOLD.words)[0];
}

/**
 * Ask for the words of the URL's language where they are not here yet.
 * @param {() => void} onCome
 */
export function bringWords(onCome) {
  const language = urlLanguage();
  if (language in TOLD.words || asked.has(language)) return;
  asked.add(language);
  fetch(`./data/page-words.json?lang=${language}`)
    .then((answer) => answer.json())
    .then((words) => {
      TOLD.words[language] = words;
      onCome();
    })
    .catch(() => {}) // the server is away, which connection.js tells
    .finally(() => asked.delete(language));
}

/** From each of Streamlit's own words, as any language says it, to that of the URL's language. */
export function fixedWords() {
  /** @type {Map<string, string>} */
  const known = new Map();
  const own = pageWords().fixed;
  for (const said of [TOLD.source, ...Object.values(TOLD.words).map(({ fixed }) => fixed)]) {
    if (said === own) continue;
    for (const [place, word] of said.entries()) known.set(word, own[place]);
  }
  return known;
}
