import { inSqlTransaction, type Sql, sql } from "@/lib/platform/sql";
import type { DueFeed } from "./types";

/** Which feeds a worker polls: all, or the bundled newsroom's alone. */
export type FeedScope = "all" | "sample";

export type ClaimOptions = {
  now: Date;
  limit: number;
  leaseSec: number;
  scope: FeedScope;
  /** Hosts that wait for their pause to end; none of their feeds is claimed. */
  restingHosts: readonly string[];
  /** Hosts that may be asked many times at once, such as our own newsroom's. */
  exemptHosts: readonly string[];
  /** Whether the claimer has lived a while: such a one takes first what a killed worker left, one that may die like it takes it last. */
  isProven: boolean;
};

/** A held feed: what its heartbeat and its release name. */
export type Lease = Pick<DueFeed, "id" | "leaseToken">;

const claimMax = 500;
/** Serialises claims, so that two claimers cannot each take a feed of one host; a number of our own choosing. */
const claimLock = 2_003;

const dueColumns = `
  f.id, f.publisher_id AS "publisherId", f.url, f.section, f.language, f.etag, f.last_modified AS "lastModified",
  f.validators_url AS "validatorsUrl", f.body_hash AS "bodyHash", f.interval_sec AS "intervalSec",
  f.failure_count AS "failureCount", f.last_entry_at AS "lastEntryAt", f.lease_token AS "leaseToken",
  f.added_by::text AS "addedBy", f.min_interval_sec AS "minIntervalSec", f.max_interval_sec AS "maxIntervalSec",
  f.identity::text AS identity, f.hints, f.moved_to AS "movedTo", f.moved_count AS "movedCount", f.moved_since AS "movedSince",
  f.last_error_kind AS "lastErrorKind", f.last_success_at AS "lastSuccessAt", f.hub_url AS "hubUrl", f.topic_url AS "topicUrl",
  json_build_object('slug', p.slug, 'licence', p.licence, 'wall', p.wall, 'language', p.language,
    'direction', p.direction, 'isSample', p.is_sample, 'fullText', p.full_text,
    'sectionMap', p.section_map, 'followerCount', p.follower_count) AS publisher`;

/** An hour or a day (UTC, Sunday is 0) that the feed rules out: a poll planned for before it may come due late. `$1` is now. */
const isRuledOut = `COALESCE(
  d.hints->'skipHoursUtc' @> to_jsonb(date_part('hour', $1::timestamptz AT TIME ZONE 'UTC')::int)
  OR d.hints->'skipDays' @> to_jsonb(date_part('dow', $1::timestamptz AT TIME ZONE 'UTC')::int), false)`;

/** `$1` is now. */
const isHostFree = "NOT EXISTS (SELECT 1 FROM host_hold h WHERE h.host = split_part(d.url, '/', 3) AND h.until > $1)";

/** Active, not gone, free of a lease, in no hour that it rules out, and its host free of a hold. `$1` is now. */
const isFree = `d.is_active AND d.gone_at IS NULL AND (d.lease_until IS NULL OR d.lease_until <= $1) AND NOT ${isRuledOut}
  AND ${isHostFree}`;

/**
 * Claims the feeds that are due and that nobody else holds: each gets a lease and the next fencing token. Two
 * claimers never get the same feed, nor two feeds of one host, which is asked one thing at a time wherever the
 * workers run. A held host's feeds and gone feeds are not due.
 *
 * Order: sample partners first (they are few and near), then what a worker that was killed or lost its way left, if the
 * claimer has proven itself (else that comes last), then the longest overdue. At most 500.
 */
export function claimDueFeeds(options: ClaimOptions): Promise<DueFeed[]> {
  return inSqlTransaction(async (conn) => {
    await conn.query("SELECT pg_advisory_xact_lock($1)", [claimLock]);
    const { rows } = await conn.query<DueFeed>(claimStatement, [
      options.now,
      leaseEnd(options),
      options.scope === "sample",
      options.exemptHosts,
      options.restingHosts,
      Math.min(options.limit, claimMax),
      options.isProven,
    ]);
    return rows;
  });
}

