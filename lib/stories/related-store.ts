import type { CardRow } from "@/lib/articles/card-row";
import { selectCardsWith } from "@/lib/articles/card-store";
import { type Conn, db } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import { composeRelated, type Fellow, type Neighbour } from "./compose-related";
import type { StoryTie } from "./link-stories";
import type { RelatedReason } from "./types";

export type RelatedRow = { row: CardRow; reason: RelatedReason };

/** Newest stories of a section that are offered. */
const sectionTake = 16;
/** Of a story with more articles only the newest get a list made anew: the others have had theirs. */
const fellowsPerStory = 60;

/** What to read after an article, as it was last found. Order: best first. Withdrawn articles and stories told twice are left out. */
export async function listRelatedRows(articleId: number, take: number, conn: Conn = db): Promise<RelatedRow[]> {
  const source = Prisma.sql`/* keep related */ (SELECT wanted.id, wanted.reason, wanted.place FROM related_list l
      CROSS JOIN LATERAL unnest(l.related_ids, l.reasons) WITH ORDINALITY AS wanted(id, reason, place) WHERE l.article_id = ${articleId}) r
    JOIN article a ON a.id = r.id`;
  const found = await selectCardsWith<{ reason: RelatedReason }>(Prisma.sql`r.reason`, source, Prisma.sql`ORDER BY r.place`, conn);
  const stories = new Set<number | null>();
  return found
    .map(({ row, extra }) => ({ row, reason: extra.reason }))
    .filter(({ row, reason }) => {
      const isAgain = row.storyId !== null && stories.has(row.storyId) && reason !== "story";
      stories.add(row.storyId);
      return !isAgain;
    })
    .slice(0, take);
}

type Member = Fellow & { storyId: number; section: string; language: string };

/**
 * Makes the lists of these stories' articles anew.
 *
 * @param ties what each story has to do with others, likest first
 * @returns the articles whose lists were made
 */
export async function refreshRelated(
  storyIds: readonly number[],
  ties: ReadonlyMap<number, StoryTie[]>,
  now: Date,
  conn: Conn,
): Promise<number[]> {
  const members = await listMembers(storyIds, conn);
  const leads = await listLeads([...new Set([...ties.values()].flat().map(({ toId }) => toId))], conn);
  const bySection = await listSectionLeads(members, conn);
  const byStory = Map.groupBy(members, (member) => member.storyId);
  const lists = members.map((member) => {
    const tied = (ties.get(member.storyId) ?? []).flatMap((tie): Neighbour[] => {
      const leadArticleId = leads.get(tie.toId);
      return leadArticleId === undefined || tie.kind === "language" ? [] : [{ storyId: tie.toId, leadArticleId, reason: tie.kind }];
    });
    const newest = bySection.get(`${member.language} ${member.section}`) ?? [];
    return { articleId: member.id, entries: composeRelated(member, byStory.get(member.storyId) ?? [], [...tied, ...newest]) };
  });
  const rows = lists.map(({ articleId, entries }) => ({
    articleId,
    ids: entries.map(({ id }) => id),
    reasons: entries.map(({ reason }) => reason),
  }));
  await conn.$executeRaw`
    INSERT INTO related_list (article_id, related_ids, reasons, made_at)
    SELECT r."articleId", ARRAY(SELECT json_array_elements_text(r.ids)::int), ARRAY(SELECT json_array_elements_text(r.reasons)), ${now}::timestamptz
    FROM json_to_recordset(${toJsonRows(rows)}::json) AS r("articleId" int, ids json, reasons json)
    ON CONFLICT (article_id) DO UPDATE SET related_ids = excluded.related_ids, reasons = excluded.reasons, made_at = excluded.made_at`;
  return members.map(({ id }) => id);
}

/** The newest listed articles of these stories. */
function listMembers(storyIds: readonly number[], conn: Conn): Promise<Member[]> {
  return conn.$queryRaw<Member[]>`
    SELECT a.id, a.story_id AS "storyId", a.publisher_id AS "publisherId", a.section, lower(split_part(a.language, '-', 1)) AS language,
      a.copy_of_id IS NOT NULL AS "isCopy", a.published_at AS "publishedAt"
    FROM unnest(${[...storyIds]}::int[]) AS wanted(id) CROSS JOIN LATERAL (SELECT x.* FROM article x
      JOIN publisher p ON p.id = x.publisher_id AND p.is_active
      WHERE x.story_id = wanted.id AND x.taken_down_at IS NULL AND x.hidden_at IS NULL ORDER BY x.published_at DESC, x.id DESC LIMIT ${fellowsPerStory}) a`;
}

async function listLeads(storyIds: readonly number[], conn: Conn): Promise<Map<number, number>> {
  const rows = await conn.$queryRaw<{ id: number; lead: number }[]>`
    SELECT id, lead_article_id AS lead FROM story WHERE id = ANY(${[...storyIds]}::int[]) AND lead_article_id IS NOT NULL`;
  return new Map(rows.map(({ id, lead }) => [id, lead]));
}

/** The newest stories of each language and section that these articles stand in. */
async function listSectionLeads(members: readonly Member[], conn: Conn): Promise<Map<string, Neighbour[]>> {
  const wanted = [...new Map(members.map(({ language, section }) => [`${language} ${section}`, { language, section }])).values()];
  const rows = await conn.$queryRaw<{ language: string; section: string; storyId: number; leadArticleId: number }[]>`
    SELECT w.language, w.section, newest.* FROM unnest(${wanted.map(({ language }) => language)}::text[], ${wanted.map(({ section }) => section)}::text[])
      AS w(language, section) CROSS JOIN LATERAL (SELECT s.id AS "storyId", s.lead_article_id AS "leadArticleId" FROM story s
        WHERE s.language = w.language AND s.section = w.section AND s.lead_article_id IS NOT NULL
        ORDER BY s.score DESC, s.id DESC LIMIT ${sectionTake}) newest`;
  return Map.groupBy(
    rows.map(({ storyId, leadArticleId, ...place }) => ({ storyId, leadArticleId, reason: "section" as const, ...place })),
    ({ language, section }) => `${language} ${section}`,
  );
}

/** Stories of the last days whose articles still lack a list, or have a short one that newer stories could fill. Order: id. */
export async function listStoriesToRelate(options: { since: Date; madeBefore: Date; take: number }, conn: Conn = db): Promise<number[]> {
  const rows = await conn.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT a.story_id AS id FROM article a LEFT JOIN related_list l ON l.article_id = a.id
    WHERE a.published_at > ${options.since} AND a.story_id IS NOT NULL
      AND (l.article_id IS NULL OR (cardinality(l.related_ids) < 8 AND l.made_at < ${options.madeBefore}))
    ORDER BY 1 LIMIT ${options.take}`;
  return rows.map(({ id }) => id);
}
