/**
 * The explorer of the published pages: the map's layer, the timeline, filters and list, and the
 * pages of the cities that come in where they are asked for. Without it each page is whole too.
 */

import { afterPaint } from "../../mapview/assets/dom.js";
import { Layer } from "../../mapview/assets/layer.js";
import { tellList } from "./city_list.js";
import { tellSheet } from "./city_sheet.js";
import { mapHost, newMap } from "./map_host.js";
import { liveUrl, readSeen, writeQuery } from "./seen.js";
import { Timeline } from "./timeline.js";
import { Teller } from "./told.js";

/** @import { Seen, Told } from "./types.js" */

/** Turn the page into the explorer, where it is one and its data have come. */
export function start() {
  const { partnerMapTold: told } = window;
  openFromDisk();
  if (told && document.getElementById("map")) new Site(told).open();
}

/** From a disk no server gives a folder's page: name it. */
function openFromDisk() {
  if (location.protocol !== "file:") return;
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link?.pathname.endsWith("/")) link.pathname += "index.html";
    },
    { capture: true },
  );
}

/** Tell the page around how high this one is, whichever it is: it is no secret. */
function tellHeight() {
  const { height } = document.body.getBoundingClientRect();
  window.parent.postMessage({ partnerMapHeight: Math.ceil(height) }, "*");
}

class Site {
  /** @param {Told} told */
  constructor(told) {
    this.told = told;
    this.teller = new Teller(told);
    const { root = "", home = "" } = document.body.dataset;
    /** The site's root, and the map's page in this language. */
    this.root = new URL(root || "./", location.href);
    this.home = new URL(home, location.href);
    this.isEmbedded = document.querySelector(".embedded") !== null;
    this.aside = /** @type {HTMLElement} */ (document.getElementById("aside"));
    this.announcer = /** @type {HTMLElement} */ (document.getElementById("announcer"));
    /** What the aside holds by city; the map's own page under "". @type {Map<string, Document>} */
    this.pages = new Map();
    /** @type {Seen} */
    this.seen = readSeen(location.search, this.aside.dataset.city || null, told);
    this.timeline = new Timeline(told, (year) => this.change({ year }));
    /** @type {Layer | undefined} */
    this.layer = undefined;
    /** @type {number | undefined} */
    this.waiting = undefined;
    /** Which of the pages that were asked for is waited for. */
    this.asked = 0;
  }

  open() {
    const box = /** @type {HTMLElement} */ (document.getElementById("map"));
    const host = mapHost(box, this.told, this.isEmbedded, (city) => this.choose(city));
    this.layer = new Layer(newMap(box), host);
    window.addEventListener("popstate", () => this.follow());
    document.addEventListener("click", (event) => this.click(event));
    document.getElementById("filter")?.addEventListener("change", () => this.filter());
    this.showFilters();
    this.showYear();
    // As it was published the page tells the same, but for what the days since have changed.
    if (location.search) this.tell();
    else afterPaint(() => this.tell());
    document.documentElement.classList.remove("asked");
    if (this.isEmbedded) new ResizeObserver(tellHeight).observe(document.body);
  }

  /** Show what is looked at on the map, on the timeline and in words. */
  show() {
    this.showYear();
    this.tell();
  }

  /** Show it on the map and on the timeline. */
  showYear() {
    this.layer?.want(this.teller.view(this.seen));
    this.timeline.show(this.seen, this.teller);
    const live = document.getElementById("live");
    if (live instanceof HTMLAnchorElement) live.href = liveUrl(live.href, this.seen, this.told);
  }

  /** Tell the year in what stands beside the map. */
  tell() {
    const { aside, seen, told, teller } = this;
    const sheet = aside.querySelector("#sheet");
    if (sheet instanceof HTMLElement) {
      tellSheet(sheet, seen, told, (number) => teller.written(number));
    } else {
      tellList(aside, seen, teller, (city) => this.url({ ...seen, city }).href);
    }
  }

  /**
   * The address of what is looked at.
   * @param {Seen} seen
   */
  url(seen) {
    const page = seen.city === null ? this.home : new URL(`${this.path(seen.city)}`, this.home);
    return new URL(writeQuery(seen, this.told), page);
  }

  /**
   * A city's page below the map's.
   * @param {string} city
   */
  path(city) {
    return this.told.paths[city] ?? `${city}/`;
  }

  /**
   * Look at another year or through other filters; the address follows when they rest.
   * @param {Partial<Seen>} change
   */
  change(change) {
    this.seen = { ...this.seen, ...change };
    this.show();
    if (!this.timeline.isPlaying) this.announcer.textContent = this.timeline.words;
    window.clearTimeout(this.waiting);
    if (this.isEmbedded) return;
    this.waiting = window.setTimeout(() => {
      if (!this.timeline.isPlaying) history.replaceState(null, "", this.url(this.seen));
    }, 300);
  }

