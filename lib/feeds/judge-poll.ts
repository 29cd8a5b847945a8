import { addMs, hourSec, secondMs } from "@/lib/core/clock";
import { backOffSec, isDead, weeklyAfter } from "./back-off";
import { detectGap } from "./detect-gap";
import { judgeMove } from "./judge-move";
import { pollErrorWords } from "./poll-error-words";
import type { FeedEventDraft, PollVerdict } from "./poll-verdict";
import { type NextPoll, pollRange, scheduleNextPoll } from "./schedule-next-poll";
import type { DueFeed, FeedHints, PollError, ServerHints } from "./types";

/** What a poll brought, as far as the feed's own row is concerned. */
export type PollReading =
  | { kind: "failure"; error: PollError }
  /** A 304, or a body equal to the last one. */
  | { kind: "unchanged"; hints: ServerHints; movedTo: string | null }
  | {
      kind: "read";
      hints: ServerHints;
      movedTo: string | null;
      feedHints: FeedHints;
      /** Dates of the entries in this body, in any order. */
      publishedAt: readonly Date[];
      /** How many of them were stored before this poll; null where nobody looked: then no gap is found. */
      knownCount: number | null;
    };

type PollToJudge = {
  feed: DueFeed;
  outcome: PollReading;
  now: Date;
  /** In [0, 1). Only ever lengthens the wait. */
  jitter: number;
};

/** The newsroom is our own and shows new entries while one looks. */
const sampleSec = 30;

/** From so many failures in a row on a feed counts as failing: one or two are the weather of the web. */
export const failingFrom = 3;

/** A host that only says 429 without a time rests no longer than this, whatever one feed of it has come to. */
const hostRestSecMax = hourSec;

const silent: ServerHints = { maxAgeSec: null, retryAfterSec: null };

/**
 * What a poll changes on its feed's row: when to come back, what went wrong in words, where it lives now, and what
 * its admin should hear. Total: every outcome and every error has its verdict.
 *
 * A 410 ends the polling; a 429, or a 503 that names a time, rests the whole host; sample titles keep their 30 s
 * whatever happens. `url` may belong to another feed already: `settleMoves` of the merge store looks first.
 *
 * Source: security notes, section 4 and section 2 (rows on 5xx, 429, moves and death)
 */
export function judgePoll({ feed, outcome, now, jitter }: PollToJudge): PollVerdict {
  return outcome.kind === "failure" ? judgeFailure(feed, outcome.error, now, jitter) : judgeSuccess(feed, outcome, now, jitter);
}

function judgeSuccess(feed: DueFeed, outcome: Exclude<PollReading, { kind: "failure" }>, now: Date, jitter: number): PollVerdict {
  const { event: moved, ...address } = judgeMove(feed, outcome.movedTo, now);
  const gap =
    outcome.kind === "read" && outcome.knownCount !== null ? detectGap({ ...outcome, feed, knownCount: outcome.knownCount }) : null;
  const hints = outcome.kind === "read" ? outcome.feedHints : feed.hints;
  const result =
    outcome.kind === "read" ? { ...outcome, hasGap: gap !== null, hasNew: outcome.knownCount !== outcome.publishedAt.length } : outcome;
  const next = schedule(feed, now, { ...commonFacts(feed, now, jitter), feedHints: hints, serverHints: outcome.hints, result });
  const healed = healedEvent(feed);
  return {
    ...next,
    ...address,
    isSuccess: true,
    failureCount: 0,
    lastErrorKind: null,
    lastError: null,
    goneAt: null,
    hints,
    holdHost: null,
    events: [healed, moved, gap].filter((event) => event !== null),
  };
}

function judgeFailure(feed: DueFeed, error: PollError, now: Date, jitter: number): PollVerdict {
  const failureCount = feed.failureCount + 1;
  const result = { kind: "failure", error, failureCount } as const;
  const next = schedule(feed, now, { ...commonFacts(feed, now, jitter), feedHints: feed.hints, serverHints: silent, result });
  const isGone = error.kind === "http-status" && error.status === 410 && !feed.publisher.isSample;
  const words = pollErrorWords(error);
  return {
    ...next,
    isSuccess: false,
    failureCount,
    lastErrorKind: error.kind,
    lastError: words,
    goneAt: isGone ? now : null,
    url: feed.url,
    // A poll that was not answered says nothing about a move: the count neither grows nor begins anew.
    movedTo: feed.movedTo,
    movedCount: feed.movedCount,
    movedSince: feed.movedSince,
    hints: feed.hints,
    holdHost: holdOf(feed, error, failureCount, now),
    events: error.kind === "robots" ? refusedEvents(feed, words) : failureEvents(error, words, failureCount, isGone),
  };
}

const commonFacts = (feed: DueFeed, now: Date, jitter: number) => ({
  now,
  jitter,
  range: pollRange(feed),
  keptSec: feed.intervalSec,
  lastEntryAt: feed.lastEntryAt,
});

function schedule(feed: DueFeed, now: Date, facts: Parameters<typeof scheduleNextPoll>[0]): NextPoll {
  if (feed.publisher.isSample) return { nextPollAt: addMs(now, sampleSec * secondMs), intervalSec: sampleSec };
  return scheduleNextPoll(facts);
}

function holdOf(feed: DueFeed, error: PollError, failureCount: number, now: Date): PollVerdict["holdHost"] {
  if (error.kind !== "http-status" || feed.publisher.isSample) return null;
  const { status, retryAfterSec } = error;
  if (status !== 429 && !(status === 503 && retryAfterSec !== null)) return null;
  const restSec = retryAfterSec ?? Math.min(backOffSec(error, failureCount, 0), hostRestSecMax);
  const { host } = new URL(error.url ?? feed.url);
  return { host, until: addMs(now, restSec * secondMs), reason: pollErrorWords(error) };
}

function failureEvents(error: PollError, words: string, failureCount: number, isGone: boolean): FeedEventDraft[] {
  if (isGone) return [{ kind: "gone", words: `${words} It is not asked again until someone looks.` }];
  if (failureCount === weeklyAfter && isDead(error))
    return [{ kind: "failing", words: `Seems dead: asked only weekly from now on. ${words}` }];
  if (failureCount !== failingFrom) return [];
  return [{ kind: "failing", words: `Failed ${failureCount} times in a row. ${words} It is asked less and less often until it answers.` }];
}

/** Said once for as long as the refusal lasts. */
function refusedEvents(feed: DueFeed, words: string): FeedEventDraft[] {
  return feed.lastErrorKind === "robots" ? [] : [{ kind: "refused", words: `${words} The file is looked at again every day.` }];
}

function healedEvent(feed: DueFeed): FeedEventDraft | null {
  if (feed.lastErrorKind === "robots") return { kind: "healed", words: "robots.txt no longer refuses this feed." };
  return feed.failureCount >= failingFrom ? { kind: "healed", words: `Answers again after ${feed.failureCount} failures in a row.` } : null;
}
