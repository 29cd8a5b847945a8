import type { FeedHints } from "./types";

/** What the admin is told of a feed; written to `feed_event` in the poll's own transaction. */
export type FeedEventDraft = {
  kind: "failing" | "healed" | "moved" | "merged" | "gone" | "refused" | "gap" | "quarantined" | "hub" | "quiet" | "spoke";
  /** One plain sentence for people. */
  words: string;
};

/**
 * Everything a poll changes on its feed's row besides validators and body hash, success, 304 and failure alike, so that
 * one statement serves any number of feeds; of a quiet poll the times alone are written (`isQuietPoll`).
 */
export type PollVerdict = {
  nextPollAt: Date;
  /** The wait before jitter, in seconds. */
  intervalSec: number;
  isSuccess: boolean;
  failureCount: number;
  lastErrorKind: string | null;
  /** The error in words for people; null after a success. */
  lastError: string | null;
  /** Set by the first 410; null otherwise. A gone feed is not due until someone looks. */
  goneAt: Date | null;
  /** The feed's address from now on: another than before once a permanent move is believed. */
  url: string;
  movedTo: string | null;
  movedCount: number;
  movedSince: Date | null;
  hints: FeedHints | null;
  /** The whole host rests until then (429, 503 with Retry-After); null leaves it alone. */
  holdHost: { host: string; until: Date; reason: string } | null;
  events: FeedEventDraft[];
};
