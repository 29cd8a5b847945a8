import type { WantedFeed } from "./plan-feeds";

/** A real publisher as `prisma/catalogue` gives it. */
export type CatalogueEntry = {
  slug: string;
  name: string;
  latinName?: string;
  homeUrl: string;
  country: string;
  language: string;
  direction: "ltr" | "rtl";
  editions: string[];
  colour: string;
  initials: string;
  licence: "partner" | "feed" | "headline";
  wall: "open" | "registered" | "metered" | "lead_in" | "paid";
  indexing: "self" | "noindex_news" | "noindex" | "canonical_to_source";
  stateMedia?: boolean;
  feeds: { url: string; section: string; language?: string }[];
};

/** A title of the bundled newsroom as `prisma/newsroom` gives it; a feed of all sections has none. */
export type SampleEntry = {
  slug: string;
  name: string;
  homeUrl: string;
  tagline: string;
  country: string;
  language: string;
  direction: "ltr" | "rtl";
  colour: string;
  initials: string;
  licence: "partner";
  wall: "open" | "registered" | "metered" | "lead_in" | "paid";
  /** Its feeds carry summaries, and its contract lets us take the text from the article's page. */
  fullText: boolean;
  feeds: { url: string; section: string | null }[];
};

/** A publisher as the paper wants it, whichever list it comes from, with its feeds. */
export type WantedPublisher = Omit<CatalogueEntry, "latinName" | "stateMedia" | "feeds"> & {
  latinName: string | null;
  tagline: string | null;
  stateMedia: boolean;
  isSample: boolean;
  fullText: boolean;
  feeds: WantedFeed[];
};

/** Shapes a real publisher of the catalogue. */
export function fromCatalogue(entry: CatalogueEntry): WantedPublisher {
  return {
    ...entry,
    latinName: entry.latinName ?? null,
    tagline: null,
    stateMedia: entry.stateMedia ?? false,
    isSample: false,
    // Only a contract allows it, and the catalogue knows of none: an operator says so of a partner.
    fullText: false,
    feeds: entry.feeds.map((feed) => ({ url: feed.url, section: feed.section, language: feed.language ?? null })),
  };
}

/** Shapes a title of the bundled newsroom: no edition, never indexed, marked as a sample. */
export function fromSample(entry: SampleEntry): WantedPublisher {
  return {
    ...entry,
    latinName: null,
    editions: [],
    indexing: "noindex",
    stateMedia: false,
    isSample: true,
    feeds: entry.feeds.map((feed) => ({ url: feed.url, section: feed.section ?? "top", language: null })),
  };
}
