import { type Sql, toJsonRows } from "@/lib/platform/sql";
import { heldToken, type Lease } from "./claim-store";
import { insertFeedEvents } from "./event-store";
import { type FeedBefore, isQuietPoll, type PollNews } from "./is-quiet-poll";

/** A poll that is to be written, with the feed as it stood when it was claimed. */
export type PollRecord = PollNews & { feed: Lease & FeedBefore };

/**
 * Which of these leases still hold, locking their feeds until the transaction ends: what is written with them
 * cannot be overtaken by another claimer.
 */
export async function lockHeldFeeds(leases: readonly Lease[], conn: Sql): Promise<Set<number>> {
  const { rows } = await conn.query<{ id: number }>(
    `/* keep held feeds */
     SELECT f.id FROM feed f JOIN unnest($1::int[], $2::int[]) AS r(id, token) ON f.id = r.id AND ${heldToken} = r.token
     ORDER BY f.id FOR UPDATE OF f`,
    [leases.map((lease) => lease.id), leases.map((lease) => lease.leaseToken)],
  );
  return new Set(rows.map((row) => row.id));
}

/**
 * Writes what any number of polls came to and frees their leases: one statement for all that brought nothing, one for the
 * others, success and failure alike, which counts new entries and failures of each feed's day (UTC) as well.
 * A new address is not written here: `settleMove` of the merge store has done that.
 *
 * @returns ids of the feeds written; of the others a new claimer has taken over, and nothing may be written for them
 */
export async function recordPolls(records: readonly PollRecord[], now: Date, conn: Sql): Promise<Set<number>> {
  const { quiet = [], loud = [] } = Object.groupBy(records, (record) => (isQuietPoll(record.feed, record) ? "quiet" : "loud"));
  const written = new Set([...(await writeTimes(quiet, now, conn)), ...(await writeRows(loud, now, conn))]);
  const held = records.filter((record) => written.has(record.feed.id));
  await insertFeedEvents(
    held.flatMap(({ feed, verdict }) => verdict.events.map((event) => ({ ...event, feedId: feed.id }))),
    now,
    conn,
  );
  await holdHosts(held, conn);
  return written;
}

async function writeTimes(records: readonly PollRecord[], now: Date, conn: Sql): Promise<number[]> {
  if (records.length === 0) return [];
  const { rows } = await conn.query<{ id: number }>(
    `/* keep poll times */
     UPDATE feed f SET next_poll_at = r.next_poll_at, interval_sec = r.interval_sec, lease_until = NULL, last_polled_at = $5, last_success_at = $5
     FROM unnest($1::int[], $2::int[], $3::timestamptz[], $4::int[]) AS r(id, token, next_poll_at, interval_sec)
     WHERE f.id = r.id AND ${heldToken} = r.token RETURNING f.id`,
    [
      records.map(({ feed }) => feed.id),
      records.map(({ feed }) => feed.leaseToken),
      records.map(({ verdict }) => verdict.nextPollAt),
      records.map(({ verdict }) => verdict.intervalSec),
      now,
    ],
  );
  return rows.map((row) => row.id);
}

async function writeRows(records: readonly PollRecord[], now: Date, conn: Sql): Promise<number[]> {
  if (records.length === 0) return [];
  const { rows } = await conn.query<{ id: number }>(recordStatement, [toJsonRows(records.map(toRow)), now]);
  return rows.map((row) => row.id);
}

const recordStatement = `/* keep poll records */
  WITH r AS (SELECT * FROM json_to_recordset($1::json) AS r(id int, token int, next_poll_at timestamptz, interval_sec int,
    is_success boolean, failure_count int, last_error_kind text, last_error text, gone_at timestamptz, moved_to text,
    moved_count int, moved_since timestamptz, hints jsonb, has_validators boolean, etag text, last_modified text,
    validators_url text, body_hash text, last_entry_at timestamptz, findings text[], created int)),
  written AS (UPDATE feed f SET next_poll_at = r.next_poll_at, interval_sec = r.interval_sec, lease_until = NULL, last_polled_at = $2,
    failure_count = r.failure_count, last_error_kind = r.last_error_kind, last_error = r.last_error, gone_at = r.gone_at,
    last_success_at = CASE WHEN r.is_success THEN $2 ELSE f.last_success_at END,
    moved_to = r.moved_to, moved_count = r.moved_count, moved_since = r.moved_since, hints = r.hints,
    etag = CASE WHEN r.has_validators THEN r.etag ELSE f.etag END,
    last_modified = CASE WHEN r.has_validators THEN r.last_modified ELSE f.last_modified END,
    validators_url = CASE WHEN r.has_validators THEN r.validators_url ELSE f.validators_url END,
    body_hash = COALESCE(r.body_hash, f.body_hash),
    findings = COALESCE(r.findings, f.findings),
    last_entry_at = GREATEST(f.last_entry_at, r.last_entry_at)
  FROM r WHERE f.id = r.id AND ${heldToken} = r.token
  RETURNING f.id),
  counted AS (INSERT INTO feed_day (feed_id, day, entries, failures)
    SELECT r.id, ($2::timestamptz AT TIME ZONE 'UTC')::date, r.created, CASE WHEN r.is_success THEN 0 ELSE 1 END
    FROM r JOIN written USING (id) WHERE r.created > 0 OR NOT r.is_success
    ON CONFLICT (feed_id, day) DO UPDATE
      SET entries = feed_day.entries + excluded.entries, failures = feed_day.failures + excluded.failures)
  SELECT id FROM written`;

function toRow({ feed, verdict, validators, bodyHash, lastEntryAt, findings, created }: PollRecord): object {
  return {
    id: feed.id,
    token: feed.leaseToken,
    next_poll_at: verdict.nextPollAt,
    interval_sec: verdict.intervalSec,
    is_success: verdict.isSuccess,
    failure_count: verdict.failureCount,
    last_error_kind: verdict.lastErrorKind,
    last_error: verdict.lastError,
    gone_at: verdict.goneAt,
    moved_to: verdict.movedTo,
    moved_count: verdict.movedCount,
    moved_since: verdict.movedSince,
    hints: verdict.hints,
    has_validators: validators !== null,
    etag: validators?.etag,
    last_modified: validators?.lastModified,
    validators_url: validators?.validatorsUrl,
    body_hash: bodyHash,
    last_entry_at: lastEntryAt,
    findings,
    created,
  };
}

/** A hold only ever grows: of two answers of one host the longer counts. */
async function holdHosts(records: readonly PollRecord[], conn: Sql): Promise<void> {
  const holds = new Map<string, { host: string; until: Date; reason: string }>();
  for (const { verdict } of records) {
    const hold = verdict.holdHost;
    if (hold && hold.until > (holds.get(hold.host)?.until ?? new Date(0))) holds.set(hold.host, hold);
  }
  if (holds.size === 0) return;
  // Sorted, so that two transactions take the rows in one order and cannot deadlock.
  const rows = [...holds.values()].sort((a, b) => (a.host < b.host ? -1 : 1));
  await conn.query(
    `INSERT INTO host_hold (host, until, reason)
     SELECT host, until, reason FROM json_to_recordset($1::json) AS r(host text, until timestamptz, reason text)
     ON CONFLICT (host) DO UPDATE SET until = excluded.until, reason = excluded.reason WHERE host_hold.until < excluded.until`,
    [toJsonRows(rows)],
  );
}
