import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import { type BoardFilter, type BoardRow, boardDays, type DayCount, type FeedNote } from "./board-types";
import { judgeHealth, lateMs } from "./judge-health";
import { failingFrom } from "./judge-poll";

/** Where a page of the board ended: how bad, how many failures, which feed. */
export type BoardPlace = { rank: number; failures: number; id: number };

export type BoardRequest = {
  filter: BoardFilter | null;
  /** Only this title's feeds. */
  publisherId: number | null;
  after: BoardPlace | null;
};

type Row = Omit<BoardRow, "state" | "latenessSec" | "days" | "title"> & {
  rank: number;
  slug: string;
  name: string;
  quietToldAt: Date | null;
  addedBy: "catalogue" | "member";
  leaseUntil: Date | null;
  goneAt: Date | null;
  lastErrorKind: string | null;
  days: DayCount[];
};

const pageRows = 40;
const gapDays = 30;

/** SQL: how bad a feed `f` with its host's hold `h` is; in the order of `judgeHealth`, which names the state. */
const rankOf = (now: Date) => Prisma.sql`CASE
  WHEN f.gone_at IS NOT NULL THEN 0 WHEN f.last_error_kind = 'robots' THEN 1 WHEN f.failure_count >= ${failingFrom} THEN 2
  WHEN h.until > ${now} THEN 3
  WHEN f.next_poll_at < ${addMs(now, -lateMs)} AND (f.lease_until IS NULL OR f.lease_until <= ${now}) THEN 4
  WHEN p.quiet_told_at IS NOT NULL THEN 5 WHEN f.last_polled_at IS NULL THEN 6 ELSE 7 END`;

const filters: Record<BoardFilter, (now: Date) => Prisma.Sql> = {
  gone: (now) => Prisma.sql`${rankOf(now)} <= 1`,
  failing: (now) => Prisma.sql`${rankOf(now)} = 2`,
  held: (now) => Prisma.sql`${rankOf(now)} = 3`,
  late: (now) => Prisma.sql`${rankOf(now)} = 4`,
  quiet: () => Prisma.sql`p.quiet_told_at IS NOT NULL`,
};

/**
 * A page of the feeds that are read, worst first: gone, refused, failing, held, late, quiet, new, healthy; within each the
 * most failures in a row first. At most 40 of the board, 200 of one title.
 *
 * @returns the rows and where the next page begins; null when there is none
 */
export async function listBoard(
  { filter, publisherId, after }: BoardRequest,
  now: Date,
  conn: Conn = db,
): Promise<{ rows: BoardRow[]; next: BoardPlace | null }> {
  const limit = publisherId === null ? pageRows : 200;
  const rank = rankOf(now);
  const rows = await conn.$queryRaw<Row[]>`
    WITH page AS (
      SELECT f.*, ${rank} AS rank, p.slug, p.name, p.quiet_told_at, h.until AS held_until
      FROM feed f JOIN publisher p ON p.id = f.publisher_id AND p.is_active AND p.retired_at IS NULL AND p.paused_at IS NULL
        LEFT JOIN host_hold h ON h.host = split_part(f.url, '/', 3)
      WHERE f.is_active AND ${filter === null ? Prisma.sql`true` : filters[filter](now)}
        AND (${publisherId}::int IS NULL OR f.publisher_id = ${publisherId})
        AND (${after?.id ?? null}::int IS NULL
          OR (${rank}, -f.failure_count, f.id) > (${after?.rank ?? 0}, ${-(after?.failures ?? 0)}, ${after?.id ?? 0}))
      ORDER BY ${rank}, f.failure_count DESC, f.id LIMIT ${limit + 1})
    SELECT g.id, g.url, g.section, g.rank, g.slug, g.name, g.quiet_told_at AS "quietToldAt", g.added_by::text AS "addedBy",
      g.last_polled_at AS "lastPolledAt", g.last_success_at AS "lastSuccessAt", g.last_entry_at AS "lastEntryAt",
      g.next_poll_at AS "nextPollAt", g.interval_sec AS "intervalSec", g.lease_until AS "leaseUntil", g.gone_at AS "goneAt",
      g.held_until AS "heldUntil", g.failure_count AS "failureCount", g.last_error_kind AS "lastErrorKind", g.last_error AS "lastError",
      gap.gaps, gap.last_at AS "lastGapAt", ${daysOf(now)} AS days
    FROM page g LEFT JOIN LATERAL (
      SELECT count(*)::int AS gaps, max(at) AS last_at FROM feed_event e
      WHERE e.feed_id = g.id AND e.kind = 'gap' AND e.at > ${addMs(now, -gapDays * dayMs)}) gap ON true
    ORDER BY g.rank, g.failure_count DESC, g.id`;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => toBoardRow(row, now)),
    next: last ? { rank: last.rank, failures: last.failureCount, id: last.id } : null,
  };
}

/** SQL: the last 14 days of a feed `g` as JSON, the oldest first, a day without anything as zeros. */
const daysOf = (now: Date) => Prisma.sql`(
  SELECT json_agg(json_build_object('day', to_char(d.day, 'YYYY-MM-DD'), 'entries', coalesce(fd.entries, 0),
    'failures', coalesce(fd.failures, 0)) ORDER BY d.day)
  FROM generate_series((${now}::timestamptz AT TIME ZONE 'UTC')::date - ${boardDays - 1}::int,
    (${now}::timestamptz AT TIME ZONE 'UTC')::date, interval '1 day') AS d(day)
  LEFT JOIN feed_day fd ON fd.feed_id = g.id AND fd.day = d.day::date)`;

function toBoardRow(row: Row, now: Date): BoardRow {
  const { slug, name, quietToldAt, rank: _rank, ...feed } = row;
  const { state, latenessSec } = judgeHealth({ ...feed, publisher: slug, articlesADay: 0 }, now);
  const { addedBy: _by, leaseUntil: _lease, goneAt: _gone, lastErrorKind: _kind, ...shown } = feed;
  return { ...shown, title: { slug, name, quietToldAt }, state, latenessSec };
}

/** What happened to a title's feeds lately, the newest first; at most 30. */
export function listFeedNotes(publisherId: number, conn: Conn = db): Promise<(FeedNote & { url: string })[]> {
  return conn.$queryRaw`
    SELECT e.kind, e.words, e.at, f.url FROM feed_event e JOIN feed f ON f.id = e.feed_id
    WHERE f.publisher_id = ${publisherId} ORDER BY e.at DESC, e.id DESC LIMIT 30`;
}