// The look for candidates takes no lock; the rows chosen are locked and looked at again, since a poll by hand may take one meanwhile.
const claimStatement = `
  WITH busy AS MATERIALIZED (SELECT DISTINCT split_part(url, '/', 3) AS host FROM feed WHERE lease_until > $1),
  due AS (
    SELECT d.id, d.next_poll_at, dp.is_sample, split_part(d.url, '/', 3) = ANY($4::text[]) AS is_exempt,
      split_part(d.url, '/', 3) AS host, (d.lease_until IS NOT NULL) <> $7 AS is_later
    FROM feed d JOIN publisher dp ON dp.id = d.publisher_id AND dp.is_active AND dp.paused_at IS NULL AND dp.retired_at IS NULL
    WHERE d.next_poll_at <= $1 AND ${isFree} AND (dp.is_sample OR NOT $3)),
  placed AS (
    SELECT due.*, row_number() OVER (PARTITION BY host ORDER BY is_sample DESC, is_later, next_poll_at, id) AS place FROM due
    WHERE is_exempt OR (host <> ALL($5::text[]) AND host NOT IN (SELECT host FROM busy))),
  chosen AS (
    SELECT id FROM placed WHERE is_exempt OR place = 1 ORDER BY is_sample DESC, is_later, next_poll_at, id LIMIT $6),
  locked AS (
    SELECT d.id FROM feed d WHERE d.id IN (SELECT id FROM chosen) AND (d.lease_until IS NULL OR d.lease_until <= $1)
    FOR UPDATE SKIP LOCKED)
  UPDATE feed f SET lease_until = $2, lease_token = f.lease_token + 1
  FROM locked, publisher p WHERE f.id = locked.id AND p.id = f.publisher_id
  RETURNING ${dueColumns}`;

/**
 * SQL: the token of a feed `f` while somebody holds it, else NULL. As an expression, since a condition on `lease_until`
 * makes the planner expect no rows (between rounds nothing is held) and compare every feed with every lease.
 */
export const heldToken = "CASE WHEN f.lease_until IS NOT NULL THEN f.lease_token END";

/** Claims one feed whatever its schedule; null when another holds it or there is none. */
export async function claimFeed(feedId: number, options: { now: Date; leaseSec: number }, conn: Sql = sql): Promise<DueFeed | null> {
  const { rows } = await conn.query<DueFeed>(
    `UPDATE feed f SET lease_until = $2, lease_token = f.lease_token + 1 FROM publisher p
     WHERE p.id = f.publisher_id AND f.id = $3 AND (f.lease_until IS NULL OR f.lease_until <= $1) RETURNING ${dueColumns}`,
    [options.now, leaseEnd(options), feedId],
  );
  return rows[0] ?? null;
}

/** Whether a feed is read at all now: it and its title are active, and its host is free of a hold. */
export async function isRead(feedId: number, now: Date, conn: Sql = sql): Promise<boolean> {
  const { rows } = await conn.query(
    `SELECT 1 FROM feed d JOIN publisher p ON p.id = d.publisher_id AND p.is_active AND p.paused_at IS NULL AND p.retired_at IS NULL
     WHERE d.id = $2 AND d.is_active AND d.gone_at IS NULL AND ${isHostFree}`,
    [now, feedId],
  );
  return rows.length > 0;
}

/** Prolongs leases that still hold: the heartbeat of the one who polls. A lease that has passed on stays with its new holder. */
export async function renewLeases(leases: readonly Lease[], options: { now: Date; leaseSec: number }, conn: Sql = sql): Promise<void> {
  if (leases.length === 0) return;
  await conn.query(
    `UPDATE feed f SET lease_until = $1 FROM unnest($2::int[], $3::int[]) AS r(id, token)
     WHERE f.id = r.id AND ${heldToken} = r.token`,
    [leaseEnd(options), leases.map((lease) => lease.id), leases.map((lease) => lease.leaseToken)],
  );
}

/** Gives feeds back unpolled, due as they were. */
export async function releaseLeases(leases: readonly Lease[], conn: Sql = sql): Promise<void> {
  if (leases.length === 0) return;
  await conn.query(
    `UPDATE feed f SET lease_until = NULL FROM unnest($1::int[], $2::int[]) AS r(id, token)
     WHERE f.id = r.id AND f.lease_token = r.token`,
    [leases.map((lease) => lease.id), leases.map((lease) => lease.leaseToken)],
  );
}

/**
 * Gives back the feeds of a worker that is no more: their leases end now. A lease that has ended and was not given back by
 * its holder is how a claim knows such feeds.
 */
export async function releaseAbandoned(leases: readonly Lease[], now: Date, conn: Sql = sql): Promise<void> {
  await renewLeases(leases, { now, leaseSec: 0 }, conn);
}

const leaseEnd = ({ now, leaseSec }: { now: Date; leaseSec: number }): Date => new Date(now.getTime() + leaseSec * 1_000);
