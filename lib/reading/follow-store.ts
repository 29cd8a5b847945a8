import { type Conn, db } from "@/lib/platform/db";
import type { Followed, FollowKind } from "./types";

/** No reader follows more than this: it bounds what a front page costs. */
export const followsMax = 500;

/** What a reader follows, newest first. */
export function listFollows(userId: string, conn: Conn = db): Promise<Followed[]> {
  return conn.$queryRaw<Followed[]>`
    SELECT kind, target, followed_at AS "followedAt" FROM follow
    WHERE user_id = ${userId} ORDER BY followed_at DESC, kind, target LIMIT ${followsMax}`;
}

/** Follows or stops following. @returns false where the reader follows too much already */
export async function setFollow(
  follow: { userId: string; kind: FollowKind; target: string; isOn: boolean },
  now: Date,
  conn: Conn = db,
): Promise<boolean> {
  const { userId, kind, target } = follow;
  if (!follow.isOn) {
    await conn.follow.deleteMany({ where: { userId, kind, target } });
    return true;
  }
  const kept = await conn.$executeRaw`
    INSERT INTO follow (user_id, kind, target, followed_at)
    SELECT ${userId}, ${kind}, ${target}, ${now} WHERE (SELECT count(*) FROM follow WHERE user_id = ${userId}) < ${followsMax}
    ON CONFLICT (user_id, kind, target) DO UPDATE SET kind = excluded.kind`;
  return kept > 0;
}
