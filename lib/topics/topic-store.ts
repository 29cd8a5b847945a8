import type { CardRowPage } from "@/lib/articles/card-row";
import { selectCards } from "@/lib/articles/card-store";
import { decodeCursor, encodeCursor } from "@/lib/articles/cursor";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { TopicEntry, TopicMark } from "./types";

export type FoundTopic = TopicMark & { id: number; articleCount: number; lastAt: Date };

const pageCardsMax = 100;
const entriesMax = 600;
/** Merges are kept flat, so one step is enough; a second is for one that is being written. */
const markColumns = Prisma.sql`t.id, t.slug, t.name, t.kind, t.language`;

/** The topic with this slug, or the one that absorbed it; null where there is none. */
export async function findTopic(slug: string, conn: Conn = db): Promise<FoundTopic | null> {
  const rows = await conn.$queryRaw<FoundTopic[]>`
    SELECT ${markColumns}, t.article_count AS "articleCount", t.last_at AS "lastAt"
    FROM topic asked JOIN topic t ON t.id = COALESCE(asked.merged_into_id, asked.id) WHERE asked.slug = ${slug}`;
  return rows[0] ?? null;
}

/**
 * Articles about a topic newest first, one a story: the newest of each story that is about it. Order: publishedAt desc, id desc.
 */
export async function listTopicCards(
  topicId: number,
  page: { take: number; cursor?: string | null },
  conn: Conn = db,
): Promise<CardRowPage> {
  const take = Math.max(1, Math.min(pageCardsMax, Math.trunc(page.take)));
  const cursor = decodeCursor(page.cursor);
  const older = cursor
    ? Prisma.sql`AND (at.published_at, at.article_id) < (${new Date(cursor.publishedAtMs)}, ${cursor.id})`
    : Prisma.empty;
  const source = Prisma.sql`(SELECT at.article_id, at.published_at FROM article_topic at JOIN article own ON own.id = at.article_id
      AND own.taken_down_at IS NULL AND own.hidden_at IS NULL AND (own.embargo_until IS NULL OR own.embargo_until <= now())
      JOIN publisher op ON op.id = own.publisher_id AND op.is_active
    WHERE at.topic_id = ${topicId} AND at.weight > 0 ${older} AND NOT EXISTS (
      SELECT 1 FROM article twin JOIN article_topic tt ON tt.article_id = twin.id AND tt.topic_id = ${topicId} AND tt.weight > 0
      JOIN publisher tp ON tp.id = twin.publisher_id AND tp.is_active
      WHERE twin.story_id = own.story_id AND twin.taken_down_at IS NULL AND twin.hidden_at IS NULL AND (twin.embargo_until IS NULL OR twin.embargo_until <= now())
        AND (twin.published_at, twin.id) > (own.published_at, own.id))
    ORDER BY at.published_at DESC, at.article_id DESC LIMIT ${take + 1}) tied JOIN article a ON a.id = tied.article_id`;
  const rows = await selectCards(source, Prisma.sql`ORDER BY tied.published_at DESC, a.id DESC`, conn);
  const shown = rows.slice(0, take);
  const last = shown.at(-1);
  const hasOlder = rows.length > take && last !== undefined;
  return { rows: shown, olderCursor: hasOlder ? encodeCursor({ publishedAtMs: Date.parse(last.publishedAt), id: last.id }) : null };
}

/** A language's topics that articles of the last 14 days are about. Order: most articles first, then the newer; at most 600. */
export async function listTopics(language: string, conn: Conn = db): Promise<(TopicEntry & { id: number })[]> {
  return conn.$queryRaw<(TopicEntry & { id: number })[]>`
    SELECT ${markColumns}, t.article_count AS "articleCount" FROM topic t
    WHERE t.language = ${language} AND t.merged_into_id IS NULL AND t.article_count > 0
    ORDER BY t.article_count DESC, t.id DESC LIMIT ${entriesMax}`;
}

/** What an article is about, weightiest first. Order: weight desc, id; at most `take`. */
export async function listTopicsOf(articleId: number, take: number, conn: Conn = db): Promise<(TopicMark & { id: number })[]> {
  return conn.$queryRaw<(TopicMark & { id: number })[]>`
    SELECT ${markColumns} FROM article_topic at JOIN topic t ON t.id = at.topic_id AND t.merged_into_id IS NULL
    WHERE at.article_id = ${articleId} AND at.weight > 0 ORDER BY at.weight DESC, t.id LIMIT ${Math.min(20, take)}`;
}
