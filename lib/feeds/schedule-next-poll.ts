import { addMs, dayMs, daySec, hourMs, hourSec, minuteMs, minuteSec, secondMs } from "@/lib/core/clock";
import { backOffSec } from "./back-off";
import { retryAfterSecMax } from "./read-server-hints";
import type { DueFeed, FeedHints, PollError, ServerHints } from "./types";

/** How often a feed may be polled, in seconds. */
type PollRange = { minSec: number; maxSec: number };

/** The catalogue's titles agreed to this by contract or custom. */
export const catalogueRange: PollRange = { minSec: 5 * minuteSec, maxSec: hourSec };

/** A feed that a member brought never agreed to anything: at most once an hour. */
export const memberRange: PollRange = { minSec: hourSec, maxSec: daySec };

export type PollFacts = {
  now: Date;
  range: PollRange;
  /** The interval the feed had, in seconds. */
  keptSec: number;
  /** Date of its newest entry ever read; null before the first. */
  lastEntryAt: Date | null;
  /** What the feed said when it was last read. */
  feedHints: FeedHints | null;
  /** What the server said in this answer; nothing after a failure. */
  serverHints: ServerHints;
  /** What this poll brought; `failureCount` counts this failure too, dates come in any order. */
  result:
    | { kind: "failure"; error: PollError; failureCount: number }
    | { kind: "unchanged" }
    | { kind: "read"; publishedAt: readonly Date[]; hasGap: boolean; hasNew: boolean };
  /** In [0, 1); 0 gives the earliest poll. Only ever lengthens the wait. */
  jitter: number;
};

export type NextPoll = { nextPollAt: Date; intervalSec: number };

/** What a feed asks for is honoured up to a day. */
const askedSecMax = daySec;
const jitterShareMax = 0.1;
/** Feeds let in again at the same full hour spread over its first minutes. */
const hourSpreadMs = 10 * minuteMs;
/** A feed silent for a day is asked this often within as long again, so a pause at night costs little. */
const asksWithinSilence = 24;
const datesMax = 20;
/** Entries without a date of their own carry the time of this poll, which says nothing about the feed's rate. */
const stampMs = 30 * secondMs;
const newPaceShare = 2 / 3;

/**
 * When to poll a feed next.
 *
 * After a success: half the usual gap between its entries, within the range, less often while it is silent, twice
 * as often after a gap, and never sooner than feed and server ask (at most a day; a Retry-After at most seven).
 * After a failure: `backOffSec`. Hours and days the feed rules out are passed over, also after a 304 or a failure.
 *
 * @returns the instant and the interval it stands for, in seconds, before jitter
 * Source: security notes, section 4 (polite crawler), items 5 to 7
 */
export function scheduleNextPoll(facts: PollFacts): NextPoll {
  const intervalSec = Math.max(ownSec(facts), askedSec(facts));
  const jitter = Math.min(Math.max(facts.jitter, 0), 1);
  const jitterMs = Math.floor(intervalSec * jitterShareMax * jitter) * secondMs;
  const earliest = addMs(facts.now, intervalSec * secondMs + jitterMs);
  const allowed = facts.feedHints ? afterSkips(earliest, facts.feedHints) : earliest;
  const isMoved = allowed.getTime() !== earliest.getTime();
  return { nextPollAt: isMoved ? addMs(allowed, Math.floor(hourSpreadMs * jitter)) : allowed, intervalSec };
}

/** How often this feed may be polled: its contract's pace where that says something, else its origin's. */
export function pollRange(feed: Pick<DueFeed, "addedBy" | "minIntervalSec" | "maxIntervalSec">): PollRange {
  const origin = feed.addedBy === "member" ? memberRange : catalogueRange;
  const maxSec = Math.max(feed.maxIntervalSec ?? origin.maxSec, feed.minIntervalSec ?? 0);
  return { minSec: Math.min(feed.minIntervalSec ?? origin.minSec, maxSec), maxSec };
}

function ownSec(facts: PollFacts): number {
  const { result, range } = facts;
  const keptSec = within(range, facts.keptSec);
  switch (result.kind) {
    case "failure":
      return backOffSec(result.error, result.failureCount, Math.max(keptSec, range.minSec));
    case "unchanged":
      return within(range, Math.max(keptSec, silenceSec(facts.lastEntryAt, facts.now)));
    case "read": {
      const usual = usualSec(facts, result.publishedAt) ?? unknownRateSec(facts, result.hasNew);
      return within(range, result.hasGap ? Math.min(usual, keptSec) / 2 : usual);
    }
    default:
      return result satisfies never;
  }
}

/** Half the median gap between entries; a feed that fell silent is asked less and less often. Null without dates. */
function usualSec({ now, range }: PollFacts, publishedAt: readonly Date[]): number | null {
  if (publishedAt.length === 0) return range.maxSec;
  const times = publishedAt
    .map((date) => date.getTime())
    .filter((time) => time < now.getTime() - stampMs)
    .sort((a, b) => b - a)
    .slice(0, datesMax);
  const newest = times[0];
  if (newest === undefined) return null;
  const gaps = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? dayMs;
  return Math.max(median / 2 / secondMs, silenceSec(new Date(newest), now));
}

/** A feed without dates shows its rate only by having something new or not. */
const unknownRateSec = ({ keptSec, lastEntryAt, now }: PollFacts, hasNew: boolean): number =>
  hasNew ? keptSec * newPaceShare : Math.max(keptSec, silenceSec(lastEntryAt, now));

const silenceSec = (newest: Date | null, now: Date): number =>
  newest === null ? 0 : (now.getTime() - newest.getTime()) / secondMs / asksWithinSilence;

function askedSec({ feedHints, serverHints, result }: PollFacts): number {
  const asked = Math.max(
    (feedHints?.ttlMinutes ?? 0) * minuteSec,
    (feedHints?.updatePeriodMinutes ?? 0) * minuteSec,
    serverHints.maxAgeSec ?? 0,
  );
  const ofError = result.kind === "failure" && result.error.kind === "http-status" ? result.error.retryAfterSec : null;
  const retryAfterSec = Math.max(serverHints.retryAfterSec ?? 0, ofError ?? 0);
  return Math.max(Math.min(asked, askedSecMax), Math.min(retryAfterSec, retryAfterSecMax));
}

const within = (range: PollRange, seconds: number): number => Math.round(Math.min(Math.max(seconds, range.minSec), range.maxSec));

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
