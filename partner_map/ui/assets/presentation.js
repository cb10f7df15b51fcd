/** Opens the presentation over the page and keeps it while the page shows it. */

/**
 * @import { Contents } from "../../mapview/assets/types.js"
 * @import { ComponentArguments } from "./types.js"
 *
 * @typedef {typeof import("../../mapview/assets/presentation.js")} PresentationModule
 * @typedef {ReturnType<PresentationModule["openPresentation"]>} Presentation
 *
 * What the server gives; URLs are relative to its root.
 * @typedef {object} Data
 * @property {Contents} presentation
 * @property {Record<string, string>} languages each in its own words, the default first
 * @property {string} font
 * @property {{leaflet: string, module: string, styles: string[], basemap: string}} urls
 *
 * @typedef {object} Entry
 * @property {(name: string, value: unknown) => void} setTriggerValue
 * @property {boolean} closed
 * @property {() => void} close
 * @property {Presentation} [presentation]
 * @property {HTMLElement[]} [styles]
 */

/**
 * The URL of a file of ours, seen from the page and not from this script's blob.
 * @param {string} url
 */
const here = (url) => new URL(url, document.baseURI).href;

/**
 * Add an element to the page's head and wait until what it names has come.
 * @param {HTMLElement} element
 * @returns {Promise<HTMLElement>}
 */
function loaded(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", () => resolve(element));
    element.addEventListener("error", () => reject(new Error(`not loaded: ${element.tagName}`)));
    document.head.append(element);
  });
}

/** @param {string} url */
function loadedStyle(url) {
  return loaded(
    Object.assign(document.createElement("link"), { rel: "stylesheet", href: here(url) }),
  );
}

/** @param {string} url */
function loadedScript(url) {
  return loaded(Object.assign(document.createElement("script"), { src: here(url) }));
}

/**
 * Load Leaflet, the styles and the presentation; gives back its module and the added styles.
 * @param {Data} data
 */
async function loadParts({ font, urls }) {
  const face = new FontFace("Source Sans", `url("${here(`./${font}`)}")`, { weight: "200 900" });
  document.fonts.add(face);
  const styles = urls.styles.map(loadedStyle);
  const leaflet = window.L ? null : loadedScript(urls.leaflet);
  const basemap = fetch(here(urls.basemap)).then((answer) => answer.json());
  await Promise.all([...styles, leaflet, face.load().catch(() => null)]);
  /** @type {PresentationModule} */
  const module = await import(here(urls.module));
  return { module, styles: await Promise.all(styles), basemap: await basemap.catch(() => null) };
}

/** @type {WeakMap<HTMLElement, Entry>} */
const shown = new WeakMap();

/** @param {ComponentArguments<Data>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const before = shown.get(parentElement);
  if (before) {
    before.setTriggerValue = setTriggerValue;
    before.presentation?.renew(data.presentation);
    return before.close;
  }
  /** @type {Entry} */
  const entry = {
    setTriggerValue,
    closed: false,
    close: () => {
      entry.closed = true;
      entry.presentation?.close();
      for (const style of entry.styles ?? []) style.remove();
    },
  };
  shown.set(parentElement, entry);
  loadParts(data).then(({ module, styles, basemap }) => {
    entry.styles = styles;
    if (entry.closed) {
      entry.close();
      return;
    }
    entry.presentation = module.openPresentation(document.body, data.presentation, {
      basemap,
      url: "search",
      languages: data.languages,
      leave: () => entry.setTriggerValue("leave", true),
      speak: (language) => entry.setTriggerValue("language", language),
      save: here("./presentation.html"),
    });
  });
  return entry.close;
}
