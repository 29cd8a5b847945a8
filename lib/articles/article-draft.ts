import type { SafeHtml } from "@/lib/core/safe-html";
import type { EntryAuthor } from "@/lib/feeds/types";
import type { SectionSlug } from "./sections";
import type { Access, Direction } from "./types";

/** A picture to register: its key, source address and the words that go with it. */
export type PictureDraft = { hash: string; sourceUrl: string; caption: string; credit: string; alt: string };

/** An entry made ready to store: every column decided, nothing looked up yet. */
export type ArticleDraft = {
  publisherId: number;
  guid: string;
  guidHash: string;
  url: string;
  urlHash: string;
  slug: { plain: string; unique: string };
  headline: string;
  standfirst: string;
  leadIn: string;
  byline: string;
  section: SectionSlug;
  /** False where the section was guessed from a general feed. */
  isSectionStated: boolean;
  categories: string[];
  language: string;
  direction: Direction;
  access: Access;
  wordCount: number;
  contentHash: string;
  /** The text to keep; null where the feed has none or the licence does not let us. */
  html: SafeHtml | null;
  publishedAt: Date;
  updatedAt: Date | null;
  authors: EntryAuthor[];
  /** In reading order; the first leads. */
  pictures: PictureDraft[];
  /** Further pictures that the text itself shows. */
  bodyMedia: { hash: string; sourceUrl: string }[];
};
