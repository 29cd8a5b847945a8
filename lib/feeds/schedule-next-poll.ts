import { addMs, dayMs, daySec, hourMs, hourSec, minuteSec, secondMs } from "@/lib/core/clock";
import { retryAfterSecMax } from "./read-server-hints";
import type { FeedHints, PollError, ServerHints } from "./types";

/** How often a feed may be polled, in seconds: the catalogue's titles agreed to this by contract or custom. */
export const catalogueRange = { minSec: 5 * minuteSec, maxSec: hourSec } as const;

export type PollFacts = {
  now: Date;
  range: { minSec: number; maxSec: number };
  /** What the feed says; null when this poll read none. */
  feedHints: FeedHints | null;
  /** What the server says. */
  serverHints: ServerHints;
  /** When the feed's newest entries were published, in any order; empty where unknown. */
  recentPublishedAt: Date[];
  /** This poll's failure, or null. */
  error: PollError | null;
  /** Failures in a row, this one included; 0 after a success. */
  failureCount: number;
  /** In [0, 1); 0 gives the earliest poll. Only ever lengthens the wait. */
  jitter: number;
};

export type NextPoll = { nextPollAt: Date; intervalSec: number };

const firstBackOffSec = 15 * minuteSec;
const backOffSecMax = daySec;

/** What a feed asks for is honoured up to a day. */
const askedSecMax = daySec;
const jitterShareMax = 0.1;

/**
 * When to poll a feed next.
 *
 * After a success: half the usual gap between its entries, within the range, never sooner than feed and server
 * ask. After a failure: 15 minutes, doubled with each one up to a day; a Retry-After of up to seven days is kept;
 * a feed that is gone (410) is looked at once a day. Hours and days the feed rules out are passed over.
 *
 * @returns the instant and the interval it stands for, in seconds, before jitter
 * Source: security notes, section 4 (polite crawler)
 */
export function scheduleNextPoll(facts: PollFacts): NextPoll {
  const intervalSec = facts.error ? backOffSec(facts.error, facts.failureCount) : Math.max(usualSec(facts), askedSec(facts));
  const jitterMs = Math.floor(intervalSec * jitterShareMax * Math.min(Math.max(facts.jitter, 0), 1)) * secondMs;
  const earliest = addMs(facts.now, intervalSec * secondMs + jitterMs);
  return { nextPollAt: facts.feedHints ? afterSkips(earliest, facts.feedHints) : earliest, intervalSec };
}

function backOffSec(error: PollError, failureCount: number): number {
  const doublings = Math.min(Math.max(failureCount, 1) - 1, 20);
  const backOff = Math.min(firstBackOffSec * 2 ** doublings, backOffSecMax);
  if (error.kind !== "http-status") return backOff;
  if (error.status === 410) return backOffSecMax;
  return Math.max(backOff, Math.min(error.retryAfterSec ?? 0, retryAfterSecMax));
}

/** Half the median gap between entries; a feed that fell silent is asked less and less often. */
function usualSec({ now, range, recentPublishedAt }: PollFacts): number {
  const times = recentPublishedAt
    .map((date) => date.getTime())
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a)
    .slice(0, 20);
  const newest = times[0];
  if (newest === undefined) return range.maxSec;
  const gaps = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? dayMs;
  const silenceMs = now.getTime() - newest;
  const expectedMs = Math.max(median, silenceMs > 7 * dayMs ? silenceMs / 7 : 0);
  return Math.round(Math.min(Math.max(expectedMs / 2 / secondMs, range.minSec), range.maxSec));
}

function askedSec({ feedHints, serverHints }: PollFacts): number {
  const asked = Math.max(
    (feedHints?.ttlMinutes ?? 0) * minuteSec,
    (feedHints?.updatePeriodMinutes ?? 0) * minuteSec,
    serverHints.maxAgeSec ?? 0,
  );
  return Math.max(Math.min(asked, askedSecMax), Math.min(serverHints.retryAfterSec ?? 0, retryAfterSecMax));
}

/** The first instant from `at` on that lies in no skipped hour or day (UTC); each list leaves at least one free. */
function afterSkips(at: Date, hints: FeedHints): Date {
  let instant = at;
  for (let step = 0; step < 8 * 24 && isSkipped(instant, hints); step += 1) {
    instant = addMs(new Date(Math.floor(instant.getTime() / hourMs) * hourMs), hourMs);
  }
  return instant;
}

const isSkipped = (at: Date, hints: FeedHints): boolean =>
  hints.skipHoursUtc.includes(at.getUTCHours()) || hints.skipDays.includes(at.getUTCDay());
