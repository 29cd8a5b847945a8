import type { SafeHtmlBytes } from "@/lib/core/safe-html";
import type { Access } from "@/lib/entitlements/types";
import type { EntryAuthor } from "@/lib/feeds/types";
import type { SectionBy, SectionSlug } from "./sections";
import type { Direction } from "./types";

/** A picture to register: its key, source address and the words that go with it. */
export type PictureDraft = { hash: string; sourceUrl: string; caption: string; credit: string; alt: string };

/** How far an entry's keys may be trusted when they lead to an article we hold; see `decide-entry.ts`. */
export type DraftIdentity = {
  /** Which key is looked up first: the feed's rule, and the address where the entry has no guid of its own. */
  first: "guid" | "url";
  /** "weak": so short that the feed may count its entries; "none": `guidHash` rests on something else. */
  guid: "strong" | "weak" | "none";
};

/** An entry made ready to store: every column decided, nothing looked up yet. */
export type ArticleDraft = {
  publisherId: number;
  guid: string;
  guidHash: string;
  url: string;
  urlHash: string;
  identity: DraftIdentity;
  slug: { plain: string; unique: string };
  headline: string;
  standfirst: string;
  leadIn: string;
  byline: string;
  section: SectionSlug;
  /** Who named the section. */
  sectionBy: SectionBy;
  categories: string[];
  language: string;
  direction: Direction;
  access: Access;
  wordCount: number;
  contentHash: string;
  /** The text to keep; null where the feed has none or the licence does not let us. */
  body: SafeHtmlBytes | null;
  /** Whether its full text is to be fetched from the article's page: the contract allows and the feed carries none. */
  wantsFullText: boolean;
  publishedAt: Date;
  /** The publication date as the feed states it; null where it states none that can be believed. */
  statedAt: Date | null;
  updatedAt: Date | null;
  authors: EntryAuthor[];
  /** In reading order; the first leads. */
  pictures: PictureDraft[];
  /** Further pictures that the text itself shows. */
  bodyMedia: { hash: string; sourceUrl: string }[];
};
