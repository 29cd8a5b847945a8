import { sections } from "@/lib/articles/sections";
import { addMs, dayMs } from "@/lib/core/clock";
import { explore } from "@/lib/ranking/gather-finds";
import type { CandidateRequest } from "@/lib/ranking/plan-candidates";
import type { PrismaClient } from "@/prisma/generated/client";

/** What the house's candidates are compared with: key, article and all that is the reader's. */
export type FoundByStatement = {
  storyId: number | null;
  articleId: number;
  brought: string[] | null;
  isPick: boolean;
  timesShown: number;
};

/** Candidates as one statement finds them, which asks the whole store anew for one reader: slow, and plain to read. */
export async function findByOneStatement(db: PrismaClient, request: CandidateRequest, now: Date): Promise<FoundByStatement[]> {
  const { userId, publishers, topics, authors, stories, languages, editions, seed } = request;
  const since = addMs(now, -4 * dayMs);
  const bySeed: { id: number; place: number }[] = [];
  for (const { slug } of sections)
    for (const language of languages) {
      const best = await db.story.findMany({
        where: { language, section: slug, leadArticleId: { not: null } },
        orderBy: [{ score: "desc" }, { id: "desc" }],
        take: 12,
        select: { id: true },
      });
      const chosen = explore(
        best.map(({ id }) => id),
        seed,
      );
      bySeed.push(...chosen.map((id, index) => ({ id, place: index + 1 })));
    }
  return db.$queryRaw<FoundByStatement[]>`
    WITH found(article_id, story_id, by, is_pick, place) AS (
      SELECT x.id, x.story_id, 'publisher:' || w.id, false, x.place FROM unnest(${publishers}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT a.id, a.story_id, row_number() OVER (ORDER BY a.published_at DESC, a.id DESC) AS place FROM article a
        WHERE a.publisher_id = w.id AND a.published_at > ${since} ORDER BY place LIMIT 6) x
      UNION ALL
      SELECT a.id, a.story_id, 'topic:' || w.id, false, x.place FROM unnest(${topics}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT at.article_id, row_number() OVER (ORDER BY at.published_at DESC, at.article_id DESC) AS place FROM article_topic at
        WHERE at.topic_id = w.id AND at.weight > 0 AND at.published_at > ${since} ORDER BY place LIMIT 6) x JOIN article a ON a.id = x.article_id
      UNION ALL
      SELECT a.id, a.story_id, 'author:' || w.id, false, x.place FROM unnest(${authors}::int[]) AS w(id) CROSS JOIN LATERAL (
        SELECT aa.article_id, row_number() OVER (ORDER BY aa.published_at DESC, aa.article_id DESC) AS place FROM article_author aa
        WHERE aa.author_id = w.id AND aa.published_at > ${since} ORDER BY place LIMIT 4) x JOIN article a ON a.id = x.article_id
      UNION ALL
      SELECT live.lead_article_id, live.id, 'story:' || w.id, false, 1 FROM unnest(${stories}::int[]) AS w(id) JOIN story asked ON asked.id = w.id
        JOIN story live ON live.id = COALESCE(asked.merged_into_id, asked.id) AND live.last_at > ${since}
      UNION ALL
      SELECT x.lead_article_id, x.id, 'section:' || w.slug, false, x.place FROM unnest(${request.sections}::text[]) AS w(slug)
        CROSS JOIN unnest(${languages}::text[]) AS l(language) CROSS JOIN LATERAL (
        SELECT s.id, s.lead_article_id, row_number() OVER (ORDER BY s.score DESC, s.id DESC) AS place FROM story s
        WHERE s.language = l.language AND s.section = w.slug AND s.lead_article_id IS NOT NULL ORDER BY place LIMIT 8) x
      UNION ALL
      SELECT s.lead_article_id, s.id, NULL, false, t.place FROM top_place t JOIN story s ON s.id = t.story_id
        WHERE t.edition = ANY(${editions}::text[]) AND t.section = 'all' AND t.place <= 40
      UNION ALL
      SELECT x.id, x.story_id, NULL, true, 1 FROM pick p JOIN article x ON x.id = p.article_id
        WHERE p.list = 'our-picks' AND p.starts_at <= ${now} AND (p.ends_at IS NULL OR p.ends_at > ${now})
      UNION ALL
      SELECT s.lead_article_id, s.id, NULL, false, w.place
        FROM unnest(${bySeed.map(({ id }) => id)}::int[], ${bySeed.map(({ place }) => place)}::int[]) AS w(id, place) JOIN story s ON s.id = w.id
    ), chosen AS (
      SELECT f.key, array_agg(DISTINCT f.by) FILTER (WHERE f.by IS NOT NULL) AS brought, bool_or(f.is_pick) AS is_pick, min(f.place) AS place
      FROM (SELECT COALESCE(story_id, -article_id) AS key, * FROM found WHERE article_id IS NOT NULL) f
      WHERE NOT EXISTS (SELECT 1 FROM article_read r JOIN article a ON a.id = r.article_id
        WHERE r.user_id = ${userId} AND r.read_at IS NOT NULL AND COALESCE(a.story_id, -a.id) = f.key)
      GROUP BY f.key ORDER BY min(f.place), f.key DESC LIMIT 400
    )
    SELECT s.id AS "storyId", a.id AS "articleId", c.brought, c.is_pick AS "isPick",
      COALESCE((SELECT i.shown FROM impression i WHERE i.user_id = ${userId} AND i.story_id = s.id), 0) AS "timesShown"
    FROM chosen c LEFT JOIN story s ON s.id = c.key JOIN article a ON a.id = CASE WHEN c.key < 0 THEN -c.key ELSE s.lead_article_id END
      JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    WHERE a.taken_down_at IS NULL AND a.hidden_at IS NULL AND (a.embargo_until IS NULL OR a.embargo_until <= now())
    ORDER BY c.place, c.key DESC`;
}
