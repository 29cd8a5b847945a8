import { addMs } from "@/lib/core/clock";
import { catalogueRange, type NextPoll, scheduleNextPoll } from "@/lib/feeds/schedule-next-poll";
import type { DueFeed, FeedHints, PollError, ServerHints } from "@/lib/feeds/types";

export type PollResult = {
  feed: DueFeed;
  /** Null after a success. */
  error: PollError | null;
  serverHints: ServerHints;
  /** Null when this poll read no feed. */
  feedHints: FeedHints | null;
  /** Dates of the entries read; empty when nothing was. */
  publishedAt: Date[];
  now: Date;
  /** In [0, 1). */
  jitter: number;
};

/** The newsroom is our own and shows new entries while one looks. */
const sampleSec = 30;

/**
 * When to poll a feed of the paper again. Sample titles every 30 s; any other as `scheduleNextPoll` says, an
 * unchanged feed at the pace it had.
 */
export function planNextPoll(result: PollResult): NextPoll {
  const { feed, error, now } = result;
  if (feed.publisher.isSample) return { nextPollAt: addMs(now, sampleSec * 1_000), intervalSec: sampleSec };
  const keptSec = Math.min(Math.max(feed.intervalSec, catalogueRange.minSec), catalogueRange.maxSec);
  const range = result.publishedAt.length === 0 ? { minSec: keptSec, maxSec: keptSec } : catalogueRange;
  return scheduleNextPoll({
    now,
    range,
    feedHints: result.feedHints,
    serverHints: result.serverHints,
    recentPublishedAt: result.publishedAt,
    error,
    failureCount: error ? feed.failureCount + 1 : 0,
    jitter: result.jitter,
  });
}
