import type { Access, ReadableArticle } from "@/lib/entitlements/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { type CardAlternate, readAlternates } from "./card-alternate";
import { readingMinutes } from "./count-words";
import type { SectionSlug } from "./sections";
import type { ArticleCard, Direction, Picture } from "./types";

/** A card before anyone is asked about: with what `mayRead` needs in place of its answer. */
export type CardRow = Omit<ArticleCard, "lock"> & {
  policy: ReadableArticle;
  storyId: number | null;
  /** Articles of the same story whose policy differs from the lead's, best first. */
  alternates: readonly CardAlternate[];
};

/** A keyset page of card rows; `olderCursor` is null on the last page. */
export type CardRowPage = { rows: CardRow[]; olderCursor: string | null };

/** The columns that `selectCards` reads, as Postgres hands them over. */
export type CardRecord = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  byline: string;
  section: string;
  language: string;
  direction: string;
  access: Access;
  wordCount: number;
  publishedAt: Date;
  updatedAt: Date | null;
  storyId: number | null;
  publisherSlug: string;
  publisherName: string;
  initials: string;
  colour: string;
  isSample: boolean;
  logoHash: string | null;
  licence: "partner" | "feed" | "headline";
  publisherId: number;
  embargoUntil: Date | null;
  takenDownAt: Date | null;
  mediaHash: string | null;
  mediaWidth: number | null;
  mediaHeight: number | null;
  mediaColour: string | null;
  alt: string | null;
  caption: string | null;
  credit: string | null;
  publisherCount: number | null;
  storySlug: string | null;
  alternates: unknown;
};

/** Shapes one record as a card row; instants become ISO 8601 in UTC. */
export function toCardRow(record: CardRecord): CardRow {
  return {
    id: record.id,
    slug: record.slug,
    headline: record.headline,
    standfirst: record.standfirst,
    byline: record.byline,
    section: record.section as SectionSlug,
    language: record.language,
    direction: record.direction as Direction,
    publishedAt: record.publishedAt.toISOString(),
    updatedAt: record.updatedAt?.toISOString() ?? null,
    readingMinutes: readingMinutes(record.wordCount, record.language),
    publisher: publisherMark(record),
    picture: cardPicture(record),
    moreTitles: Math.max(0, (record.publisherCount ?? 1) - 1),
    storySlug: record.storySlug,
    policy: readPolicy(record),
    storyId: record.storyId,
    alternates: readAlternates(record.alternates),
  };
}

const readPolicy = ({ id, publisherId, access, licence, embargoUntil, takenDownAt }: CardRecord): ReadableArticle => ({
  id,
  publisherId,
  access,
  licence,
  embargoUntil,
  takenDownAt,
});

function publisherMark(record: CardRecord): PublisherMark {
  return {
    slug: record.publisherSlug,
    name: record.publisherName,
    initials: record.initials,
    colour: record.colour,
    isSample: record.isSample,
    ...(record.logoHash !== null && { logoHash: record.logoHash }),
  };
}

function cardPicture(record: CardRecord): Picture | null {
  if (!record.mediaHash) return null;
  return {
    hash: record.mediaHash,
    width: record.mediaWidth,
    height: record.mediaHeight,
    colour: record.mediaColour,
    alt: record.alt ?? "",
    caption: record.caption ?? "",
    credit: record.credit ?? "",
  };
}
