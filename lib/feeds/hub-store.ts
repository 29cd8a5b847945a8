import { type Conn, db } from "@/lib/platform/db";
import { type Sql, toJsonRows } from "@/lib/platform/sql";
import type { HubLinks } from "./find-hub";

/** A feed whose hub is to be asked: for the first time, again, or for longer. */
export type HubWork = HubLinks & {
  feedId: number;
  /** The callback's key and the secret of the subscription to renew; null where there is none for this hub and topic. */
  callbackKey: string | null;
  secret: string | null;
  /** Whether the hub was last asked in vain. */
  wasFailing: boolean;
};

export type HubSubscription = HubLinks & {
  feedId: number;
  secret: string;
  state: "pending" | "active" | "refused";
  requestedAt: Date;
  /** End of the lease the hub last granted; null before the first. */
  expiresAt: Date | null;
};

/** A poll asks this long after the last at the earliest, whatever a hub pushes. */
const pushGapSec = 60;

/** Writes which hub and topic feeds announce, in one statement; null where a feed announces none any more. */
export async function recordHubs(rows: readonly { feedId: number; hub: HubLinks | null }[], conn: Sql): Promise<void> {
  if (rows.length === 0) return;
  await conn.query(
    `UPDATE feed f SET hub_url = r.hub_url, topic_url = r.topic_url
     FROM json_to_recordset($1::json) AS r(id int, hub_url text, topic_url text)
     WHERE f.id = r.id AND (f.hub_url, f.topic_url) IS DISTINCT FROM (r.hub_url, r.topic_url)`,
    [toJsonRows(rows.map(({ feedId, hub }) => ({ id: feedId, hub_url: hub?.hubUrl ?? null, topic_url: hub?.topicUrl ?? null })))],
  );
}

/** Feeds whose hub is to be asked now, the longest waiting first. */
export function listHubWork(now: Date, limit: number, conn: Conn = db): Promise<HubWork[]> {
  return conn.$queryRaw<HubWork[]>`
    SELECT f.id AS "feedId", f.hub_url AS "hubUrl", f.topic_url AS "topicUrl",
      CASE WHEN s.hub_url = f.hub_url AND s.topic_url = f.topic_url THEN s.callback_key END AS "callbackKey",
      CASE WHEN s.hub_url = f.hub_url AND s.topic_url = f.topic_url THEN s.secret END AS secret,
      s.failure IS NOT NULL AS "wasFailing"
    FROM feed f JOIN publisher p ON p.id = f.publisher_id AND p.is_active LEFT JOIN hub_subscription s ON s.feed_id = f.id
    WHERE f.is_active AND f.gone_at IS NULL AND f.hub_url IS NOT NULL AND f.topic_url IS NOT NULL
      AND (s.feed_id IS NULL OR s.renew_at IS NULL OR s.renew_at <= ${now} OR s.hub_url <> f.hub_url OR s.topic_url <> f.topic_url)
    ORDER BY s.renew_at NULLS FIRST, f.id LIMIT ${limit}`;
}

/**
 * Writes down that a hub is about to be asked, before it is: it may verify before it answers. The lease that still
 * runs stays.
 */
export async function startSubscription(
  work: HubLinks & { feedId: number; callbackKey: string; secret: string },
  times: { requestedAt: Date; retryAt: Date },
  conn: Conn = db,
): Promise<void> {
  const { feedId, ...links } = work;
  const asked = { ...links, state: "pending" as const, requestedAt: times.requestedAt, renewAt: times.retryAt, failure: null };
  await conn.hubSubscription.upsert({ where: { feedId }, create: { feedId, ...asked }, update: asked });
}

/**
 * Writes down that a hub was asked in vain; a lease that still runs goes on. Nothing changes when the hub has
 * verified meanwhile.
 *
 * @param failure in words for people
 */
export async function failSubscription(
  feedId: number,
  outcome: { requestedAt: Date; retryAt: Date; failure: string; now: Date },
  conn: Conn = db,
): Promise<void> {
  await conn.$executeRaw`
    UPDATE hub_subscription SET renew_at = ${outcome.retryAt}, failure = ${outcome.failure},
      state = (CASE WHEN expires_at > ${outcome.now} THEN 'active' ELSE 'refused' END)::hub_state
    WHERE feed_id = ${feedId} AND state = 'pending' AND requested_at = ${outcome.requestedAt}`;
}

/** Forgets the subscriptions of feeds that are no longer polled or announce no hub; returns how many. */
export function dropIdleSubscriptions(conn: Conn = db): Promise<number> {
  return conn.$executeRaw`
    DELETE FROM hub_subscription s USING feed f
    WHERE f.id = s.feed_id AND (NOT f.is_active OR f.gone_at IS NOT NULL OR f.hub_url IS NULL)`;
}

/** The subscription behind a callback's key, or null. */
export async function findSubscription(callbackKey: string, conn: Conn = db): Promise<HubSubscription | null> {
  return conn.hubSubscription.findUnique({
    where: { callbackKey },
    select: { feedId: true, hubUrl: true, topicUrl: true, secret: true, state: true, requestedAt: true, expiresAt: true },
  });
}

/** Makes a waiting subscription active. @returns false when it no longer waits */
export async function confirmSubscription(
  callbackKey: string,
  lease: { expiresAt: Date; renewAt: Date },
  conn: Conn = db,
): Promise<boolean> {
  const { count } = await conn.hubSubscription.updateMany({
    where: { callbackKey, state: "pending" },
    data: { state: "active", failure: null, expiresAt: lease.expiresAt, renewAt: lease.renewAt },
  });
  return count === 1;
}

/** Writes down a hub's denial; pushes are refused from now on. */
export async function denySubscription(callbackKey: string, denial: { failure: string; retryAt: Date }, conn: Conn = db): Promise<void> {
  await conn.hubSubscription.updateMany({
    where: { callbackKey },
    data: { state: "refused", failure: denial.failure, renewAt: denial.retryAt, expiresAt: null },
  });
}

/**
 * Takes a push as a hint: the feed is due now, though no sooner than a minute after its last poll, nor while its
 * host rests; a poll planned for earlier stays.
 *
 * @returns whether a poll was running, whose own schedule may overwrite this one
 */
export async function hastenPoll(feedId: number, now: Date, conn: Conn = db): Promise<{ isPolling: boolean }> {
  const rows = await conn.$queryRaw<{ isPolling: boolean }[]>`
    UPDATE feed f SET next_poll_at = LEAST(f.next_poll_at, GREATEST(${now}, f.last_polled_at + make_interval(secs => ${pushGapSec}),
      (SELECT h.until FROM host_hold h WHERE h.host = split_part(f.url, '/', 3))))
    WHERE f.id = ${feedId} AND f.is_active AND f.gone_at IS NULL
    RETURNING COALESCE(f.lease_until > ${now}, false) AS "isPolling"`;
  return rows[0] ?? { isPolling: false };
}

/** Remembers when a feed's hub last pushed. */
export async function recordPush(feedId: number, now: Date, conn: Conn = db): Promise<void> {
  await conn.hubSubscription.updateMany({ where: { feedId }, data: { lastPushAt: now } });
}
