import { type Conn, db } from "@/lib/platform/db";
import { chooseLead, type LeadCandidate } from "./choose-lead";
import { scoreStory } from "./score-story";

type Member = LeadCandidate & { storyId: number; publisherId: number; section: string; isPicked: boolean };

type StoryRow = {
  id: number;
  leadArticleId: number | null;
  section: string;
  articleCount: number;
  publisherCount: number;
  firstAt: Date;
  lastAt: Date;
  score: number;
};

const batchMax = 1_000;
/** Stories whose coverage can still grow; older ones are recounted only when their lead has gone. */
const liveHours = 96;

/**
 * Brings counts, lead article, section and score of these stories up to date with their articles of active
 * publishers. A story left without any keeps its row with no lead and counts of 0. At most 1,000 at once.
 */
export async function recountStories(storyIds: readonly number[], conn: Conn = db): Promise<void> {
  if (storyIds.length === 0) return;
  const members = await conn.$queryRaw<Member[]>`
    SELECT a.id, a.story_id AS "storyId", a.publisher_id AS "publisherId", a.section, a.word_count AS "wordCount",
      a.published_at AS "publishedAt", a.lead_media_hash IS NOT NULL AND COALESCE(m.state <> 'failed', true) AS "hasPicture",
      EXISTS (SELECT 1 FROM pick WHERE pick.article_id = a.id) AS "isPicked"
    FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    LEFT JOIN media m ON m.hash = a.lead_media_hash
    WHERE a.taken_down_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now()) AND a.story_id = ANY(${storyIds.slice(0, batchMax)}::int[])`;
  const rows = [...Map.groupBy(members, (member) => member.storyId)].map(([id, group]) => toRow(id, group));
  await writeRows(rows, conn);
  const counted = new Set(rows.map((row) => row.id));
  await emptyStories(
    storyIds.filter((id) => !counted.has(id)),
    conn,
  );
}

/**
 * Recounts every story still live, and any whose lead article's publisher has left or come back.
 *
 * @returns how many stories were recounted
 */
export async function recountLiveStories(now: Date, conn: Conn = db): Promise<number> {
  const since = new Date(now.getTime() - liveHours * 3_600_000);
  let after = 0;
  let total = 0;
  for (;;) {
    const stories = await conn.$queryRaw<{ id: number }[]>`
      SELECT s.id FROM story s LEFT JOIN article a ON a.id = s.lead_article_id LEFT JOIN publisher p ON p.id = a.publisher_id
      WHERE s.id > ${after} AND (s.last_at > ${since} OR p.is_active IS NOT TRUE) ORDER BY s.id LIMIT ${batchMax}`;
    const last = stories.at(-1);
    if (!last) return total;
    await recountStories(
      stories.map((story) => story.id),
      conn,
    );
    total += stories.length;
    after = last.id;
  }
}

function toRow(id: number, members: readonly Member[]): StoryRow {
  const times = members.map((member) => member.publishedAt.getTime());
  const firstAt = new Date(Math.min(...times));
  const publisherCount = new Set(members.map((member) => member.publisherId)).size;
  const pickCount = members.filter((member) => member.isPicked).length;
  const lead = chooseLead(members);
  return {
    id,
    leadArticleId: lead?.id ?? null,
    section: lead?.section ?? "world",
    articleCount: members.length,
    publisherCount,
    firstAt,
    lastAt: new Date(Math.max(...times)),
    score: scoreStory({ publisherCount, pickCount, firstAt }).score,
  };
}

async function writeRows(rows: readonly StoryRow[], conn: Conn): Promise<void> {
  await conn.$executeRaw`
    UPDATE story s SET lead_article_id = r.lead, section = r.section, article_count = r.articles,
      publisher_count = r.publishers, first_at = r.first_at, last_at = r.last_at, score = r.score
    FROM unnest(${rows.map((row) => row.id)}::int[], ${rows.map((row) => row.leadArticleId)}::int[],
      ${rows.map((row) => row.section)}::text[], ${rows.map((row) => row.articleCount)}::int[],
      ${rows.map((row) => row.publisherCount)}::int[], ${rows.map((row) => row.firstAt.toISOString())}::timestamptz[],
      ${rows.map((row) => row.lastAt.toISOString())}::timestamptz[], ${rows.map((row) => row.score)}::float8[])
      AS r(id, lead, section, articles, publishers, first_at, last_at, score)
    WHERE s.id = r.id AND (s.lead_article_id, s.section, s.article_count, s.publisher_count, s.first_at, s.last_at, s.score)
      IS DISTINCT FROM (r.lead, r.section, r.articles, r.publishers, r.first_at, r.last_at, r.score)`;
}

async function emptyStories(storyIds: readonly number[], conn: Conn): Promise<void> {
  if (storyIds.length === 0) return;
  await conn.story.updateMany({
    where: { id: { in: [...storyIds] }, leadArticleId: { not: null } },
    data: { leadArticleId: null, articleCount: 0, publisherCount: 0 },
  });
}
