/**
 * What neither Streamlit's settings nor its elements can do: the language of
 * the document, and of single words in another language.
 */

const DEFAULT_LANGUAGE = "pl";
const LANGUAGES = ["pl", "en"];

/** The language that the address asks for, or the default. */
function addressLanguage() {
  const asked = new URLSearchParams(window.location.search).get("lang");
  return LANGUAGES.includes(asked) ? asked : DEFAULT_LANGUAGE;
}

/** Tell the document's language, and that of the buttons named in another. */
function markLanguages() {
  const language = addressLanguage();
  if (document.documentElement.lang !== language) document.documentElement.lang = language;
  for (const code of LANGUAGES) {
    for (const button of document.querySelectorAll(`.st-key-language-${code} button`)) {
      if (button.lang !== code) button.lang = code;
    }
  }
}

markLanguages();
new MutationObserver(markLanguages).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
