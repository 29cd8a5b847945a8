import { selectCardsWith } from "@/lib/articles/card-store";
import type { SectionSlug } from "@/lib/articles/sections";
import type { Direction } from "@/lib/articles/types";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { LinkRow, StoredStory, StoryFacts, VersionRow } from "./stored-story";

const versionsMax = 200;
const linksMax = 24;

/** The story with this slug and all that belongs to it; where another absorbed it, the address of that one. */
export async function readStory(slug: string, conn: Conn = db): Promise<StoredStory | { movedTo: string } | null> {
  const found = await findStoryBySlug(slug, conn);
  if (found === null || "movedTo" in found) return found;
  const [versions, links] = await Promise.all([listVersions(found.id, conn), listLinks(found.id, conn)]);
  if (versions.length > 0) return { facts: found, versions, links };
  // Between the two looks another story may have absorbed it: the second tells where it went.
  const again = await findStoryBySlug(slug, conn);
  return again && "movedTo" in again ? again : null;
}

/** The story with this slug; where another absorbed it, the address of that one. */
async function findStoryBySlug(slug: string, conn: Conn): Promise<StoryFacts | { movedTo: string } | null> {
  const rows = await conn.$queryRaw<
    (Omit<StoryFacts, "headlineArticleId"> & { headlineArticleId: number | null; movedTo: string | null })[]
  >`
    SELECT s.id, s.slug, COALESCE(s.headline_article_id, s.lead_article_id) AS "headlineArticleId",
      COALESCE(s.headline_reason, 'it is the only one') AS "headlineReason", COALESCE(s.first_article_id, s.lead_article_id) AS "firstArticleId",
      s.desk_headline AS "deskHeadline", s.live_until AS "liveUntil", s.section, s.language, s.first_at AS "firstAt", s.last_at AS "lastAt", s.article_count AS "articleCount",
      s.publisher_count AS "publisherCount", s.score, s.score_terms AS "scoreTerms", t.slug AS "movedTo"
    FROM story s LEFT JOIN story t ON t.id = s.merged_into_id WHERE s.slug = ${slug}`;
  const [row] = rows;
  if (!row) return null;
  const { movedTo, headlineArticleId, ...facts } = row;
  if (movedTo !== null) return { movedTo };
  return headlineArticleId === null ? null : { ...facts, headlineArticleId };
}

type VersionExtra = Omit<VersionRow, "card" | "publicSentences" | "gatedCount"> & {
  publicSentences: string[] | null;
  gatedCount: number | null;
};

/** Every listed article of a story. Order: publishedAt desc, id desc. At most 200. */
async function listVersions(storyId: number, conn: Conn): Promise<VersionRow[]> {
  const source = Prisma.sql`(SELECT x.* FROM article x WHERE x.story_id = ${storyId} ORDER BY x.published_at DESC, x.id DESC
    LIMIT ${versionsMax}) a LEFT JOIN article_novelty v ON v.article_id = a.id`;
  const extra = Prisma.sql`p.country::text AS country, a.copy_of_id AS "copyOfId", a.revision_count AS "revisionCount",
    v.public_sentences AS "publicSentences", cardinality(v.gated_places) AS "gatedCount", p.lead_in_words AS "leadInWords",
    CASE WHEN p.lead_in_words IS NOT NULL AND cardinality(v.public_sentences) > 0 THEN a.lead_in END AS "leadIn"`;
  const found = await selectCardsWith<VersionExtra>(extra, source, Prisma.sql`ORDER BY a.published_at DESC, a.id DESC`, conn);
  return found.map(({ row, extra: { country, copyOfId, revisionCount, publicSentences, gatedCount, leadIn, leadInWords } }) => ({
    card: row,
    country,
    copyOfId,
    revisionCount,
    publicSentences: publicSentences ?? [],
    gatedCount: gatedCount ?? 0,
    leadIn,
    leadInWords,
  }));
}

type LinkRecord = Omit<LinkRow, "firstAt" | "lastAt" | "subject"> & {
  firstAt: Date;
  lastAt: Date;
  articleId: number;
  publisherId: number;
  storyId: number;
};

/** Stories linked with this one. Order: newest first; other languages by likeness. At most 24. */
async function listLinks(storyId: number, conn: Conn): Promise<LinkRow[]> {
  const rows = await conn.$queryRaw<LinkRecord[]>`
    SELECT l.kind, s.slug, COALESCE(s.desk_headline, a.headline) AS headline, s.language, a.direction, s.publisher_count AS "titleCount", s.first_at AS "firstAt",
      s.last_at AS "lastAt", s.section, a.id AS "articleId", a.publisher_id AS "publisherId", s.id AS "storyId"
    FROM story_link l JOIN story s ON s.id = l.to_id AND s.lead_article_id IS NOT NULL
    JOIN article a ON a.id = COALESCE(s.headline_article_id, s.lead_article_id) AND a.taken_down_at IS NULL AND a.hidden_at IS NULL
      AND (a.embargo_until IS NULL OR a.embargo_until <= now())
    WHERE l.from_id = ${storyId}
    ORDER BY CASE WHEN l.kind = 'language' THEN -l.score ELSE -date_part('epoch', s.first_at) END, s.id LIMIT ${linksMax}`;
  return rows.map(({ articleId, publisherId, storyId: toId, ...row }) => ({
    ...row,
    subject: { id: articleId, publisherId, storyId: toId, language: row.language, texts: [row.headline] },
    section: row.section as SectionSlug,
    direction: row.direction as Direction,
    firstAt: row.firstAt.toISOString(),
    lastAt: row.lastAt.toISOString(),
  }));
}