  /**
   * Choose a city, or none: its page comes in, and back leads to where this one was.
   * @param {string | null} city
   */
  async choose(city) {
    const url = this.url({ ...this.seen, city });
    if (this.isEmbedded) {
      window.open(url, "_blank", "noopener");
      return;
    }
    if (location.protocol === "file:") {
      url.pathname += "index.html";
      location.assign(url);
      return;
    }
    this.timeline.pause();
    history.replaceState(null, "", this.url(this.seen));
    this.seen = { ...this.seen, city };
    this.layer?.want(this.teller.view(this.seen));
    if (await this.bring(url)) {
      history.pushState(null, "", url);
      this.show();
      this.focus();
    }
  }

  /**
   * Bring in what stands beside the map on a page of the site.
   * @param {URL} url
   */
  async bring(url) {
    const { city } = this.seen;
    this.asked += 1;
    const { asked } = this;
    const page = await this.page(url, city ?? "");
    if (asked !== this.asked) return false;
    const coming = page?.getElementById("aside");
    if (!coming) {
      location.assign(url); // the browser shows the page, or says why it does not
      return false;
    }
    const { title = "" } = coming.dataset;
    this.aside.replaceChildren(
      ...[...coming.childNodes].map((node) => document.importNode(node, true)),
    );
    this.mendLinks(url);
    this.aside.dataset.city = city ?? "";
    document.title = title;
    return true;
  }

  /**
   * The page of a city as it was published, asked for once.
   * @param {URL} url
   * @param {string} city
   */
  async page(url, city) {
    const kept = this.pages.get(city);
    if (kept) return kept;
    try {
      const answer = await fetch(url.pathname);
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      this.pages.set(city, page);
      return page;
    } catch (error) {
      console.warn(error);
      return null;
    }
  }

  /**
   * Links that came from another page hold from here.
   * @param {URL} url
   */
  mendLinks(url) {
    for (const image of this.aside.querySelectorAll("[srcset]")) {
      image.setAttribute("srcset", absoluteSet(image.getAttribute("srcset") ?? "", url));
    }
    for (const image of this.aside.querySelectorAll("img[src]")) {
      image.setAttribute("src", new URL(image.getAttribute("src") ?? "", url).href);
    }
    for (const link of this.aside.querySelectorAll("a[href]")) {
      link.setAttribute("href", new URL(link.getAttribute("href") ?? "", url).href);
    }
  }

  /** After a choice the focus is at what has come. */
  focus() {
    const heading = this.aside.querySelector("#city, #heading");
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    if (this.seen.city !== null && heading.getBoundingClientRect().top > innerHeight / 2) {
      heading.scrollIntoView({ block: "start" });
    }
  }

  /** Show what the address says, after back or forward. */
  async follow() {
    this.timeline.pause();
    const url = new URL(location.href);
    const below = url.pathname.slice(this.home.pathname.length);
    const city = this.told.order.find((id) => this.path(id) === below) ?? null;
    const isSame = city === this.seen.city;
    this.seen = readSeen(url.search, city, this.told);
    this.showFilters();
    if (isSame || (await this.bring(url))) this.show();
  }

  /**
   * Follow a link to a city, or back to all, without a new page.
   * @param {MouseEvent} event
   */
  click(event) {
    const { target } = event;
    if (!(target instanceof Element) || event.defaultPrevented) return;
    if (target.closest("#chosen button")) {
      this.seen = { ...this.seen, types: [], countries: [] };
      this.showFilters();
      this.change({});
      /** @type {HTMLElement | null} */ (document.querySelector("#filter summary"))?.focus();
      return;
    }
    const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
    const link = target.closest("a");
    if (!link || !isPlain || !this.aside.contains(link)) return;
    const city = this.cityOf(link);
    if (city === undefined) return;
    event.preventDefault();
    this.choose(city);
  }

  /**
   * The city that a link leads to; null for all, undefined for elsewhere.
   * @param {HTMLAnchorElement} link
   */
  cityOf(link) {
    if (link.origin !== this.home.origin) return undefined;
    if (link.pathname === this.home.pathname) return null;
    const below = link.pathname.slice(this.home.pathname.length);
    return this.told.order.find((id) => this.path(id) === below);
  }

  /** Take the filters as they are ticked. */
  filter() {
    /** @param {string} name */
    const ticked = (name) =>
      [...document.querySelectorAll(`#filter input[name="${name}"]:checked`)].map(
        (box) => /** @type {HTMLInputElement} */ (box).value,
      );
    this.change({ types: ticked("type"), countries: ticked("country") });
  }

  /** Tick the filters as they are. */
  showFilters() {
    const on = new Set([...this.seen.types, ...this.seen.countries]);
    for (const box of document.querySelectorAll("#filter input")) {
      if (box instanceof HTMLInputElement) box.checked = on.has(box.value);
    }
  }
}

/**
 * The addresses of a picture in its sizes, as they hold from elsewhere.
 * @param {string} set
 * @param {URL} url
 */
function absoluteSet(set, url) {
  return set
    .split(", ")
    .map((one) => one.split(" "))
    .map(([address, width]) => `${new URL(address ?? "", url).href} ${width ?? ""}`)
    .join(", ");
}
