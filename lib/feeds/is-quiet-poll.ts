import type { PollVerdict } from "./poll-verdict";
import type { DueFeed, Validators } from "./types";

/** What of a feed's row a poll that brought nothing leaves as it is. */
export type FeedBefore = Pick<DueFeed, "etag" | "lastModified" | "validatorsUrl" | "hints" | "movedTo" | "failureCount" | "lastErrorKind">;

/** What a poll leaves on its feed: its verdict, and what the next conditional request needs. */
export type PollNews = {
  verdict: PollVerdict;
  /** Null leaves those of the last answer in place. */
  validators: Validators | null;
  /** Null leaves the one of the last body in place (304, failure). */
  bodyHash: string | null;
  /** Newest date among the entries; null when nothing was read. */
  lastEntryAt: Date | null;
  /** What reading the body ran into, in words; null leaves those of the last body in place. */
  findings: readonly string[] | null;
  /** Entries that were stored for the first time: what the day's count grows by. */
  created: number;
};

/**
 * Whether a poll says nothing but that nothing has changed: of its feed only the times are written anew. Most polls of
 * a day are such, and one narrow statement serves all of them.
 */
export function isQuietPoll(feed: FeedBefore, { verdict, validators, bodyHash, lastEntryAt, findings, created }: PollNews): boolean {
  const wasWell = feed.failureCount === 0 && feed.lastErrorKind === null && feed.movedTo === null;
  const isWell = verdict.isSuccess && verdict.movedTo === null && verdict.events.length === 0;
  const hasRead = bodyHash !== null || lastEntryAt !== null || findings !== null || created > 0 || verdict.hints !== feed.hints;
  return wasWell && isWell && !hasRead && (validators === null || isSame(feed, validators));
}

const isSame = (feed: FeedBefore, { etag, lastModified, validatorsUrl }: Validators): boolean =>
  etag === feed.etag && lastModified === feed.lastModified && validatorsUrl === feed.validatorsUrl;
