import type { SafeHtml } from "@/lib/core/safe-html";
import type { GrantReason, RefusalReason } from "@/lib/entitlements/may-read";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { SectionSlug } from "./sections";

export type Direction = "ltr" | "rtl";

/** A picture we serve: `/media/{hash}/{width}`. Width and height are unknown until it has been fetched. */
export type Picture = {
  hash: string;
  width: number | null;
  height: number | null;
  /** Placeholder colour #rrggbb. */
  colour: string | null;
  alt: string;
  caption: string;
  credit: string;
};

/** Everything a card needs and nothing gated. Instants are ISO 8601 in UTC. */
export type ArticleCard = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  byline: string;
  section: SectionSlug;
  language: string;
  direction: Direction;
  publishedAt: string;
  updatedAt: string | null;
  readingMinutes: number;
  publisher: PublisherMark;
  picture: Picture | null;
  /** Other titles on the same story. */
  moreTitles: number;
  /** Where the whole story stands; null for an article without one. */
  storySlug: string | null;
  /** The live answer of `may-read` for this viewer: `free` is said to whoever does not read everything, `meter` costs one of the month's free articles. */
  lock: CardLock;
  /** What a signed-in reader has done with its story, and where each card's own page of reasons and choices is; absent on kept pages. */
  mine?: CardMine;
};

/** `changed`: read, and materially revised since. */
export type CardMine = { state: "unread" | "read" | "changed"; isSaved: boolean; whyUrl: string };

export type AuthorCredit = { slug: string; name: string; role: string | null };

export type CardLock = "free" | "open" | "meter" | "locked";

/** Why the text stops, which chooses the wall's words. */
export type WallReason = Exclude<RefusalReason, "embargo" | "taken-down">;

/** The text of an article as far as this viewer may read it. */
export type ArticleText =
  | { kind: "full"; html: SafeHtml; by: GrantReason }
  | { kind: "walled"; leadIn: string[]; reason: WallReason }
  /** We hold no more than the summary: no wall, the original is the way on. */
  | { kind: "summary"; paragraphs: string[] }
  /** Withdrawn at its publisher's request: nothing of it is shown. */
  | { kind: "withdrawn"; at: string };

/** What the desk says was wrong with an article as we showed it. `at` is ISO 8601 in UTC. */
export type Correction = { words: string; at: string };

/** How often an article changed in more than its typography, and its headline among that. */
export type ArticleHistory = { headlineChanges: number; materialChanges: number };

export type ArticleView = {
  card: ArticleCard;
  authors: AuthorCredit[];
  pictures: Picture[];
  originalUrl: string;
  publisher: PublisherMark & { homeUrl: string; country: string; licence: "partner" | "feed" | "headline" };
  /** Robots and canonical policy of the publisher. */
  indexing: "self" | "noindex_news" | "noindex" | "canonical_to_source";
  isFree: boolean;
  wordCount: number;
  revisionCount: number;
  history: ArticleHistory;
  categories: string[];
  correction: Correction | null;
  /** Where only staff and the title itself see it as yet: until then. */
  embargoUntil: string | null;
  text: ArticleText;
};

/** A page of cards and the keyset cursor of the next, older one. */
export type CardPage = { cards: ArticleCard[]; olderCursor: string | null };
