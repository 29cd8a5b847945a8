import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { FollowRef } from "./follow-types";
import type { Followed, FollowKind } from "./types";

/** No reader follows more than this: it bounds what a front page costs. */
export const followsMax = 500;

/** What a reader follows, newest first. */
export function listFollows(userId: string, conn: Conn = db): Promise<Followed[]> {
  return conn.$queryRaw<Followed[]>`
    SELECT kind, target, followed_at AS "followedAt" FROM follow
    WHERE user_id = ${userId} ORDER BY followed_at DESC, kind, target LIMIT ${followsMax}`;
}

/** Whether a reader follows this, or a topic or story that it has absorbed since. */
export async function isFollowing(userId: string, { kind, target }: FollowRef, conn: Conn = db): Promise<boolean> {
  const rows = await conn.$queryRaw<{ isFollowed: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM follow WHERE user_id = ${userId} AND kind = ${kind} AND (${itself(kind, target)})) AS "isFollowed"`;
  return rows[0]?.isFollowed ?? false;
}

/** Follows or stops following. @returns false where the reader follows too much already */
export async function setFollow(
  follow: { userId: string; kind: FollowKind; target: string; isOn: boolean },
  now: Date,
  conn: Conn = db,
): Promise<boolean> {
  const { userId, kind, target } = follow;
  if (follow.isOn) return (await addFollows(userId, [{ kind, target }], now, conn)) > 0;
  await conn.$executeRaw`DELETE FROM follow WHERE user_id = ${userId} AND kind = ${kind} AND (${itself(kind, target)})`;
  return true;
}

/**
 * Follows all of these, the first first, as far as there is room; what is followed already stays as it was.
 *
 * @returns how many of them are followed now
 */
export function addFollows(userId: string, refs: readonly FollowRef[], now: Date, conn: Conn = db): Promise<number> {
  return conn.$executeRaw`
    INSERT INTO follow (user_id, kind, target, followed_at)
    SELECT ${userId}, r.kind, r.target, ${now} FROM ${refRows(refs)}
    LEFT JOIN follow f ON f.user_id = ${userId} AND f.kind = r.kind AND f.target = r.target
    ORDER BY f.kind IS NULL, r.place LIMIT GREATEST(0, ${followsMax} - (SELECT count(*) FROM follow
      WHERE user_id = ${userId} AND (kind, target) NOT IN (SELECT r.kind, r.target FROM ${refRows(refs)})))
    ON CONFLICT (user_id, kind, target) DO UPDATE SET kind = excluded.kind`;
}

/** Follows as rows `r(kind, target, place)`, in their order. */
export function refRows(refs: readonly FollowRef[]): Prisma.Sql {
  return Prisma.sql`unnest(${refs.map(({ kind }) => kind)}::text[], ${refs.map(({ target }) => target)}::text[]) WITH ORDINALITY AS r(kind, target, place)`;
}

/** Of a topic or a story also those that it absorbed: whoever followed one of them follows this one. */
function itself(kind: FollowKind, target: string): Prisma.Sql {
  if (kind === "topic")
    return Prisma.sql`target = ${target} OR target IN (SELECT id::text FROM topic WHERE merged_into_id = ${Number(target)})`;
  if (kind === "story")
    return Prisma.sql`target = ${target} OR target IN (SELECT id::text FROM story WHERE merged_into_id = ${Number(target)})`;
  return Prisma.sql`target = ${target}`;
}
