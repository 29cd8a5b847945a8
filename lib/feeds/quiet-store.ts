import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { type HourCount, habitDays } from "./judge-quiet";

/** A title as the watch for quiet ones sees it. */
export type WatchedTitle = { id: number; slug: string; name: string; quietToldAt: Date | null; counts: HourCount[] };

type Row = { id: number; slug: string; name: string; quietToldAt: Date | null; hours: number[] | null; entries: number[] | null };

/** Titles that are being read, with the hours in which they spoke in the last 28 days; the next `take` after an id. */
export async function listWatched(afterId: number, take: number, now: Date, conn: Conn = db): Promise<WatchedTitle[]> {
  const since = addMs(now, -habitDays * dayMs);
  const rows = await conn.$queryRaw<Row[]>`
    SELECT p.id, p.slug, p.name, p.quiet_told_at AS "quietToldAt", spoken.hours, spoken.entries
    FROM (SELECT * FROM publisher w WHERE w.id > ${afterId} AND w.is_active AND w.paused_at IS NULL AND w.retired_at IS NULL
        AND EXISTS (SELECT FROM feed f WHERE f.publisher_id = w.id AND f.is_active) ORDER BY w.id LIMIT ${take}) p
    LEFT JOIN LATERAL (
      SELECT array_agg(h.hour ORDER BY h.hour) AS hours, array_agg(h.entries ORDER BY h.hour) AS entries FROM (
        SELECT floor(extract(epoch FROM a.published_at) / 3600)::int AS hour, count(*)::int AS entries FROM article a
        WHERE a.publisher_id = p.id AND a.published_at > ${since} AND a.published_at <= ${now} GROUP BY 1) h) spoken ON true
    ORDER BY p.id`;
  return rows.map(({ hours, entries, ...title }) => ({
    ...title,
    counts: (hours ?? []).map((hour, index) => ({ hour, entries: entries?.[index] ?? 0 })),
  }));
}

/** What is to be written of titles that fell quiet, or speak again; `words` is for the feeds' records. */
export type QuietNews = { id: number; isQuiet: boolean; words: string };

/** Writes down who fell quiet and who speaks again, and asks for one mail to each admin about the former, all or nothing. */
export function settleQuiet(news: readonly QuietNews[], now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    const fallen: number[] = [];
    for (const each of news) if ((await settleOne(each, now, tx)) && each.isQuiet) fallen.push(each.id);
    if (fallen.length === 0) return;
    const admins = await tx.user.findMany({ where: { role: "admin" }, select: { id: true }, take: adminsMax });
    const publisherIds = fallen.slice(0, toldMax);
    for (const { id: userId } of admins) await enqueue({ name: "mail.quiet", data: { userId, publisherIds } }, tx);
  });
}

const adminsMax = 100;
const toldMax = 200;

/** @returns false where it was known already */
async function settleOne({ id, isQuiet, words }: QuietNews, now: Date, tx: Tx): Promise<boolean> {
  const { count } = await tx.publisher.updateMany({
    where: { id, quietToldAt: isQuiet ? null : { not: null } },
    data: { quietToldAt: isQuiet ? now : null },
  });
  if (count === 0) return false;
  await tx.$executeRaw`INSERT INTO feed_event (feed_id, kind, words, at)
    SELECT min(id), ${isQuiet ? "quiet" : "spoke"}, ${words}, ${now} FROM feed WHERE publisher_id = ${id} AND is_active HAVING count(*) > 0`;
  return true;
}

/** Those of these titles that are still quiet, with when each last brought something. */
export function listStillQuiet(ids: readonly number[], conn: Conn = db): Promise<{ slug: string; name: string; lastAt: Date | null }[]> {
  return conn.$queryRaw`
    SELECT p.slug, p.name, (SELECT max(f.last_entry_at) FROM feed f WHERE f.publisher_id = p.id) AS "lastAt" FROM publisher p
    WHERE p.id = ANY(${[...ids]}::int[]) AND p.quiet_told_at IS NOT NULL ORDER BY p.name`;
}
