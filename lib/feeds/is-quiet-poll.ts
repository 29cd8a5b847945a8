import type { PollVerdict } from "./poll-verdict";
import type { DueFeed, Validators } from "./types";

/** What of a feed's row a poll that brought nothing leaves as it is. */
export type FeedBefore = Pick<DueFeed, "etag" | "lastModified" | "validatorsUrl" | "hints" | "movedTo" | "failureCount" | "lastErrorKind">;

/** A poll as far as its feed's row is concerned; null leaves what the last answer left. */
type Poll = {
  verdict: PollVerdict;
  validators: Validators | null;
  bodyHash: string | null;
  lastEntryAt: Date | null;
  findings: readonly string[] | null;
  created: number;
};

/**
 * Whether a poll says nothing but that nothing has changed: of its feed only the times are written anew. Most polls of
 * a day are such, and one narrow statement serves all of them.
 */
export function isQuietPoll(feed: FeedBefore, { verdict, validators, bodyHash, lastEntryAt, findings, created }: Poll): boolean {
  const wasWell = feed.failureCount === 0 && feed.lastErrorKind === null && feed.movedTo === null;
  const isWell = verdict.isSuccess && verdict.movedTo === null && verdict.events.length === 0;
  const hasRead = bodyHash !== null || lastEntryAt !== null || findings !== null || created > 0 || verdict.hints !== feed.hints;
  return wasWell && isWell && !hasRead && (validators === null || isSame(feed, validators));
}

const isSame = (feed: FeedBefore, { etag, lastModified, validatorsUrl }: Validators): boolean =>
  etag === feed.etag && lastModified === feed.lastModified && validatorsUrl === feed.validatorsUrl;
