import { draftFeedKillably } from "@/lib/articles/draft-gateway";
import { draftTitleOf } from "@/lib/articles/draft-title";
import { noDrafts, type PackedDrafts } from "@/lib/articles/packed-drafts";
import { hash32 } from "@/lib/core/hash";
import { bodyPictureWidth } from "@/lib/core/media-href";
import type { Result } from "@/lib/core/result";
import { shorten } from "@/lib/core/text";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { findHub, type HubLinks } from "@/lib/feeds/find-hub";
import { findOlder } from "@/lib/feeds/find-older";
import type { PollReading } from "@/lib/feeds/judge-poll";
import { readingWords } from "@/lib/feeds/reading-words";
import type { DueFeed, FetchedFeed, PollError, Validators } from "@/lib/feeds/types";

/** A poll that has been asked and read, and is not written yet. */
export type ReadPoll = {
  feed: DueFeed;
  reading: PollReading;
  /** Null leaves those of the last answer in place. */
  validators: Validators | null;
  bodyHash: string | null;
  /** What the feed announces; absent where this poll read no feed. */
  hub?: HubLinks | null;
  /** Where its entries go on; absent where this poll read no feed. */
  olderUrl?: string | null;
  drafts: PackedDrafts;
  entries: number;
  dropped: number;
  /** What reading it ran into, in words; null leaves those of the last answer in place. */
  findings: string[] | null;
};

/** How a poll gets at a feed's bytes; the guarded fetcher unless a caller has just fetched it. */
export type FetchStep = (feed: DueFeed) => Promise<Result<FetchedFeed, PollError>>;

/** Of one answer so many findings are kept, each no longer than this (UTF-16 units). */
const findingsMax = 10;
const findingCharsMax = 300;

type FetchedBody = Extract<FetchedFeed, { kind: "body" }>;

/**
 * Asks a feed and reads what it answers: fetch, compare with the last body, parse, make drafts. Writes nothing. A
 * publisher's fault becomes a reading, never an exception.
 */
export async function readPoll(feed: DueFeed, now: () => Date, fetchStep: FetchStep = fetchFeed): Promise<ReadPoll> {
  const fetched = await fetchStep(feed);
  if (!fetched.ok) return failed(feed, fetched.error);
  const answer = fetched.value;
  if (answer.kind === "not-modified") return unchanged(feed, answer, null);
  const bodyHash = hash32(answer.bytes);
  if (bodyHash === feed.bodyHash) return unchanged(feed, answer, bodyHash);
  return readBody(feed, answer, bodyHash, now());
}

async function readBody(feed: DueFeed, body: FetchedBody, bodyHash: string, now: Date): Promise<ReadPoll> {
  const { contentType, finalUrl: url, linkHeader } = body;
  const options = { contentType, url, firstSeenAt: now, pictureWidth: bodyPictureWidth };
  const drafted = await draftFeedKillably({ bytes: body.bytes, options, title: draftTitleOf(feed) });
  if (!drafted.ok) return failed(feed, { kind: "not-a-feed", reason: drafted.error.reason });
  const { feed: info, drafts, entries, dropped, warnings } = drafted.value;
  return {
    feed,
    reading: {
      kind: "read",
      hints: body.hints,
      movedTo: body.movedTo,
      feedHints: info.hints,
      publishedAt: drafts.publishedAt,
      knownCount: null,
    },
    validators: body.validators,
    bodyHash,
    hub: findHub({ linkHeader, url, feed: info }),
    olderUrl: findOlder({ linkHeader, url, feed: info }),
    drafts,
    entries,
    dropped,
    findings: readingWords({ dropped, warnings })
      .slice(0, findingsMax)
      .map((words) => shorten(words, findingCharsMax)),
  };
}

const nothing = { drafts: noDrafts, entries: 0, dropped: 0, findings: null };

/** A feed that gave no usable answer. */
export const failed = (feed: DueFeed, error: PollError): ReadPoll => ({
  ...nothing,
  feed,
  reading: { kind: "failure", error },
  validators: null,
  bodyHash: null,
});

const unchanged = (feed: DueFeed, answer: FetchedFeed, bodyHash: string | null): ReadPoll => ({
  ...nothing,
  feed,
  reading: { kind: "unchanged", hints: answer.hints, movedTo: answer.movedTo },
  validators: answer.validators,
  bodyHash,
});
