import { type Conn, inTransaction } from "@/lib/platform/db";
import { findLatestSeq } from "./assign-store";
import type { EngineMember } from "./engine/types";
import { lockStories } from "./lock-store";

const memberPortion = 100;

/**
 * The latest assignment such that none of this language can still come to light before it: an assignment under way
 * holds the language's lock. What an engine knows that was read after this is complete up to here.
 */
export function findSettledSeq(language: string): Promise<number> {
  return inTransaction(async (tx) => {
    await lockStories(language, tx);
    return findLatestSeq(tx);
  });
}

/**
 * Assigned articles of a span of time, the newest `take` of them, as an engine is warmed, in portions: 100,000 at once
 * with their terms would take more memory than the engine itself. Order: as they were assigned.
 */
export async function* readMembers(
  language: string,
  span: { from: Date; until: Date; take: number },
  conn: Conn,
): AsyncGenerator<EngineMember[]> {
  const [found] = await conn.$queryRaw<{ ids: number[] }[]>`
    SELECT COALESCE(array_agg(a.id ORDER BY a.story_seq NULLS FIRST, a.published_at, a.id), '{}') AS ids
    FROM (SELECT x.id, x.story_seq, x.published_at FROM article x
      WHERE x.published_at BETWEEN ${span.from} AND ${span.until} AND x.story_id IS NOT NULL
        AND lower(split_part(x.language, '-', 1)) = ${language}
      ORDER BY x.published_at DESC, x.id DESC LIMIT ${span.take}) a`;
  yield* readByIds(found?.ids ?? [], conn);
}

/** Whether any assigned article was published after that. */
export async function hasMembersAfter(language: string, after: Date, conn: Conn): Promise<boolean> {
  const rows = await conn.$queryRaw<{ id: number }[]>`
    SELECT id FROM article WHERE published_at > ${after} AND story_id IS NOT NULL AND lower(split_part(language, '-', 1)) = ${language}
    ORDER BY published_at DESC, id DESC LIMIT 1`;
  return rows.length > 0;
}

/** What others assigned, or moved, since an engine last looked, at most `take`. Order: as they were assigned. */
export async function listIdsSince(language: string, seqAfter: number, take: number, conn: Conn): Promise<number[]> {
  const rows = await conn.$queryRaw<{ id: number }[]>`
    SELECT a.id FROM article a
    WHERE a.story_seq > ${seqAfter} AND a.story_id IS NOT NULL AND lower(split_part(a.language, '-', 1)) = ${language}
    ORDER BY a.story_seq, a.published_at, a.id LIMIT ${take}`;
  return rows.map((row) => row.id);
}

type MemberJson = Omit<EngineMember, "signature"> & { signature: string | null };

/**
 * Articles in this order, as far as they still have a story, in portions. One text for each: a hundred terms an article
 * are read by V8 at once, where the driver would read them one by one.
 */
export async function* readByIds(ids: readonly number[], conn: Conn): AsyncGenerator<EngineMember[]> {
  for (let from = 0; from < ids.length; from += memberPortion) {
    const [answer] = await conn.$queryRaw<{ members: string }[]>`
      SELECT COALESCE(json_agg(json_build_object('id', a.id, 'storyKey', a.story_id, 'headline', a.headline, 'terms', COALESCE(a.terms, '{}'),
        'weights', COALESCE(a.term_weights, '{}'), 'copyOfId', a.copy_of_id, 'signature', encode(a.signature, 'hex'),
        'publisher', a.publisher_id::text, 'publishedAtMs', floor(extract(epoch FROM a.published_at) * 1000)) ORDER BY wanted.place), '[]')::text AS members
      FROM article a JOIN unnest(${ids.slice(from, from + memberPortion)}::int[]) WITH ORDINALITY AS wanted(id, place) ON wanted.id = a.id
      WHERE a.story_id IS NOT NULL`;
    const members: MemberJson[] = JSON.parse(answer?.members ?? "[]");
    yield members.map(({ signature, ...member }) => ({ ...member, signature: signature === null ? null : Buffer.from(signature, "hex") }));
  }
}
