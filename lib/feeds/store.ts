import { type Conn, db } from "@/lib/platform/db";
import { Prisma } from "@/prisma/generated/client";
import type { DueFeed, Validators } from "./types";

/** Which feeds a worker polls: all, or the bundled newsroom's alone. */
export type FeedScope = "all" | "sample";

/** A poll's outcome as the feed remembers it. */
export type PollRecord =
  | {
      kind: "success";
      validators: Validators | null;
      /** Null leaves the one of the last body in place (304). */
      bodyHash: string | null;
      /** Newest date among the entries; null when nothing was read. */
      lastEntryAt: Date | null;
    }
  | { kind: "failure"; errorKind: string; errorWords: string };

export type NextPoll = { nextPollAt: Date; intervalSec: number };

const claimMax = 500;

const dueColumns = Prisma.sql`
  f.id, f.publisher_id AS "publisherId", f.url, f.section, f.language, f.etag, f.last_modified AS "lastModified",
  f.validators_url AS "validatorsUrl", f.body_hash AS "bodyHash", f.interval_sec AS "intervalSec",
  f.failure_count AS "failureCount", f.last_entry_at AS "lastEntryAt", f.lease_token AS "leaseToken",
  jsonb_build_object('slug', p.slug, 'licence', p.licence, 'wall', p.wall, 'language', p.language,
    'direction', p.direction, 'isSample', p.is_sample) AS publisher`;

/**
 * Claims the feeds that are due and that nobody else holds: each gets a lease and the next fencing token.
 * Two claimers at once never get the same feed (`FOR UPDATE SKIP LOCKED`).
 *
 * Order: sample partners first (they are few and near), then the longest overdue. At most 500.
 */
export function claimDueFeeds(
  options: { now: Date; limit: number; leaseSec: number; scope: FeedScope },
  conn: Conn = db,
): Promise<DueFeed[]> {
  const { now, leaseSec } = options;
  const leaseUntil = new Date(now.getTime() + leaseSec * 1000);
  const inScope = options.scope === "sample" ? Prisma.sql`AND dp.is_sample` : Prisma.empty;
  return conn.$queryRaw<DueFeed[]>`
    UPDATE feed f SET lease_until = ${leaseUntil}, lease_token = f.lease_token + 1
    FROM publisher p
    WHERE p.id = f.publisher_id AND f.id IN (
      SELECT d.id FROM feed d JOIN publisher dp ON dp.id = d.publisher_id AND dp.is_active
      WHERE d.is_active AND d.next_poll_at <= ${now} AND (d.lease_until IS NULL OR d.lease_until <= ${now}) ${inScope}
      ORDER BY dp.is_sample DESC, d.next_poll_at, d.id LIMIT ${Math.min(options.limit, claimMax)}
      FOR UPDATE OF d SKIP LOCKED)
    RETURNING ${dueColumns}`;
}

/** Claims one feed whatever its schedule; null when another holds it or there is none. */
export async function claimFeed(feedId: number, options: { now: Date; leaseSec: number }, conn: Conn = db): Promise<DueFeed | null> {
  const leaseUntil = new Date(options.now.getTime() + options.leaseSec * 1000);
  const feeds = await conn.$queryRaw<DueFeed[]>`
    UPDATE feed f SET lease_until = ${leaseUntil}, lease_token = f.lease_token + 1 FROM publisher p
    WHERE p.id = f.publisher_id AND f.id = ${feedId} AND (f.lease_until IS NULL OR f.lease_until <= ${options.now})
    RETURNING ${dueColumns}`;
  return feeds[0] ?? null;
}

/** The feed while this lease still holds; null once the lease has run out or someone claimed it again. */
export async function findLeasedFeed(feedId: number, leaseToken: number, now: Date, conn: Conn = db): Promise<DueFeed | null> {
  const feeds = await conn.$queryRaw<DueFeed[]>`
    SELECT ${dueColumns} FROM feed f JOIN publisher p ON p.id = f.publisher_id
    WHERE f.id = ${feedId} AND f.lease_token = ${leaseToken} AND f.lease_until > ${now}`;
  return feeds[0] ?? null;
}

/**
 * Writes a poll's outcome and frees the lease, if the poll still holds it.
 *
 * @returns false when another claimer took over meanwhile: the caller must then write nothing else
 */
export async function recordPoll(
  feed: Pick<DueFeed, "id" | "leaseToken">,
  record: PollRecord,
  next: NextPoll,
  now: Date,
  conn: Conn = db,
): Promise<boolean> {
  const written = await conn.feed.updateMany({
    where: { id: feed.id, leaseToken: feed.leaseToken, leaseUntil: { not: null } },
    data: {
      nextPollAt: next.nextPollAt,
      intervalSec: next.intervalSec,
      leaseUntil: null,
      lastPolledAt: now,
      ...outcomeColumns(record, now),
    },
  });
  return written.count === 1;
}

/** How many sample feeds have never been read yet, and how many of their articles are in: what a first start waits for. */
export async function countArrived(conn: Conn = db): Promise<{ waitingFeeds: number; articles: number }> {
  const counts = await conn.$queryRaw<{ waitingFeeds: number; articles: number }[]>`
    SELECT (SELECT count(*)::int FROM feed f JOIN publisher p ON p.id = f.publisher_id AND p.is_sample AND p.is_active
        WHERE f.is_active AND f.last_polled_at IS NULL) AS "waitingFeeds",
      (SELECT count(*)::int FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_sample AND p.is_active) AS articles`;
  return counts[0] ?? { waitingFeeds: 0, articles: 0 };
}

function outcomeColumns(record: PollRecord, now: Date): Prisma.FeedUpdateManyMutationInput {
  if (record.kind === "failure") {
    return { failureCount: { increment: 1 }, lastErrorKind: record.errorKind, lastError: record.errorWords };
  }
  return {
    failureCount: 0,
    lastErrorKind: null,
    lastError: null,
    lastSuccessAt: now,
    ...(record.validators ?? {}),
    ...(record.bodyHash === null ? {} : { bodyHash: record.bodyHash }),
    ...(record.lastEntryAt === null ? {} : { lastEntryAt: record.lastEntryAt }),
  };
}
