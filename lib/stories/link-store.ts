import type { Conn } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { Prisma } from "@/prisma/generated/client";
import { type KeyWeight, type LinkedFacts, type StoryTie, tieLanguages, tieStories } from "./link-stories";

type Story = { id: number; language: string; terms: string[]; names: string[]; firstAt: Date; lastAt: Date };

/** How far back a story's beginnings are looked for. */
const linkDays = 30;
/** A key that more stories share than this says nothing and would cost much to follow. */
const commonMax = 1_500;
/** A story is looked up by its rarest keys. */
const lookupKeys = 6;
const candidatesMax = 60;
const tiesMax = 12;

/**
 * Finds anew what these stories have to do with others, and keeps what led to what and what is told in other languages.
 *
 * @returns everything found, the merely near too, by the story it was found for; likest first
 */
export async function refreshLinks(storyIds: readonly number[], conn: Conn): Promise<Map<number, StoryTie[]>> {
  if (storyIds.length === 0) return new Map();
  const stories = await conn.$queryRaw<Story[]>`
    SELECT id, language, terms, names, first_at AS "firstAt", last_at AS "lastAt" FROM story
    WHERE id = ANY(${[...storyIds]}::int[]) AND lead_article_id IS NOT NULL ORDER BY id`;
  const byTerms = await countKeys("terms", stories, conn);
  const byNames = await countKeys("names", stories, conn);
  const near = await listSharing("terms", stories, byTerms, conn);
  const foreign = await listSharing("names", stories, byNames, conn);
  const ties = new Map<number, StoryTie[]>();
  for (const story of stories) {
    const own = (keys: string[]): LinkedFacts => ({ ...story, keys });
    ties.set(story.id, [
      ...tieStories(own(story.terms), near.get(story.id) ?? [], weigh(byTerms)).slice(0, tiesMax),
      ...tieLanguages(own(story.names), foreign.get(story.id) ?? [], weigh(byNames)).slice(0, tiesMax),
    ]);
  }
  await writeLinks(
    stories.map(({ id }) => id),
    [...ties.values()].flat(),
    conn,
  );
  return ties;
}

type Counts = { of: Map<string, number>; total: number };
type KeyColumn = "terms" | "names";

const columnOf = (column: KeyColumn): Prisma.Sql => (column === "terms" ? Prisma.sql`s.terms` : Prisma.sql`s.names`);

/** How many stories have each key, up to the number from which on it is common. */
async function countKeys(column: KeyColumn, stories: readonly Story[], conn: Conn): Promise<Counts> {
  const keys = [...new Set(stories.flatMap((story) => story[column]))];
  const rows = await conn.$queryRaw<{ key: string; count: number }[]>`
    SELECT key, (SELECT count(*)::int FROM (SELECT 1 FROM story s WHERE ${columnOf(column)} @> ARRAY[key] LIMIT ${commonMax + 1}) found) AS count
    FROM unnest(${keys}::text[]) AS key`;
  const [size] = await conn.$queryRaw<{ total: number }[]>`
    SELECT greatest(reltuples, 0)::float8 AS total FROM pg_class WHERE oid = 'story'::regclass`;
  return { of: new Map(rows.map(({ key, count }) => [key, count])), total: size?.total ?? 0 };
}

/** Steadies the weights of a young store, where every key is rare. */
const steadyStories = 500;

const weigh =
  ({ of, total }: Counts): KeyWeight =>
  (key) =>
    Math.log((total + steadyStories) / ((of.get(key) ?? 1) + 0.5));

function rarest(keys: readonly string[], { of }: Counts): string[] {
  return keys
    .filter((key) => (of.get(key) ?? 0) <= commonMax)
    .sort((a, b) => (of.get(a) ?? 0) - (of.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, lookupKeys);
}

/**
 * For each of these, stories within a month that share some of its rarest keys: of the same language by terms, of others
 * by names.
 */
async function listSharing(column: KeyColumn, stories: readonly Story[], counts: Counts, conn: Conn): Promise<Map<number, LinkedFacts[]>> {
  const wanted = stories.map((story) => ({
    forId: story.id,
    language: story.language,
    wanted: rarest(story[column], counts),
    ...span(story),
  }));
  const keys = columnOf(column);
  const inLanguage = column === "terms" ? Prisma.sql`s.language = w.language` : Prisma.sql`s.language <> w.language`;
  const rows = await conn.$queryRaw<(LinkedFacts & { forId: number })[]>`
    SELECT w."forId", found.* FROM json_to_recordset(${toJsonRows(wanted)}::json)
      AS w("forId" int, language text, wanted text[], "from" timestamptz, until timestamptz)
    CROSS JOIN LATERAL (SELECT s.id, ${keys} AS keys, s.first_at AS "firstAt", s.last_at AS "lastAt" FROM story s
      WHERE ${keys} && w.wanted AND ${inLanguage} AND s.id <> w."forId" AND s.lead_article_id IS NOT NULL
        AND s.last_at BETWEEN w."from" AND w.until
      ORDER BY cardinality(ARRAY(SELECT unnest(${keys}) INTERSECT SELECT unnest(w.wanted))) DESC, s.last_at DESC, s.id DESC
      LIMIT ${candidatesMax}) found`;
  return Map.groupBy(rows, (row) => row.forId);
}

function span({ firstAt, lastAt }: Story): { from: Date; until: Date } {
  const monthMs = linkDays * 86_400_000;
  return { from: new Date(firstAt.getTime() - monthMs), until: new Date(lastAt.getTime() + monthMs) };
}

/** Replaces what these stories are linked with, both ways. */
async function writeLinks(storyIds: readonly number[], ties: readonly StoryTie[], conn: Conn): Promise<void> {
  const kept = ties.filter(({ kind }) => kind !== "near").flatMap((tie) => [tie, turned(tie)]);
  const once = [...new Map(kept.map((tie) => [`${tie.fromId} ${tie.toId}`, tie])).values()];
  await conn.$executeRaw`DELETE FROM story_link WHERE from_id = ANY(${[...storyIds]}::int[]) OR to_id = ANY(${[...storyIds]}::int[])`;
  if (once.length === 0) return;
  await conn.$executeRaw`
    INSERT INTO story_link (from_id, to_id, kind, score)
    SELECT r."fromId", r."toId", r.kind, r.score FROM json_to_recordset(${toJsonRows(once)}::json)
      AS r("fromId" int, "toId" int, kind text, score float8)
    ON CONFLICT (from_id, to_id) DO UPDATE SET kind = excluded.kind, score = excluded.score`;
}

function turned({ fromId, toId, kind, score }: StoryTie): StoryTie {
  const back = kind === "earlier" ? "later" : kind === "later" ? "earlier" : kind;
  return { fromId: toId, toId: fromId, kind: back, score };
}
