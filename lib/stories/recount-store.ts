import { type Conn, db } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { countStory, type StoryCount, type StoryMember } from "./count-story";

type Member = StoryMember & { storyId: number; deskLeadId: number | null };

const batchMax = 1_000;
/** Stories whose coverage can still grow; older ones are recounted only when their lead has gone. */
const liveHours = 96;

/**
 * Brings counts, lead and headline, section, score, terms and alternates of these stories up to date with their articles
 * of active publishers. A story left without any keeps its row with no lead and counts of 0. At most 1,000 at once.
 */
export async function recountStories(storyIds: readonly number[], conn: Conn = db): Promise<void> {
  if (storyIds.length === 0) return;
  const members = await listListedMembers(storyIds.slice(0, batchMax), conn);
  const counted = [...Map.groupBy(members, (member) => member.storyId)].flatMap(([id, group]) => {
    const count = countStory(group, group[0]?.deskLeadId);
    return count ? [{ id, count }] : [];
  });
  await writeCounts(counted, conn);
  const known = new Set(counted.map(({ id }) => id));
  await emptyStories(
    storyIds.filter((id) => !known.has(id)),
    conn,
  );
}

/** Articles of these stories that anyone may see listed. */
function listListedMembers(storyIds: readonly number[], conn: Conn): Promise<Member[]> {
  return conn.$queryRaw<Member[]>`
    SELECT a.id, a.story_id AS "storyId", s.desk_lead_id AS "deskLeadId", a.publisher_id AS "publisherId", a.section, a.word_count AS "wordCount", a.headline,
      a.standfirst, left(a.lead_in, 1500) AS "leadIn", a.language, a.access::text AS access, p.licence::text AS licence, a.terms,
      a.copy_of_id AS "copyOfId", a.feed_place AS "feedPlace", a.published_at AS "publishedAt",
      a.lead_media_hash IS NOT NULL AND COALESCE(m.state <> 'failed', true) AS "hasPicture",
      EXISTS (SELECT 1 FROM pick WHERE pick.article_id = a.id) AS "isPicked",
      (SELECT count(*)::int FROM meter_read r WHERE r.article_id = a.id)
        + COALESCE((SELECT sum(opens)::int FROM gift_link g WHERE g.article_id = a.id), 0) AS "readCount"
    FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_active JOIN story s ON s.id = a.story_id
    LEFT JOIN media m ON m.hash = a.lead_media_hash
    WHERE a.taken_down_at IS NULL AND a.hidden_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now()) AND a.story_id = ANY(${[...storyIds]}::int[])
    ORDER BY a.story_id, a.published_at, a.id`;
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

async function writeCounts(counted: readonly { id: number; count: StoryCount }[], conn: Conn): Promise<void> {
  if (counted.length === 0) return;
  const rows = counted.map(({ id, count }) => ({ id, ...count }));
  // Written only where something changed, so that a recount of thousands costs the table nothing.
  await conn.$executeRaw`
    UPDATE story s SET lead_article_id = r.lead, headline_article_id = r.headline, headline_reason = r.reason, first_article_id = r.first,
      section = r.section, article_count = r.articles, publisher_count = r.publishers, first_at = r.first_at, last_at = r.last_at,
      score = r.score, score_terms = r.score_terms, terms = r.terms, names = r.names, alternates = r.alternates
    FROM (SELECT id, "leadArticleId" AS lead, "headlineArticleId" AS headline, "headlineReason" AS reason, "firstArticleId" AS first,
        section, "articleCount" AS articles, "publisherCount" AS publishers, "firstAt" AS first_at, "lastAt" AS last_at, score,
        "scoreTerms" AS score_terms, ARRAY(SELECT jsonb_array_elements_text(terms)) AS terms,
        ARRAY(SELECT jsonb_array_elements_text(names)) AS names, NULLIF(alternates, '[]'::jsonb) AS alternates
      FROM json_to_recordset(${toJsonRows(rows)}::json) AS r(id int, "leadArticleId" int, "headlineArticleId" int, "headlineReason" text,
        "firstArticleId" int, section text, "articleCount" int, "publisherCount" int, "firstAt" timestamptz, "lastAt" timestamptz,
        score float8, "scoreTerms" jsonb, terms jsonb, names jsonb, alternates jsonb)) r
    WHERE s.id = r.id AND (s.lead_article_id, s.headline_article_id, s.headline_reason, s.first_article_id, s.section, s.article_count,
        s.publisher_count, s.first_at, s.last_at, s.score, s.score_terms, s.terms, s.names, s.alternates)
      IS DISTINCT FROM (r.lead, r.headline, r.reason, r.first, r.section, r.articles, r.publishers, r.first_at, r.last_at, r.score,
        r.score_terms, r.terms, r.names, r.alternates)`;
}

async function emptyStories(storyIds: readonly number[], conn: Conn): Promise<void> {
  if (storyIds.length === 0) return;
  await conn.story.updateMany({
    where: { id: { in: [...storyIds] }, leadArticleId: { not: null } },
    data: { leadArticleId: null, headlineArticleId: null, firstArticleId: null, articleCount: 0, publisherCount: 0 },
  });
}
