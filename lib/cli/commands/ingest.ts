import type { Writable } from "node:stream";
import { err, ok, type Result } from "@/lib/core/result";
import { addFeed, findFeedId } from "@/lib/feeds/add-feed-store";
import { claimFeed } from "@/lib/feeds/claim-store";
import { describePublisher } from "@/lib/feeds/describe-publisher";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { parseFeedKillably } from "@/lib/feeds/parse-gateway";
import { pollErrorWords } from "@/lib/feeds/poll-error-words";
import type { FetchedFeed, PollError } from "@/lib/feeds/types";
import { announceStories } from "@/lib/jobs/announce-stories";
import { pollFeed } from "@/lib/jobs/poll-feed";
import type { FetchStep } from "@/lib/jobs/read-poll";
import type { PollCounts } from "@/lib/jobs/store-polls";
import { db } from "@/lib/platform/db";
import { stopQueue } from "@/lib/platform/queue";
import { assignStories, listUnassignedLanguages } from "@/lib/stories/store";

type Io = { stdout: Writable; stderr: Writable };
type IngestError = PollError | { kind: "busy"; reason: string };

const leaseSec = 120;
/** A feed without validators of an earlier poll: the whole of it is fetched and compared anew. */
const noMemory = { etag: null, lastModified: null, validatorsUrl: null, bodyHash: null };

/**
 * `broadsheet ingest URL`: runs one feed through the whole pipeline and prints what it did as one line of JSON.
 * A feed that nobody has catalogued is attached to a publisher made from its home page's host, under the
 * `headline` licence.
 *
 * @returns 0; 1 with `{"error":{kind,reason}}` when the feed could not be read; 2 for a wrong command line
 */
export async function ingestCommand(args: string[], io: Io): Promise<number> {
  const url = args[0];
  if (args.length !== 1 || !url || !/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    io.stderr.write("Usage: broadsheet ingest URL (an http or https address of a feed)\n");
    return 2;
  }
  try {
    const done = await ingest(new URL(url).href);
    io.stdout.write(`${JSON.stringify(done.ok ? done.value : { error: { kind: done.error.kind, reason: reasonOf(done.error) } })}\n`);
    return done.ok ? 0 : 1;
  } finally {
    await stopFeedLanes();
    await stopQueue();
    await db.$disconnect();
  }
}

async function ingest(url: string): Promise<Result<PollCounts, IngestError>> {
  const knownId = await findFeedId(url);
  return knownId === null ? ingestUnknown(url) : ingestKnown(knownId, fetchFeed);
}

async function ingestUnknown(url: string): Promise<Result<PollCounts, IngestError>> {
  const fetched = await fetchFeed({ url, ...noMemory });
  if (!fetched.ok) return fetched;
  if (fetched.value.kind !== "body") return err({ kind: "not-a-feed", reason: "the server sent no body" });
  const { bytes, contentType, finalUrl } = fetched.value;
  const parsed = await parseFeedKillably(bytes, { contentType, url: finalUrl });
  if (!parsed.ok) return err({ kind: "not-a-feed", reason: parsed.error.reason });
  const feedId = await addFeed(url, describePublisher(parsed.value.feed, finalUrl));
  return ingestKnown(feedId, async () => ok<FetchedFeed>(fetched.value));
}

async function ingestKnown(feedId: number, fetchStep: FetchStep): Promise<Result<PollCounts, IngestError>> {
  const feed = await claimFeed(feedId, { now: new Date(), leaseSec });
  if (!feed) return err({ kind: "busy", reason: "a worker is polling this feed right now" });
  const outcome = await pollFeed({ ...feed, ...noMemory }, () => new Date(), fetchStep);
  switch (outcome.kind) {
    case "failed":
      return err(outcome.error);
    case "lost":
      return err({ kind: "busy", reason: "a worker took this feed over" });
    case "not-modified":
      return ok({ fetched: 0, entries: 0, created: 0, revised: 0, unchanged: 0, dropped: 0 });
    case "stored":
      for (const language of await listUnassignedLanguages(db)) await assignAll(language);
      return ok(outcome.counts);
    default:
      return outcome satisfies never;
  }
}

async function assignAll(language: string): Promise<void> {
  for (;;) {
    const counts = await assignStories(language);
    await announceStories(language, counts, new Date());
    if (!counts.hasMore) return;
  }
}

const reasonOf = (error: IngestError): string => (error.kind === "busy" ? error.reason : pollErrorWords(error));
