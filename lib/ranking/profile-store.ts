import { type Conn, db } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import type { FollowKind } from "@/lib/reading/types";
import type { LearnedWeights } from "./engine/learn-weights";
import type { ProfileWeight } from "./engine/weigh-profile";
import { splitFacet } from "./plan-candidates";
import type { Facet, FacetKind } from "./types";

/** All that an order is made of besides the stories: likings, and follows, newest first. */
export type ReaderProfile = { weights: [Facet, ProfileWeight][]; follows: { kind: FollowKind; target: string }[] };

/** A profile says no more than this of a reader: it bounds what an order costs. */
const weightsMax = 500;
const followsMax = 500;

/** A reader's likings and follows, by one query. */
export async function readProfile(userId: string, conn: Conn = db): Promise<ReaderProfile> {
  const rows = await conn.$queryRaw<ReaderProfile[]>`/* keep profile */
    SELECT COALESCE((SELECT json_agg(json_build_array(w.kind || ':' || w.target, json_build_object('learned', w.learned,
        'learnedAtMs', (date_part('epoch', w.learned_at) * 1000)::bigint, 'chosen', w.chosen)))
      FROM (SELECT * FROM reader_weight WHERE user_id = ${userId} ORDER BY kind, target LIMIT ${2 * weightsMax}) w), '[]') AS weights,
      COALESCE((SELECT json_agg(json_build_object('kind', f.kind, 'target', f.target) ORDER BY f.followed_at DESC, f.kind, f.target)
      FROM (SELECT * FROM follow WHERE user_id = ${userId} LIMIT ${followsMax}) f), '[]') AS follows`;
  return rows[0] ?? { weights: [], follows: [] };
}

/** Keeps what reading taught; the reader's own words stay, and what has come to nothing without one goes. */
export async function keepLearned(userId: string, learned: LearnedWeights, conn: Conn = db): Promise<void> {
  const rows = [...learned].map(([facet, { learned: weight, learnedAtMs }]) => ({
    ...splitFacet(facet),
    weight,
    at: new Date(learnedAtMs),
  }));
  await conn.$executeRaw`
    DELETE FROM reader_weight w WHERE w.user_id = ${userId} AND w.chosen IS NULL AND (w.kind || ':' || w.target) <> ALL (${[...learned.keys()]}::text[])`;
  if (rows.length === 0) return;
  await conn.$executeRaw`
    INSERT INTO reader_weight (user_id, kind, target, learned, learned_at)
    SELECT ${userId}, r.kind, r.target, r.weight, r.at
    FROM json_to_recordset(${toJsonRows(rows)}::json) AS r(kind text, target text, weight float8, at timestamptz)
    ORDER BY abs(r.weight) DESC, r.kind, r.target LIMIT ${weightsMax}
    ON CONFLICT (user_id, kind, target) DO UPDATE SET learned = excluded.learned, learned_at = excluded.learned_at`;
}

/** Sets the reader's own word on one facet; null takes it back, and what reading taught counts again. */
export async function setChosen(
  userId: string,
  { kind, target }: { kind: FacetKind; target: string },
  chosen: number | null,
  now: Date,
  conn: Conn = db,
): Promise<void> {
  await conn.$executeRaw`
    INSERT INTO reader_weight (user_id, kind, target, learned, learned_at, chosen)
    SELECT ${userId}, ${kind}, ${target}, 0, ${now}, ${chosen}::float8 WHERE (SELECT count(*) FROM reader_weight WHERE user_id = ${userId}) < ${2 * weightsMax}
    ON CONFLICT (user_id, kind, target) DO UPDATE SET chosen = excluded.chosen`;
}

/** Forgets one facet whole, or all of them. @returns how many */
export async function forgetWeights(userId: string, which: { kind: FacetKind; target: string } | "all", conn: Conn = db): Promise<number> {
  const { count } = await conn.readerWeight.deleteMany({ where: which === "all" ? { userId } : { userId, ...which } });
  return count;
}
