import { addMs, dayMs } from "@/lib/core/clock";
import { type FeedRecord, judgeHealth } from "@/lib/feeds/judge-health";
import { type Sql, sql } from "@/lib/platform/sql";
import type { OwnFeed, OwnFeedEvent, SelfCheck } from "./types";

const feedsMax = 100;
const eventsMax = 40;
const eventDays = 30;
const gapDays = 30;
/** So many of the newest articles are looked at. */
const checkedMax = 500;

type FeedRow = FeedRecord & Pick<OwnFeed, "section" | "lastEntryAt" | "intervalSec" | "findings"> & { isActive: boolean };
type DayRow = { feedId: number; day: string; entries: number; failures: number };

/** A title's feeds as they are now, with what each brought on the last 28 days. Order: address. */
export async function listOwnFeeds(publisherId: number, now: Date, conn: Sql = sql): Promise<OwnFeed[]> {
  const { rows } = await conn.query<FeedRow>(
    `SELECT f.id, f.url, p.slug AS publisher, f.added_by::text AS "addedBy", f.section, f.is_active AND p.is_active AS "isActive",
       f.last_polled_at AS "lastPolledAt", f.last_success_at AS "lastSuccessAt", f.last_entry_at AS "lastEntryAt", f.next_poll_at AS "nextPollAt",
       f.lease_until AS "leaseUntil", f.gone_at AS "goneAt", h.until AS "heldUntil", f.failure_count AS "failureCount",
       f.last_error_kind AS "lastErrorKind", f.last_error AS "lastError", f.findings, f.interval_sec AS "intervalSec", 0::float AS "articlesADay",
       (SELECT count(*)::int FROM feed_event e WHERE e.feed_id = f.id AND e.kind = 'gap' AND e.at > $2) AS gaps
     FROM feed f JOIN publisher p ON p.id = f.publisher_id LEFT JOIN host_hold h ON h.host = split_part(f.url, '/', 3)
     WHERE f.publisher_id = $1 ORDER BY f.url LIMIT $3`,
    [publisherId, addMs(now, -gapDays * dayMs), feedsMax],
  );
  const days = await listFeedDays(
    rows.map(({ id }) => id),
    addMs(now, -27 * dayMs),
    conn,
  );
  return rows.map((row) => toOwnFeed(row, days.get(row.id) ?? [], now));
}

function toOwnFeed(row: FeedRow, days: readonly DayRow[], now: Date): OwnFeed {
  const { id, url, section, lastSuccessAt, lastPolledAt, lastEntryAt, failureCount, lastError, findings, intervalSec } = row;
  return {
    id,
    url,
    section,
    state: row.isActive ? judgeHealth(row, now).state : "paused",
    lastSuccessAt,
    lastPolledAt,
    lastEntryAt,
    failureCount,
    lastError,
    findings,
    intervalSec,
    days: days.map(({ day, entries, failures }) => ({ day, entries, failures })),
  };
}

async function listFeedDays(feedIds: readonly number[], since: Date, conn: Sql): Promise<Map<number, DayRow[]>> {
  const { rows } = await conn.query<DayRow>(
    `SELECT feed_id AS "feedId", to_char(day, 'YYYY-MM-DD') AS day, entries, failures FROM feed_day
     WHERE feed_id = ANY($1::int[]) AND day >= $2::date ORDER BY feed_day.day`,
    [feedIds, since],
  );
  return Map.groupBy(rows, ({ feedId }) => feedId);
}

/** What happened to a title's feeds in the last 30 days, newest first; at most 40. */
export async function listOwnFeedEvents(publisherId: number, now: Date, conn: Sql = sql): Promise<OwnFeedEvent[]> {
  const { rows } = await conn.query<OwnFeedEvent>(
    `SELECT e.feed_id AS "feedId", e.kind, e.words, e.at FROM feed f
     CROSS JOIN LATERAL (SELECT * FROM feed_event x WHERE x.feed_id = f.id AND x.at > $2 ORDER BY x.at DESC LIMIT $3) e
     WHERE f.publisher_id = $1 ORDER BY e.at DESC LIMIT $3`,
    [publisherId, addMs(now, -eventDays * dayMs), eventsMax],
  );
  return rows;
}

/** What the newest articles of a title lack, of at most 500. */
export async function checkOwnArticles(publisherId: number, conn: Sql = sql): Promise<SelfCheck> {
  const { rows } = await conn.query<SelfCheck>(
    `SELECT count(*)::int AS articles, count(*) FILTER (WHERE NOT a.has_body)::int AS "withoutText",
       count(*) FILTER (WHERE a.lead_media_hash IS NULL)::int AS "withoutPicture", count(*) FILTER (WHERE a.byline = '')::int AS "withoutAuthor",
       count(*) FILTER (WHERE a.standfirst = '')::int AS "withoutStandfirst",
       count(*) FILTER (WHERE a.section_by NOT IN ('publisher', 'category', 'editor'))::int AS "withoutSection",
       count(*) FILTER (WHERE a.published_at = a.first_seen_at)::int AS "datedByUs",
       count(*) FILTER (WHERE m.state = 'failed')::int AS "deadPictures"
     FROM (SELECT * FROM article WHERE publisher_id = $1 AND taken_down_at IS NULL ORDER BY published_at DESC, id DESC LIMIT $2) a
     LEFT JOIN media m ON m.hash = a.lead_media_hash`,
    [publisherId, checkedMax],
  );
  const [check] = rows;
  if (!check) throw new Error("Postgres answered an aggregate without a row.");
  return check;
}

/** An article whose picture could not be had, and why. */
export type DeadPicture = { slug: string; headline: string; sourceUrl: string; failure: string };

/** Pictures of a title's newest articles that could not be had; at most 20. */
export async function listDeadPictures(publisherId: number, conn: Sql = sql): Promise<DeadPicture[]> {
  const { rows } = await conn.query<DeadPicture>(
    `SELECT a.slug, a.headline, m.source_url AS "sourceUrl", COALESCE(m.failure, '') AS failure
     FROM (SELECT id, slug, headline, lead_media_hash, published_at FROM article
       WHERE publisher_id = $1 AND taken_down_at IS NULL ORDER BY published_at DESC, id DESC LIMIT $2) a
     JOIN media m ON m.hash = a.lead_media_hash AND m.state = 'failed' ORDER BY a.published_at DESC, a.id DESC LIMIT 20`,
    [publisherId, checkedMax],
  );
  return rows;
}
