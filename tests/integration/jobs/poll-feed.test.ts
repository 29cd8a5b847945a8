import { afterAll, beforeAll, expect, it } from "vitest";
import { claimFeed } from "@/lib/feeds/claim-store";
import { pollFeed } from "@/lib/jobs/poll-feed";
import { listOwnFeeds } from "@/lib/partners/feed-check-store";
import { sharedPool } from "@/lib/platform/db";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { adoptQueue, type PgBoss, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { rss, startLocalFeed } from "./local-feed";

const { db, url, close } = await createTestDatabase();
let answer = { status: 200, type: "application/rss+xml", body: rss(["Gates open", "Gates close"]) };
const server = await startLocalFeed(() => answer);
admitOrigin(server.origin);
const publisherId = await storePublisher(db, "local");
const feed = await db.feed.create({ data: { publisherId, url: `${server.origin}/feed.xml`, section: "world" } });

let boss: PgBoss;
beforeAll(async () => {
  boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  adoptQueue(boss);
});
afterAll(async () => {
  await stopQueue();
  await server.close();
  await close();
});

const poll = async () => {
  const leased = await claimFeed(feed.id, { now: new Date(), leaseSec: 60 });
  if (!leased) throw new Error("the feed could not be claimed");
  return pollFeed(leased, () => new Date());
};
const waiting = async (name: string) => (await boss.findJobs(name, { queued: true })).map((job) => job.data);

it("stores the entries with the validators, and enqueues what follows in the same transaction", async () => {
  expect(await poll()).toMatchObject({ kind: "stored", counts: { entries: 2, created: 2, revised: 0, dropped: 0 } });
  const stored = await db.feed.findUniqueOrThrow({ where: { id: feed.id } });
  expect(stored).toMatchObject({ failureCount: 0, leaseUntil: null, validatorsUrl: `${server.origin}/feed.xml` });
  expect(stored.etag).not.toBeNull();
  expect(stored.nextPollAt.getTime()).toBeGreaterThan(Date.now() + 4 * 60_000);
  expect(await waiting("stories.assign")).toEqual([{ language: "en" }]);
  expect(await waiting("pages.invalidate")).toHaveLength(1);
});

it("asks with the stored validator and takes a 304 for unchanged", async () => {
  expect(await poll()).toEqual({ kind: "not-modified" });
  expect(server.requests.at(-1)?.headers["if-none-match"]).toBeDefined();
});

it("reads new and corrected entries, and enqueues nothing for what stands", async () => {
  answer = { ...answer, body: rss(["Gates open wide", "Gates close", "Gates repainted"]) };
  expect(await poll()).toMatchObject({ kind: "stored", counts: { entries: 3, created: 1, revised: 1, unchanged: 1 } });
});

it("says in words what could not be read, until the feed is mended", async () => {
  const findings = async () => (await listOwnFeeds(publisherId, new Date(), sharedPool()))[0]?.findings;
  const { body } = answer;
  answer = { ...answer, body: body.replace("</channel>", "<item></item></channel>") };
  expect(await poll()).toMatchObject({ kind: "stored", counts: { dropped: 1 } });
  expect(await findings()).toEqual(["1 entry could not be read and is left out."]);
  expect(await poll()).toEqual({ kind: "not-modified" });
  expect(await findings()).toHaveLength(1);
  answer = { ...answer, body };
  expect(await poll()).toMatchObject({ kind: "stored", counts: { dropped: 0 } });
  expect(await findings()).toEqual([]);
});

it("turns a publisher's fault into state on the feed and keeps the articles", async () => {
  answer = { status: 503, type: "text/plain", body: "no" };
  expect(await poll()).toMatchObject({ kind: "failed", error: { kind: "http-status", status: 503 } });
  answer = { status: 200, type: "text/html", body: "<html><body>Moved</body></html>" };
  expect(await poll()).toMatchObject({ kind: "failed", error: { kind: "not-a-feed" } });
  const failing = await db.feed.findUniqueOrThrow({ where: { id: feed.id } });
  expect(failing).toMatchObject({ failureCount: 2, lastErrorKind: "not-a-feed" });
  expect(await db.article.count({ where: { publisherId } })).toBe(3);
});
