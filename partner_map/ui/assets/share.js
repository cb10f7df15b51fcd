/**
 * Hands on the address of what is shown: by the device's own sharing where there is one, else
 * by the clipboard, else as a link to copy by hand.
 */

/** @import { PageWords } from "./types.js" */

const TOLD_FOR = 4000; // milliseconds

/** What was done, told to a screen reader too: it has to stand before it says anything. */
const told = document.createElement("div");
told.className = "shared";
told.setAttribute("role", "status");
document.body.append(told);
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Share an address.
 * @param {string} title
 * @param {string} url
 * @param {PageWords} words
 */
export async function share(title, url, words) {
  if (navigator.share) {
    try {
      await navigator.share({ title, url });
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    tell(words.copied);
    timer = setTimeout(tell, TOLD_FOR);
  } catch {
    showLink(url, words.copy);
  }
}

/**
 * Say something, or nothing any more.
 * @param {(string | Node)[]} content
 */
function tell(...content) {
  clearTimeout(timer);
  told.replaceChildren(...content);
}

/**
 * The link, chosen, until the visitor turns to something else.
 * @param {string} url
 * @param {string} words
 */
function showLink(url, words) {
  const label = document.createElement("label");
  const field = document.createElement("input");
  field.readOnly = true;
  field.value = url;
  field.addEventListener("blur", () => tell());
  field.addEventListener("keydown", ({ key }) => key === "Escape" && field.blur());
  label.append(words, field);
  tell(label);
  field.focus();
  field.select();
}
