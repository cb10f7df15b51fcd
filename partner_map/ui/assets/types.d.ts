/** What the server and the page's scripts hand each other. For the checks: never loaded. */

/** What a component of Streamlit's second kind is called with, at each run of the page. */
export interface ComponentArguments<Data> {
  data: Data;
  parentElement: HTMLElement;
  setTriggerValue: (name: string, value: unknown) => void;
}

/** What is said of a lost connection, see server/page.py. */
export interface ConnectionWords {
  /** The server does not answer. */
  lost: string;
  /** The server answers, and the connection to it is held back. */
  blocked: string;
  /** What can be read without one; addresses are full ones or relative to the server's root. */
  ways: { text: string; href: string }[];
}

/** What the page's scripts say, see server/page_words.py. */
export interface PageWords {
  /** Streamlit's own words, in the order of `fixed_words`. */
  fixed: string[];
  /** Of a link that is shared. */
  copied: string;
  copy: string;
  /** Of the timeline. */
  playing: string;
  paused: string;
  /** The names of landmarks: the links to the pages, and a kiosk's way back. */
  pages: string;
  back: string;
  /** The name of the menu of languages. */
  languages: string;
  /** What stands between a label and what is said. */
  colon: string;
  /** None in a kiosk. */
  connection?: ConnectionWords;
}

/** What a city's sheet has on paper alone, see server/paper.py. */
export interface Paper {
  eventsTitle: string;
  events: [string, string][];
  more: string;
  sourcesTitle: string;
  sources: [string, string][];
  address: string;
  /** An SVG; empty without one. */
  code: string;
  codeAlt: string;
}

/** The kiosk's own words, see server/kiosk.py. */
export interface KioskWords {
  still_here: string;
  returning: string;
  here: string;
  away: string;
  away_more: string;
  touch: string;
}

/** What a page in kiosk mode is given, see server/kiosk.py. */
export interface KioskSettings {
  build: string;
  resetSeconds: number;
  tourSeconds: number;
  words: Record<string, KioskWords>;
}

/** The stop of the tour that the server shows, see ui/kiosk.py. */
/** A stop of the tour, or its end; each end has a number of its own. */
export interface TourWish {
  stop?: number;
  end?: number;
}

export interface TourStop {
  /** Null while the tour does not play. */
  stop: number | null;
  seconds: number;
  /** The wish that the server has answered last. */
  answered: TourWish | null;
}

declare global {
  interface Window {
    /** Leaflet, once its script has come. */
    L?: unknown;
    /** Ends what live.js does. */
    partnerMapLive?: AbortController;
    /** The stop that stands, and the way to ask for another; written by kiosk-bridge.js. */
    partnerMapTour?: TourStop & { ask: (wish: TourWish) => void };
  }
  interface WindowEventMap {
    /** The server has run the page of a kiosk. */
    "partner-map-tour": Event;
  }
}
