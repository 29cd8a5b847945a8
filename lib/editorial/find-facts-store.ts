import type { SectionSlug } from "@/lib/articles/sections";
import type { Direction } from "@/lib/articles/types";
import { addMs, hourMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { regionTable } from "./find-regions";
import { type FoundArticle, growthHours } from "./find-types";

type Row = Omit<FoundArticle, "story" | "publishedAt" | "section" | "direction"> & {
  section: string;
  direction: string;
  publishedAt: Date;
  storySlug: string | null;
  articleCount: number | null;
  titleCount: number | null;
  regions: string[];
  growth: number;
};

/** The numbers of these articles, in the order asked for. At most as many as a page has. */
export async function listFoundFacts(ids: readonly number[], now: Date, conn: Conn = db): Promise<FoundArticle[]> {
  const { countries, regions } = regionTable;
  const rows = await conn.$queryRaw<Row[]>`
    SELECT a.id, a.slug, a.headline, a.standfirst, a.language, a.direction, a.section, p.name AS "publisherName", a.published_at AS "publishedAt",
      a.word_count AS "wordCount", a.access::text AS access,
      CASE WHEN a.taken_down_at IS NOT NULL THEN 'withdrawn' WHEN a.hidden_at IS NOT NULL THEN 'hidden'
        WHEN a.embargo_until > ${now} THEN 'embargo' ELSE 'listed' END AS state,
      EXISTS (SELECT 1 FROM pick k WHERE k.article_id = a.id AND k.starts_at <= ${now} AND (k.ends_at IS NULL OR k.ends_at > ${now})) AS "isPicked",
      s.slug AS "storySlug", s.article_count AS "articleCount", s.publisher_count AS "titleCount",
      ARRAY(SELECT DISTINCT COALESCE(r.region, q.country) FROM article x JOIN publisher q ON q.id = x.publisher_id
        LEFT JOIN unnest(${countries}::text[], ${regions}::text[]) AS r(country, region) ON r.country = q.country
        WHERE x.story_id = s.id ORDER BY 1 LIMIT 8) AS regions,
      (SELECT count(*)::int FROM (SELECT x.publisher_id FROM article x WHERE x.story_id = s.id GROUP BY x.publisher_id
        HAVING min(x.published_at) > ${addMs(now, -growthHours * hourMs)}) t) AS growth,
      reads.readers, reads.finished, (SELECT count(*)::int FROM saved_article v WHERE v.article_id = a.id) AS saves,
      COALESCE((SELECT sum(g.opens)::int FROM gift_link g WHERE g.article_id = a.id), 0) AS gifts
    FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS wanted(id, place) JOIN article a ON a.id = wanted.id
    JOIN publisher p ON p.id = a.publisher_id LEFT JOIN story s ON s.id = a.story_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS readers, count(*) FILTER (WHERE r.depth >= 90)::int AS finished
      FROM article_read r WHERE r.article_id = a.id) reads
    ORDER BY wanted.place`;
  return rows.map(({ storySlug, articleCount, titleCount, regions: told, growth, publishedAt, section, direction, ...row }) => ({
    ...row,
    section: section as SectionSlug,
    direction: direction as Direction,
    publishedAt: publishedAt.toISOString(),
    story:
      storySlug === null ? null : { slug: storySlug, articleCount: articleCount ?? 1, titleCount: titleCount ?? 1, regions: told, growth },
  }));
}
