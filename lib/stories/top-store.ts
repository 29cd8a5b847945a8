import type { CardRow } from "@/lib/articles/card-row";
import { selectCardsWith } from "@/lib/articles/card-store";
import { sections } from "@/lib/articles/sections";
import { type Conn, db, type Tx } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import { arrangeTop, type TopCandidate, type TopList } from "./arrange-top";
import type { ScoreTerms, TopRequest } from "./types";

/** One place in a list of top stories before anyone is asked about; `terms` in points by name. */
export type TopRow = { rank: number; card: CardRow; titleCount: number; score: number; terms: ScoreTerms };

/** Candidates read for an edition, and for each of its sections. */
const candidatesAll = 600;
const candidatesOfSection = 120;

/** The top stories of an edition and section as the refresh last arranged them, each by its lead article. Order: place. At most 40. */
export async function listTopRows({ edition, section, take }: TopRequest, conn: Conn = db): Promise<TopRow[]> {
  const source = Prisma.sql`/* keep top */ (SELECT t.place, t.score AS top_score, t.terms AS top_terms, ts.lead_article_id FROM top_place t
      JOIN story ts ON ts.id = t.story_id WHERE t.edition = ${edition} AND t.section = ${section} ORDER BY t.place LIMIT ${take}) top
    JOIN article a ON a.id = top.lead_article_id`;
  const extra = Prisma.sql`top.top_score AS "topScore", top.top_terms AS "topTerms"`;
  const found = await selectCardsWith<{ topScore: number; topTerms: ScoreTerms }>(extra, source, Prisma.sql`ORDER BY top.place`, conn);
  return found.map(({ row, extra: { topScore, topTerms } }, index) => ({
    rank: index + 1,
    card: row,
    titleCount: row.moreTitles + 1,
    score: topScore,
    terms: topTerms,
  }));
}

/** Editions of a language that have a list: the language itself and those of countries. Order: alphabet. At most 100. */
export async function listEditions(language: string, conn: Conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ edition: string }[]>`
    SELECT edition FROM top_place WHERE (edition = ${language} OR edition LIKE ${`${language}-%`}) AND section = 'all' AND place = 1
    ORDER BY edition LIMIT 100`;
  return rows.map((row) => row.edition);
}

/** Languages with stories since then. Order: alphabet. At most 200. */
export async function listLiveLanguages(since: Date, conn: Conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ language: string }[]>`
    SELECT DISTINCT language FROM story WHERE last_at > ${since} ORDER BY language LIMIT 200`;
  return rows.map((row) => row.language);
}

/** First half of the advisory lock of a language's lists; a number of our own choosing. */
const topLock = 2_006;

/**
 * Arranges the lists of a language anew and replaces, at once, those that changed.
 *
 * @param language primary subtag
 * @returns the lists that show other stories, or the same in another order, than before
 */
export async function refreshTop(language: string, tx: Tx): Promise<{ edition: string; section: string }[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${topLock}::int, hashtext(${language}))`;
  const lists = arrangeTop(language, await listCandidates(language, tx));
  const before = await listStored(language, tx);
  const after = new Map(lists.map((list) => [nameOf(list), list]));
  const gone = [...before.keys()].filter((name) => !after.has(name));
  const written = lists.filter((list) => before.get(nameOf(list))?.content !== contentOf(list));
  await replaceLists([...gone, ...written.map(nameOf)], written, tx);
  const moved = written
    .filter((list) => before.get(nameOf(list))?.order !== orderOf(list))
    .map(({ edition, section }) => ({ edition, section }));
  return [...moved, ...gone.map(readName)];
}

function listCandidates(language: string, tx: Tx): Promise<TopCandidate[]> {
  return tx.$queryRaw<TopCandidate[]>`
    WITH wanted AS (
      (SELECT id FROM story WHERE language = ${language} AND lead_article_id IS NOT NULL ORDER BY score DESC, id DESC LIMIT ${candidatesAll})
      UNION SELECT best.id FROM unnest(${sections.map(({ slug }) => slug)}::text[]) AS named(section) CROSS JOIN LATERAL (
        SELECT id FROM story WHERE language = ${language} AND section = named.section AND lead_article_id IS NOT NULL
        ORDER BY score DESC, id DESC LIMIT ${candidatesOfSection}) best)
    SELECT s.id, s.section, s.score, s.score_terms AS terms, p.slug AS publisher,
      ARRAY(SELECT DISTINCT op.country::text FROM article o JOIN publisher op ON op.id = o.publisher_id AND op.is_active
        WHERE o.story_id = s.id AND o.taken_down_at IS NULL AND o.hidden_at IS NULL) AS countries
    FROM wanted JOIN story s ON s.id = wanted.id JOIN article a ON a.id = s.lead_article_id JOIN publisher p ON p.id = a.publisher_id AND p.is_active
    WHERE s.score_terms IS NOT NULL ORDER BY s.score DESC, s.id DESC`;
}

const nameOf = ({ edition, section }: { edition: string; section: string }): string => `${edition} ${section}`;

function readName(name: string): { edition: string; section: string } {
  const [edition = "", section = ""] = name.split(" ");
  return { edition, section };
}

const orderOf = (list: Pick<TopList, "places">): string => list.places.map(({ id }) => id).join(" ");
/** Scores change with every title that takes a story up, its place seldom. */
const contentOf = (list: Pick<TopList, "places">): string => list.places.map(({ id, score }) => `${id}:${score}`).join(" ");

async function listStored(language: string, tx: Tx): Promise<Map<string, { order: string; content: string }>> {
  const rows = await tx.$queryRaw<{ edition: string; section: string; id: number; score: number }[]>`
    SELECT edition, section, story_id AS id, score FROM top_place WHERE edition = ${language} OR edition LIKE ${`${language}-%`}
    ORDER BY edition, section, place`;
  const lists = Map.groupBy(rows, nameOf);
  return new Map(
    [...lists].map(([name, places]) => [
      name,
      { order: orderOf({ places: asPlaces(places) }), content: contentOf({ places: asPlaces(places) }) },
    ]),
  );
}

const asPlaces = (rows: readonly { id: number; score: number }[]): TopList["places"] =>
  rows.map(({ id, score }) => ({ id, score, terms: null }));

async function replaceLists(names: readonly string[], lists: readonly TopList[], tx: Tx): Promise<void> {
  if (names.length === 0) return;
  const read = names.map(readName);
  await tx.$executeRaw`
    DELETE FROM top_place t USING unnest(${read.map(({ edition }) => edition)}::text[], ${read.map(({ section }) => section)}::text[])
      AS gone(edition, section) WHERE t.edition = gone.edition AND t.section = gone.section`;
  const rows = lists.flatMap(({ edition, section, places }) =>
    places.map(({ id, score, terms }, index) => ({ edition, section, place: index + 1, id, score, terms })),
  );
  await tx.$executeRaw`
    INSERT INTO top_place (edition, section, place, story_id, score, terms)
    SELECT r.edition, r.section, r.place, r.id, r.score, r.terms
    FROM json_to_recordset(${toJsonRows(rows)}::json) AS r(edition text, section text, place int, id int, score float8, terms jsonb)`;
}
