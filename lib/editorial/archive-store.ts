import { decodeCursor, encodeCursor } from "@/lib/articles/cursor";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";

/** A pick as it was shown: `endsAt` null or later than now while it still is. */
export type ShownPick = {
  id: number;
  articleId: number;
  edition: string;
  note: string;
  headline: string | null;
  standfirst: string | null;
  editorName: string;
  startsAt: Date;
  endsAt: Date | null;
};

/** A keyset page of what a list has shown, the newest start first; at most 100. `olderCursor` is null on the last page. */
export async function listShownPicks(
  slug: string,
  page: { take: number; cursor: string | null; now: Date },
  conn: Conn = db,
): Promise<{ picks: ShownPick[]; olderCursor: string | null }> {
  const take = Math.max(1, Math.min(100, page.take));
  const cursor = decodeCursor(page.cursor);
  const older = cursor ? Prisma.sql`AND (starts_at, id) < (${new Date(cursor.publishedAtMs)}, ${cursor.id})` : Prisma.empty;
  const rows = await conn.$queryRaw<ShownPick[]>`
    SELECT id, article_id AS "articleId", edition, note, headline, standfirst, editor_name AS "editorName", starts_at AS "startsAt", ends_at AS "endsAt"
    FROM pick WHERE list = ${slug} AND starts_at <= ${page.now} ${older} ORDER BY starts_at DESC, id DESC LIMIT ${take + 1}`;
  const picks = rows.slice(0, take);
  const last = picks.at(-1);
  const hasMore = rows.length > take && last !== undefined;
  return { picks, olderCursor: hasMore ? encodeCursor({ publishedAtMs: last.startsAt.getTime(), id: last.id }) : null };
}
