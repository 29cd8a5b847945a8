import type { FeedHints } from "../types";

/** A feed is a window of the newest entries; what lies beyond this many is an archive, and is counted but not read. */
export const entriesMax = 1_000;

/** A text as the feed wrote it, entities of the carrier (XML, JSON) already read once. */
export type RawText = { value: string; type: "text" | "html" };

export type RawImage = {
  url: string;
  width: number | null;
  height: number | null;
  title: string;
  description: string;
  credit: string;
  alt: string;
  /** Images with the same number are renditions of one picture. */
  group: number | null;
};

/** One entry as received, in no format's words; every list in the feed's own order. */
export type RawEntry = {
  guid: string | null;
  links: string[];
  title: RawText | null;
  summary: RawText | null;
  content: RawText | null;
  authors: string[];
  published: string[];
  updated: string[];
  categories: string[];
  images: RawImage[];
  language: string | null;
  /** xml:base in force, unresolved, outermost first. */
  bases: string[];
};

export type RawFeed = {
  format: "rss" | "rdf" | "atom" | "json";
  title: RawText | null;
  homeUrl: string | null;
  selfUrl: string | null;
  /** WebSub hubs in the feed's order; absent where the reader knows of none. */
  hubUrls?: string[];
  /** Documents with older entries, the likeliest first; absent where the reader knows of none. */
  olderUrls?: string[];
  language: string | null;
  bases: string[];
  hints: FeedHints;
  /** The first `entriesMax`; one that could not be read is null. */
  entries: (RawEntry | null)[];
  /** How many more the document holds. */
  entriesBeyond: number;
};
