import { listActsOn } from "@/lib/articles/desk-acts-store";
import { type Conn, db } from "@/lib/platform/db";
import type { DeskStory, DeskTelling } from "./desk-types";

const tellingsMax = 200;
const apartMax = 50;

type StoryRow = Omit<DeskStory, "liveUntil" | "firstAt" | "lastAt" | "tellings" | "apart" | "acts"> & {
  liveUntil: Date | null;
  firstAt: Date;
  lastAt: Date;
  movedTo: string | null;
};

/** A story as the desk sees it; where another absorbed it, the address of that one; null where there is none. */
export async function findDeskStory(slug: string, conn: Conn = db): Promise<DeskStory | { movedTo: string } | null> {
  const [row] = await conn.$queryRaw<StoryRow[]>`
    SELECT s.id, s.slug, COALESCE(s.desk_headline, a.headline, s.slug) AS headline, s.desk_headline AS "deskHeadline",
      s.headline_reason AS "headlineReason", s.desk_lead_id AS "deskLeadId", s.lead_article_id AS "leadArticleId", s.live_until AS "liveUntil",
      s.language, s.section, s.article_count AS "articleCount", s.publisher_count AS "publisherCount", s.first_at AS "firstAt",
      s.last_at AS "lastAt", s.score, t.slug AS "movedTo"
    FROM story s LEFT JOIN story t ON t.id = s.merged_into_id
    LEFT JOIN article a ON a.id = COALESCE(s.headline_article_id, s.lead_article_id) WHERE s.slug = ${slug}`;
  if (!row) return null;
  const { movedTo, ...story } = row;
  if (movedTo !== null) return { movedTo };
  const [tellings, apart, acts] = await Promise.all([
    listTellings(story.id, conn),
    listApart(story.id, conn),
    listActsOn("story", String(story.id), conn),
  ]);
  return {
    ...story,
    liveUntil: story.liveUntil?.toISOString() ?? null,
    firstAt: story.firstAt.toISOString(),
    lastAt: story.lastAt.toISOString(),
    tellings,
    apart,
    acts,
  };
}

/** Every article of a story, whatever its state. Order: publishedAt desc, id desc; at most 200. */
async function listTellings(storyId: number, conn: Conn): Promise<DeskTelling[]> {
  const rows = await conn.$queryRaw<(Omit<DeskTelling, "publishedAt"> & { publishedAt: Date })[]>`
    SELECT a.id, a.slug, a.headline, p.name AS "publisherName", p.country::text AS country, a.published_at AS "publishedAt",
      a.word_count AS "wordCount", a.story_score AS score, a.copy_of_id IS NOT NULL AS "isCopy",
      EXISTS (SELECT 1 FROM held_article h WHERE h.article_id = a.id) AS "isHeld",
      CASE WHEN a.taken_down_at IS NOT NULL THEN 'withdrawn' WHEN a.hidden_at IS NOT NULL THEN 'hidden'
        WHEN a.embargo_until > now() THEN 'embargo' ELSE 'listed' END AS state
    FROM article a JOIN publisher p ON p.id = a.publisher_id
    WHERE a.story_id = ${storyId} ORDER BY a.published_at DESC, a.id DESC LIMIT ${tellingsMax}`;
  return rows.map(({ publishedAt, ...row }) => ({ ...row, publishedAt: publishedAt.toISOString() }));
}

function listApart(storyId: number, conn: Conn): Promise<{ slug: string; headline: string }[]> {
  return conn.$queryRaw`
    SELECT s.slug, COALESCE(s.desk_headline, a.headline, s.slug) AS headline FROM story_apart o
    JOIN story s ON s.id = CASE WHEN o.first_id = ${storyId} THEN o.second_id ELSE o.first_id END AND s.merged_into_id IS NULL
    LEFT JOIN article a ON a.id = COALESCE(s.headline_article_id, s.lead_article_id)
    WHERE o.first_id = ${storyId} OR o.second_id = ${storyId} ORDER BY o.said_at DESC, s.id LIMIT ${apartMax}`;
}
