/** What the server and the modules of the map hand each other. For the checks: never loaded. */

/** Where a partnership that has begun stands at the end of a year. */
export type Status = "agreement" | "suspended" | "project" | "undated" | "contacts" | "ended";

/** [latitude, longitude] in degrees. */
export type Degrees = [number, number];

/** Something at a point, in pixels or in the Mercator world. */
export interface Point {
  x: number;
  y: number;
}

/** What the data tell of a partner; the years are those of its dates, null where there is none. */
export interface PartnerProperties {
  id: string;
  name: string;
  /** The code of ISO 3166-1 alpha-2. */
  country: string;
  contacts: number | null;
  agreement: number | null;
  ended: number | null;
  /** The year of a project, where there is no lasting agreement. */
  project?: number;
  suspended?: number;
  /** Whether no date is known of it. */
  undated?: boolean;
  types: string[];
}

/** A partner as GeoJSON (RFC 7946): longitude before latitude. */
export interface PartnerFeature {
  geometry: { coordinates: [number, number] };
  properties: PartnerProperties;
}

/** The home town. */
export interface Town {
  name: string;
  /** The code of ISO 3166-1 alpha-2. */
  country: string;
  latitude: number;
  longitude: number;
}

/** `data/basemap.geojson`; a country without a code has no name. */
export type Outlines = GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, { country?: string }>;

/** Sentences of the catalogue in one language, by name. */
export type Words = Record<string, string>;

/** `data/partners.geojson`, see geojson.py. */
export interface Partners {
  language: string;
  /** The URL of the page's font, relative to the server's root. */
  font: string;
  town: Town;
  words: Words;
  /** The countries' names by code. */
  countries: Record<string, string>;
  features: PartnerFeature[];
}

/** The message of a step, see message.py. */
export interface View {
  year: number;
  city: string | null;
  version: string;
  types?: string[];
  countries?: string[];
  /** A bit for each feature, in base64; all where it is missing. */
  among?: string;
  /** Of those whose status on the present day is not yet that of the year's end. */
  statuses?: Record<string, Status | "none">;
  /** Whether those without any date are shown, as they are in the current year. */
  undated?: boolean;
}

/** The page in which a map lies. */
export interface LayerHost {
  /** What is said when the data do not come. */
  failed: string;
  /** Whether the page is a hall's screen. */
  isKiosk: boolean;
  /** Whether the page stands in a frame of another page, to which the wheel belongs. */
  isEmbedded: boolean;
  /** Take a choice on the map; `count` tells two of the same from each other. */
  choose(choice: { city: string | null; count: number }): void;
  /** Load the font of the names; without it the next one serves. Gives whether letters may have
   * another width since. */
  loadFont(url: string): Promise<boolean>;
  /** Give the map its name and its language. */
  name(title: string, language: string): void;
  /** The outlines of the countries, those of the present tables each time. */
  outlines(): Promise<Outlines>;
  /** The partners of a version of the tables. */
  partners(version: string): Promise<Partners>;
  /** Give the map the size that it has on paper, or its own again. */
  sizeForPaper(onPaper: boolean): void;
}

/** A partner on the map. */
export interface Shown {
  feature: PartnerFeature;
  status: Status;
}

/** A line of a step: its label, which may be empty, and its text. */
export interface Line {
  label: string;
  text: string;
  /** In which language the text is, where that is not the reader's own. */
  language?: string;
}

/** A part of words that are read as one. */
export interface Part {
  text: string;
  /** In which language it is, where that is not the reader's own. */
  language: string;
}

/** A step of the presentation. */
export interface Step {
  id: string;
  kicker: Part[];
  own_name: string;
  own_language: string | null;
  title: string;
  lead: string;
  figures: { number: string; words: string; more: Part[] }[];
  signed_by: Part[];
  story: string;
  /** In which language the story is, where that is not the reader's own. */
  story_language: string;
  together: string[];
  items_title: string;
  items: Line[];
  note: string;
  credit: string;
  photo: StepPhoto | null;
  city: string | null;
  year: number;
  statuses: Record<string, Status>;
}

/** The photo of a step; what its page says of it. */
export interface StepPhoto {
  src: string;
  alt: string;
  /** In which language that is, where it is not the reader's own. */
  language: string;
  /** Who took it, its licence, and the host, the URL and the name of where it was found. */
  caption: { before: string; source: string; after: string; url: string; label: string };
  width: number;
  height: number;
}

/** The agreements and the events of the years, see chart.py. */
export interface Timeline {
  first: number;
  last: number;
  marks: { at: number }[];
  bars: [year: number, events: number, share: number][];
}

/** The presentation in one language. */
export interface Content {
  /** The title of the exported file. */
  document: string;
  /** The URL of the handout's map; empty where the English one takes its place. */
  picture: string;
  words: Words;
  steps: Step[];
  timeline: Timeline;
  partners: Partners;
}

/** The presentation by language; on a page in the one that it speaks. */
export type Contents = Record<string, Content>;

export interface PresentationSettings {
  basemap: Outlines | null;
  /** Which part of the URL names the step and the language. */
  url: "search" | "hash";
  /** What the way out does; without it there is none. */
  leave?: () => void;
  /** The languages that can be chosen, each in its own words, the default first. */
  languages: Record<string, string>;
  /** Called when the presenter has chosen another language; it gives contents that are not here. */
  speak?: (language: string) => void;
  /** The URL of the presentation as one file, to which the language is added. */
  save?: string;
}

declare global {
  interface Window {
    /** The present View, written by the message of a step. */
    partnerMapView?: View;
    /** How often the layer has drawn. */
    partnerMapRenders?: number;
  }
  interface WindowEventMap {
    /** Another View has come. */
    "partner-map-view": Event;
    /** The slider shows another year. */
    "partner-map-year": CustomEvent<number>;
  }
}
