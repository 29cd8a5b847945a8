import { type Conn, db } from "@/lib/platform/db";
import type { ReplacedVersion } from "./list-changes";

/** Replaced versions that are read at most: an article that changes more often is a live page. */
const versionsMax = 60;

/**
 * The versions of an article that were replaced, by number, at most the 60 newest.
 *
 * @param after only those of a higher number: what changed since a reading
 */
export async function listReplacedVersions(articleId: number, after: number, conn: Conn = db): Promise<ReplacedVersion[]> {
  const rows = await conn.$queryRaw<ReplacedVersion[]>`
    SELECT number, kind, headline, standfirst, seen_at AS "seenAt", note FROM revision
    WHERE article_id = ${articleId} AND number > ${after} ORDER BY number DESC LIMIT ${versionsMax}`;
  return rows.reverse();
}
