import type { SafeHtml } from "@/lib/core/safe-html";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import type { SectionSlug } from "./sections";

export type Direction = "ltr" | "rtl";
export type Access = "open" | "registered" | "paid";

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
  /** The live answer of `may-read` for this viewer. */
  isLocked: boolean;
};

export type AuthorCredit = { slug: string; name: string; role: string | null };

/** Why the text stops, which chooses the wall's words. */
export type WallReason = "sign-up" | "membership";

/** The text of an article as far as this viewer may read it. */
export type ArticleText =
  | { kind: "full"; html: SafeHtml }
  | { kind: "walled"; leadIn: string[]; reason: WallReason }
  /** We hold no more than the summary: no wall, the original is the way on. */
  | { kind: "summary"; paragraphs: string[] };

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
  categories: string[];
  text: ArticleText;
};

/** A page of cards and the keyset cursor of the next, older one. */
export type CardPage = { cards: ArticleCard[]; olderCursor: string | null };
