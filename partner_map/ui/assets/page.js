/**
 * What neither Streamlit's settings nor its elements can do: the language of
 * the document and of single words, and Streamlit's own fixed words.
 */

const WORDS = JSON.parse(document.getElementById("fixed-words").textContent);
const LANGUAGES = Object.keys(WORDS);

/** The language that the address asks for, or the default. */
function addressLanguage() {
  const asked = new URLSearchParams(window.location.search).get("lang");
  return LANGUAGES.includes(asked) ? asked : LANGUAGES[0];
}

/** From each fixed word of the other languages to this language's. */
function dictionary(language) {
  const pairs = LANGUAGES.filter((other) => other !== language).flatMap((other) =>
    WORDS[other].map((word, place) => [word, WORDS[language][place]]),
  );
  return new Map(pairs);
}

/** The text with a fixed word, or one followed by a number, put into the language. */
function translated(text, known) {
  const [, word, number] = /^(.*?)(\s+\d+)?$/s.exec(text.trim());
  return known.has(word) ? known.get(word) + (number ?? "") : text;
}

/** Put Streamlit's own words of the page into the language. */
function translateFixedWords(known) {
  for (const element of document.querySelectorAll("[aria-label]")) {
    const label = element.getAttribute("aria-label");
    const said = translated(label, known);
    if (said !== label) element.setAttribute("aria-label", said);
  }
  for (const element of document.querySelectorAll("body a:not(:has(*)), body button:not(:has(*))")) {
    const said = translated(element.textContent, known);
    if (said !== element.textContent) element.textContent = said;
  }
}

/** Bring the whole document into the address's language. */
function localize() {
  const language = addressLanguage();
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  for (const code of LANGUAGES) {
    for (const button of document.querySelectorAll(`.st-key-language-${code} button`)) {
      if (button.lang !== code) button.lang = code;
    }
  }
  translateFixedWords(dictionary(language));
  tellAndReach();
}

/** Let a screen reader tell what a filter left, and the keyboard scroll what is too wide. */
function tellAndReach() {
  const count = document.querySelector(".st-key-answer-count");
  if (count && count.getAttribute("role") !== "status") count.setAttribute("role", "status");
  const matrix = document.querySelector(".st-key-matrix > *");
  if (matrix && matrix.tabIndex !== 0) matrix.tabIndex = 0;
}

let waiting = false;
/** Localize once before the next frame, however much changed. */
function localizeSoon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    localize();
  });
}

/** Our own button opens the browser's own dialogue for printing. */
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest(".st-key-print button")) window.print();
});

localize();
new MutationObserver(localizeSoon).observe(document.documentElement, {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ["aria-label"],
});
