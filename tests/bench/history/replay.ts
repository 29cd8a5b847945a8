import { unpackDrafts } from "@/lib/articles/packed-drafts";
import { ok } from "@/lib/core/result";
import { claimFeed } from "@/lib/feeds/claim-store";
import type { FetchedFeed } from "@/lib/feeds/types";
import { readPoll } from "@/lib/jobs/read-poll";
import { storePolls } from "@/lib/jobs/store-polls";
import type { PrismaClient } from "@/prisma/generated/client";
import type { WriteCounter } from "./count-writes";
import type { History, Snapshot } from "./types";

/** What the polls of a replay did. */
export type Replay = {
  polls: number;
  failed: number;
  unchangedPolls: number;
  /** Rows that polls wrote which brought what they had brought before, by table. */
  idleWrites: Map<string, number>;
  /** Feeds that carried an entry under this key. */
  feedsOfGuid: Map<string, Set<string>>;
};

/**
 * Polls every snapshot at its own time through the production pipeline: claim, read, decide, store, follow-up jobs.
 * Only the fetch is replaced, by the recorded bytes.
 */
export async function replay(history: History, db: PrismaClient, writes: WriteCounter): Promise<Replay> {
  const feedIds = await storeFeeds(history, db);
  const result: Replay = { polls: 0, failed: 0, unchangedPolls: 0, idleWrites: new Map(), feedsOfGuid: new Map() };
  await writes.take();
  for (const snapshot of history.snapshots) {
    const kind = await pollSnapshot(feedIds.get(snapshot.feed) ?? 0, snapshot, result.feedsOfGuid);
    result.polls += 1;
    if (kind === "failed" || kind === "lost") result.failed += 1;
    const written = await writes.take();
    if (!snapshot.isUnchanged) continue;
    result.unchangedPolls += 1;
    for (const [table, rows] of written) result.idleWrites.set(table, (result.idleWrites.get(table) ?? 0) + rows);
    if (written.size > 0) process.stderr.write(`${snapshot.feed} ${snapshot.at.toISOString()} wrote ${JSON.stringify([...written])}\n`);
  }
  return result;
}

async function storeFeeds(history: History, db: PrismaClient): Promise<Map<string, number>> {
  const publisher = await db.publisher.create({
    data: {
      slug: "history",
      name: "History",
      homeUrl: "https://history.example/",
      country: "GB",
      language: "en-GB",
      editions: ["en", "GB"],
      colour: "#1d3b53",
      initials: "H",
      licence: "headline",
      wall: "open",
    },
    select: { id: true },
  });
  const feedIds = new Map<string, number>();
  for (const name of new Set(history.snapshots.map((snapshot) => snapshot.feed))) {
    const url = `https://history.example/${name}.xml`;
    const section = sectionOf.get(name) ?? "world";
    const feed = await db.feed.create({ data: { publisherId: publisher.id, url, section }, select: { id: true } });
    feedIds.set(name, feed.id);
  }
  return feedIds;
}

/** Section feeds state their section, as in the catalogue; the rest are the country's and the world's. */
const sectionOf = new Map([
  ["home_uk", "top"],
  ["business", "business"],
  ["politics", "politics"],
  ["health", "health"],
  ["science_and_environment", "science"],
  ["technology", "technology"],
]);

async function pollSnapshot(feedId: number, snapshot: Snapshot, feedsOfGuid: Replay["feedsOfGuid"]): Promise<string> {
  const feed = await claimFeed(feedId, { now: snapshot.at, leaseSec: 60 });
  if (!feed) return "lost";
  const poll = await readPoll(
    feed,
    () => snapshot.at,
    async () => ok(asAnswer(snapshot, feed.url)),
  );
  for (const { guidHash } of unpackDrafts(poll.drafts))
    feedsOfGuid.set(guidHash, (feedsOfGuid.get(guidHash) ?? new Set()).add(snapshot.feed));
  const [outcome] = await storePolls([poll], snapshot.at);
  if (outcome?.kind === "failed") process.stderr.write(`${snapshot.feed} ${snapshot.at.toISOString()}: ${JSON.stringify(outcome.error)}\n`);
  return outcome?.kind ?? "lost";
}

const asAnswer = (snapshot: Snapshot, url: string): FetchedFeed => ({
  kind: "body",
  bytes: snapshot.bytes(),
  contentType: "application/rss+xml",
  finalUrl: url,
  movedTo: null,
  validators: { etag: null, lastModified: null, validatorsUrl: url },
  hints: { maxAgeSec: null, retryAfterSec: null },
});
