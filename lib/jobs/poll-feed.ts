import { primaryLanguage } from "@/lib/articles/count-words";
import { entryToArticle } from "@/lib/articles/entry-to-article";
import { findSharedUrls } from "@/lib/articles/identify-entry";
import { requestLeadPictures } from "@/lib/articles/media-store";
import { type StoreCounts, storeEntries } from "@/lib/articles/store";
import { hash32 } from "@/lib/core/hash";
import { mediaHash, mediaHref } from "@/lib/core/media-href";
import type { Result } from "@/lib/core/result";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { pollErrorWords } from "@/lib/feeds/poll-error-words";
import { sanitizerVersion } from "@/lib/feeds/sanitise-html";
import { type PollRecord, recordPoll } from "@/lib/feeds/store";
import type { DueFeed, FetchedFeed, ParsedFeed, PollError } from "@/lib/feeds/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue, type JobRequest } from "@/lib/platform/queue";
import { planNextPoll } from "./plan-next-poll";

/** What one poll did, in counts. */
export type PollCounts = { fetched: number; entries: number; created: number; revised: number; unchanged: number; dropped: number };

export type PollOutcome =
  | { kind: "stored"; counts: PollCounts; createdIds: number[] }
  | { kind: "not-modified" }
  | { kind: "failed"; error: PollError }
  /** Another claimer took over: this poll wrote nothing. */
  | { kind: "lost" };

type FetchedBody = Extract<FetchedFeed, { kind: "body" }>;

/** A picture inside a text is shown in this width; pages offer the others. */
const bodyPictureWidth = 960;

/** How a poll gets at a feed's bytes; the guarded fetcher unless a caller has just fetched it. */
export type FetchStep = (feed: DueFeed) => Promise<Result<FetchedFeed, PollError>>;

/**
 * Polls one claimed feed: fetch, compare with the last body, parse, and in one transaction store the entries,
 * the feed's state with its validators, and the jobs that follow. A publisher's fault becomes state on the
 * feed, never an exception.
 */
export async function pollFeed(feed: DueFeed, now: () => Date, fetchStep: FetchStep = fetchFeed): Promise<PollOutcome> {
  const fetched = await fetchStep(feed);
  if (!fetched.ok) return recordFailure(feed, fetched.error, now());
  if (fetched.value.kind === "not-modified") return recordUnchanged(feed, fetched.value, null, now());
  const bodyHash = hash32(fetched.value.bytes);
  if (bodyHash === feed.bodyHash) return recordUnchanged(feed, fetched.value, bodyHash, now());
  return readBody(feed, fetched.value, bodyHash, now());
}

async function readBody(feed: DueFeed, body: FetchedBody, bodyHash: string, now: Date): Promise<PollOutcome> {
  const bodyMedia = new Map<string, string>();
  const parsed = await parseFeed(body.bytes, {
    contentType: body.contentType,
    url: body.finalUrl,
    firstSeenAt: now,
    pictureHref: (url) => {
      const hash = mediaHash(url);
      bodyMedia.set(hash, url);
      return mediaHref(hash, bodyPictureWidth);
    },
  });
  if (!parsed.ok) return recordFailure(feed, { kind: "not-a-feed", reason: parsed.error.reason }, now);
  return storeParsed(feed, { body, bodyHash, bodyMedia, parsed: parsed.value }, now);
}

type ReadFeed = { body: FetchedBody; bodyHash: string; bodyMedia: ReadonlyMap<string, string>; parsed: ParsedFeed };

async function storeParsed(feed: DueFeed, read: ReadFeed, now: Date): Promise<PollOutcome> {
  const { parsed, body } = read;
  const context = {
    feed,
    homeUrl: parsed.feed.homeUrl ?? new URL("/", feed.url).href,
    sharedUrls: findSharedUrls(parsed.entries),
    bodyMedia: read.bodyMedia,
    firstSeenAt: now,
  };
  const drafts = parsed.entries.flatMap((entry) => entryToArticle(entry, context) ?? []);
  const dates = drafts.map((draft) => draft.publishedAt);
  const next = planNextPoll({
    feed,
    error: null,
    serverHints: body.hints,
    feedHints: parsed.feed.hints,
    publishedAt: dates,
    now,
    jitter: Math.random(),
  });
  const record: PollRecord = { kind: "success", validators: body.validators, bodyHash: read.bodyHash, lastEntryAt: newest(dates) };
  const stored = await inTransaction(async (tx) => {
    if (!(await recordPoll(feed, record, next, now, tx))) return null;
    const counts = await storeEntries(tx, feed, drafts, { now, sanitizerVersion });
    await enqueueFollowUps(feed, counts, now, tx);
    return counts;
  });
  if (!stored) return { kind: "lost" };
  const dropped = parsed.dropped + parsed.entries.length - drafts.length;
  const { created, revised, unchanged, createdIds } = stored;
  return { kind: "stored", createdIds, counts: { fetched: 1, entries: parsed.entries.length, created, revised, unchanged, dropped } };
}

async function enqueueFollowUps(feed: DueFeed, counts: StoreCounts, now: Date, tx: Tx): Promise<void> {
  if (counts.ids.length === 0) return;
  await enqueue({ name: "pages.invalidate", data: { articleIds: counts.ids } }, tx);
  if (counts.created > 0) await enqueue(assignmentFor(feed), tx);
  await requestLeadPictures(counts.ids, now, tx);
}

/** The job that gives a feed's new articles their stories: one waits for each language. */
export function assignmentFor(feed: DueFeed): JobRequest {
  const language = primaryLanguage(feed.language ?? feed.publisher.language);
  return { name: "stories.assign", data: { language }, key: language, delaySec: 1 };
}

async function recordUnchanged(feed: DueFeed, fetched: FetchedFeed, bodyHash: string | null, now: Date): Promise<PollOutcome> {
  const next = planNextPoll({
    feed,
    error: null,
    serverHints: fetched.hints,
    feedHints: null,
    publishedAt: [],
    now,
    jitter: Math.random(),
  });
  const record: PollRecord = { kind: "success", validators: fetched.validators, bodyHash, lastEntryAt: null };
  return (await recordPoll(feed, record, next, now)) ? { kind: "not-modified" } : { kind: "lost" };
}

async function recordFailure(feed: DueFeed, error: PollError, now: Date): Promise<PollOutcome> {
  const serverHints = { maxAgeSec: null, retryAfterSec: null };
  const next = planNextPoll({ feed, error, serverHints, feedHints: null, publishedAt: [], now, jitter: Math.random() });
  const record: PollRecord = { kind: "failure", errorKind: error.kind, errorWords: pollErrorWords(error) };
  return (await recordPoll(feed, record, next, now)) ? { kind: "failed", error } : { kind: "lost" };
}

function newest(dates: readonly Date[]): Date | null {
  return dates.length === 0 ? null : new Date(Math.max(...dates.map((date) => date.getTime())));
}
