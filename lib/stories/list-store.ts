import type { CardRow } from "@/lib/articles/card-row";
import { selectCards } from "@/lib/articles/card-store";
import type { SectionSlug } from "@/lib/articles/sections";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { diversify } from "./diversify";

/** One place in "Top stories right now" before anyone is asked about. */
export type TopStoryRow = { rank: number; card: CardRow; titleCount: number };

const storiesMax = 40;
const relatedMax = 12;
/** Candidates read for each place, so that diversity has something to choose from. */
const candidatesPerPlace = 3;

/**
 * The top stories of an edition by stored score, each by its lead article, at most two of a publisher in the first ten.
 * Order: score desc, id desc. At most 40.
 */
export async function listTopStories(
  options: { take: number; language?: string; section?: SectionSlug },
  conn: Conn = db,
): Promise<TopStoryRow[]> {
  const take = Math.min(storiesMax, options.take);
  const inSection = options.section ? Prisma.sql`AND t.section = ${options.section}` : Prisma.empty;
  const inLanguage = options.language ? Prisma.sql`AND split_part(t.language, '-', 1) = ${options.language}` : Prisma.empty;
  const wanted = Prisma.sql`WHERE true ${inLanguage} ${inSection}`;
  const source = Prisma.sql`(SELECT t.id AS top_id, t.score AS top_score, t.lead_article_id FROM story t ${wanted}
    ORDER BY t.score DESC, t.id DESC LIMIT ${take * candidatesPerPlace}) top JOIN article a ON a.id = top.lead_article_id`;
  const cards = await selectCards(source, Prisma.sql`ORDER BY top.top_score DESC, top.top_id DESC`, conn);
  return diversify(cards, (card) => card.publisher.slug, take).map((card, index) => ({
    rank: index + 1,
    card,
    titleCount: card.moreTitles + 1,
  }));
}

/**
 * Articles to read next: other titles on the same story first, then near stories (one card each) by shared
 * terms, then the newest of the section. Never the article itself, never a story twice. At most 12.
 */
export async function listRelatedCards(articleId: number, take: number, conn: Conn = db): Promise<CardRow[]> {
  const wanted = Math.min(relatedMax, take);
  const same = await listSameStory(articleId, wanted, conn);
  if (same.length >= wanted) return same;
  const near = await listNearStories(articleId, wanted - same.length, conn);
  return [...same, ...near];
}

/** Other titles' articles of the same story. Order: publishedAt desc, id desc; one a publisher. */
function listSameStory(articleId: number, take: number, conn: Conn): Promise<CardRow[]> {
  const source = Prisma.sql`(SELECT * FROM (SELECT DISTINCT ON (o.publisher_id) o.* FROM article self
      JOIN article o ON o.story_id = self.story_id AND o.publisher_id <> self.publisher_id
      JOIN publisher op ON op.id = o.publisher_id AND op.is_active
      WHERE self.id = ${articleId} ORDER BY o.publisher_id, o.published_at DESC, o.id DESC) each_title
    ORDER BY published_at DESC, id DESC LIMIT ${take}) a`;
  return selectCards(source, Prisma.sql`ORDER BY a.published_at DESC, a.id DESC`, conn);
}

/** Days around an article within which a near story may lie. */
const nearDays = 14;
/** The newest articles sharing a term that are weighed; bounds the cost of a common term. */
const nearCandidates = 400;
/** Fewer shared terms than this are chance. */
const sharedTermsMin = 2;

/**
 * Lead articles of other stories of the same language, by number of shared terms, then of the same section.
 * Order: shared terms desc, publishedAt desc, id desc.
 */
function listNearStories(articleId: number, take: number, conn: Conn): Promise<CardRow[]> {
  const source = Prisma.sql`(WITH self AS (SELECT * FROM article WHERE id = ${articleId}),
    by_terms AS (SELECT c.* FROM self, LATERAL (SELECT o.id, o.story_id, o.published_at,
        cardinality(ARRAY(SELECT unnest(o.terms) INTERSECT SELECT unnest(self.terms))) AS shared
      FROM article o LEFT JOIN story os ON os.id = o.story_id
      JOIN publisher op ON op.id = o.publisher_id AND op.is_active
      WHERE o.terms && self.terms AND o.language = self.language AND o.id <> self.id
        AND (os.id IS NULL OR (os.id IS DISTINCT FROM self.story_id AND os.lead_article_id = o.id))
        AND o.published_at > self.published_at - make_interval(days => ${nearDays})
      ORDER BY o.published_at DESC, o.id DESC LIMIT ${nearCandidates}) c WHERE c.shared >= ${sharedTermsMin}),
    by_section AS (SELECT o.id, o.story_id, o.published_at, 0 AS shared FROM self, LATERAL (SELECT o.* FROM article o
      LEFT JOIN story os ON os.id = o.story_id JOIN publisher op ON op.id = o.publisher_id AND op.is_active
      WHERE o.section = self.section AND o.id <> self.id AND split_part(o.language, '-', 1) = split_part(self.language, '-', 1)
        AND (os.id IS NULL OR (os.id IS DISTINCT FROM self.story_id AND os.lead_article_id = o.id))
        AND o.published_at > self.published_at - make_interval(days => ${nearDays})
      ORDER BY o.published_at DESC, o.id DESC LIMIT ${take * 2}) o)
    SELECT DISTINCT ON (id) id AS near_id, shared FROM (SELECT * FROM by_terms UNION ALL SELECT * FROM by_section) every
    ORDER BY id, shared DESC) near JOIN article a ON a.id = near.near_id`;
  const tail = Prisma.sql`ORDER BY near.shared DESC, a.published_at DESC, a.id DESC LIMIT ${take}`;
  return selectCards(source, tail, conn);
}
