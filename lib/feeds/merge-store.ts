import type { Sql } from "@/lib/platform/sql";
import { insertFeedEvents } from "./event-store";
import type { PollVerdict } from "./poll-verdict";
import type { DueFeed } from "./types";

type Other = { id: number; publisherId: number; publisher: string };

/**
 * Makes a believed move true, in the poll's own transaction and before its record is written.
 *
 * An address nobody has becomes the feed's. One that another feed of the same publisher has already merges the two:
 * that feed goes on with what both were promised, this one retires and points to it. Another publisher's feed is
 * never touched: the address stays as it was, and the admin hears of it once.
 *
 * @param verdict whose `url` differs from the feed's
 * @returns the verdict to record
 */
export async function settleMove(feed: DueFeed, verdict: PollVerdict, now: Date, conn: Sql): Promise<PollVerdict> {
  const other = await findOther(feed, verdict.url, conn);
  if (other === null) {
    await conn.query("UPDATE feed SET url = $2, former_urls = array_append(former_urls, url) WHERE id = $1", [feed.id, verdict.url]);
    return verdict;
  }
  if (other.publisherId !== feed.publisherId) return refuse(feed, verdict, other, conn);
  // Whoever polls the other feed right now writes it first; the next poll of this one tries again.
  return (await lockFeed(other.id, conn)) ? merge(feed, verdict, other, now, conn) : stay(feed, verdict);
}

async function findOther(feed: DueFeed, url: string, conn: Sql): Promise<Other | null> {
  const { rows } = await conn.query<Other>(
    `SELECT f.id, f.publisher_id AS "publisherId", p.name AS publisher FROM feed f JOIN publisher p ON p.id = f.publisher_id
     WHERE f.url = $1 AND f.id <> $2`,
    [url, feed.id],
  );
  return rows[0] ?? null;
}

async function lockFeed(id: number, conn: Sql): Promise<boolean> {
  const { rows } = await conn.query("SELECT id FROM feed WHERE id = $1 FOR UPDATE SKIP LOCKED", [id]);
  return rows.length === 1;
}

async function merge(feed: DueFeed, verdict: PollVerdict, other: Other, now: Date, conn: Sql): Promise<PollVerdict> {
  await conn.query(
    `UPDATE feed o SET is_active = true, gone_at = NULL,
       former_urls = o.former_urls || f.former_urls || f.url,
       added_by = LEAST(o.added_by, f.added_by),
       min_interval_sec = COALESCE(o.min_interval_sec, f.min_interval_sec),
       max_interval_sec = COALESCE(o.max_interval_sec, f.max_interval_sec)
     FROM feed f WHERE o.id = $1 AND f.id = $2`,
    [other.id, feed.id],
  );
  await conn.query("UPDATE feed SET is_active = false WHERE id = $1", [feed.id]);
  await conn.query("DELETE FROM hub_subscription WHERE feed_id = $1", [feed.id]);
  await insertFeedEvents([{ feedId: other.id, kind: "merged", words: `Took over ${feed.url}, which has moved here.` }], now, conn);
  const words = `Moved to ${verdict.url}, which is read already: the two are one from now on.`;
  return { ...stay(feed, verdict), events: [...withoutMove(verdict), { kind: "merged", words }] };
}

async function refuse(feed: DueFeed, verdict: PollVerdict, other: Other, conn: Sql): Promise<PollVerdict> {
  const words = `Its server says that it moved to ${verdict.url}, but that is a feed of ${other.publisher}. Nothing was changed.`;
  const { rows } = await conn.query("SELECT 1 FROM feed_event WHERE feed_id = $1 AND words = $2 LIMIT 1", [feed.id, words]);
  const told = rows.length > 0 ? [] : [{ kind: "moved" as const, words }];
  return { ...stay(feed, verdict), events: [...withoutMove(verdict), ...told] };
}

/** The address stays; where it wants to go, and since when, is kept. */
const stay = (feed: DueFeed, verdict: PollVerdict): PollVerdict => ({
  ...verdict,
  url: feed.url,
  movedTo: verdict.url,
  movedCount: feed.movedCount + 1,
  movedSince: feed.movedSince,
  events: withoutMove(verdict),
});

const withoutMove = (verdict: PollVerdict): PollVerdict["events"] => verdict.events.filter((event) => event.kind !== "moved");
