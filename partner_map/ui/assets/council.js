/** Opens the stage over the page and keeps it while the page shows the presentation. */

/** The address of a file of ours, seen from the page and not from this script's blob. */
const here = (address) => new URL(address, document.baseURI).href;

/** Add an element to the page's head and wait until what it names has come. */
function loaded(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", () => resolve(element));
    element.addEventListener("error", () => reject(new Error(`not loaded: ${tag}`)));
    document.head.append(element);
  });
}

/** Load Leaflet, the styles and the stage; gives back its module and the added styles. */
async function loadParts({ font, addresses }) {
  const address = here(`./${font}`);
  const face = new FontFace("Source Sans", `url("${address}")`, { weight: "200 900" });
  document.fonts.add(face);
  const styles = addresses.styles.map((style) => loaded("link", { rel: "stylesheet", href: here(style) }));
  const leaflet = window.L ? null : loaded("script", { src: here(addresses.leaflet) });
  const basemap = fetch(here(addresses.basemap)).then((answer) => answer.json());
  await Promise.all([...styles, leaflet, face.load().catch(() => null)]);
  const module = await import(here(addresses.module));
  return { module, styles: await Promise.all(styles), basemap: await basemap.catch(() => null) };
}

const shown = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const before = shown.get(parentElement);
  if (before) {
    before.setTriggerValue = setTriggerValue;
    before.stage?.renew(data.stage);
    return before.close;
  }
  const entry = { setTriggerValue, closed: false };
  shown.set(parentElement, entry);
  entry.close = () => {
    entry.closed = true;
    entry.stage?.close();
    for (const style of entry.styles ?? []) style.remove();
  };
  loadParts(data).then(({ module, styles, basemap }) => {
    entry.styles = styles;
    if (entry.closed) return entry.close();
    entry.stage = module.openStage(document.body, data.stage, {
      basemap,
      address: "search",
      leave: () => entry.setTriggerValue("leave", true),
      speak: (language) => entry.setTriggerValue("language", language),
      save: here("./presentation.html"),
    });
  });
  return entry.close;
}
