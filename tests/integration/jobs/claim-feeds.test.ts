import { afterAll, beforeEach, expect, it } from "vitest";
import { type ClaimOptions, claimDueFeeds, claimFeed, releaseLeases, renewLeases } from "@/lib/feeds/claim-store";
import { judgePoll } from "@/lib/feeds/judge-poll";
import { recordPolls } from "@/lib/feeds/poll-record-store";
import type { DueFeed } from "@/lib/feeds/types";
import { sql } from "@/lib/platform/sql";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date("2026-11-20T12:00:00Z");
const later = new Date("2026-11-20T12:00:46Z");
const publisherId = await storePublisher(db, "claimed");
const sampleId = await storePublisher(db, "sampled", true);
const options: ClaimOptions = { now, limit: 20, leaseSec: 45, scope: "all", restingHosts: [], exemptHosts: [], isProven: true };

beforeEach(async () => {
  await db.hostHold.deleteMany();
  await db.feed.deleteMany();
});

const addFeeds = (urls: string[], owner = publisherId) =>
  db.feed.createMany({ data: urls.map((url) => ({ publisherId: owner, url, section: "top", nextPollAt: now })) });
const manyHosts = (count: number) => Array.from({ length: count }, (_, n) => `https://p${n}.example/feed`);
const urlsOf = (feeds: DueFeed[]) => feeds.map((feed) => feed.url).sort();
const unchanged = (feed: DueFeed) => {
  const outcome = { kind: "unchanged", hints: { maxAgeSec: null, retryAfterSec: null }, movedTo: null } as const;
  return {
    feed,
    verdict: judgePoll({ feed, outcome, now, jitter: 0 }),
    validators: null,
    bodyHash: null,
    lastEntryAt: null,
    findings: null,
    created: 0,
  };
};

it("limits a sample worker to sample titles, which also come first", async () => {
  await addFeeds(manyHosts(3));
  await addFeeds(["https://s.example/feed"], sampleId);
  expect((await claimDueFeeds({ ...options, limit: 1 })).map((feed) => feed.publisher.slug)).toEqual(["sampled"]);
  expect(await claimDueFeeds({ ...options, scope: "sample" })).toEqual([]);
});

it("never gives two claimers one feed, nor one feed twice while its lease holds", async () => {
  await addFeeds(manyHosts(30));
  const claims = await Promise.all([claimDueFeeds(options), claimDueFeeds(options), claimDueFeeds(options)]);
  const ids = claims.flat().map((feed) => feed.id);
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
  expect(await claimDueFeeds(options)).toEqual([]);
  expect(await claimDueFeeds({ ...options, now: later, limit: 500 })).toHaveLength(30);
});

it("hands out one feed of a host at a time, whoever asks, unless the host is exempt", async () => {
  const urls = ["https://one.example/a", "https://one.example/b", "https://two.example/a"];
  await addFeeds(urls);
  const claims = await Promise.all([claimDueFeeds(options), claimDueFeeds(options)]);
  expect(urlsOf(claims.flat())).toEqual(["https://one.example/a", "https://two.example/a"]);
  await releaseLeases(claims.flat());
  expect(urlsOf(await claimDueFeeds({ ...options, exemptHosts: ["one.example"] }))).toEqual(urls);
});

it("passes over resting hosts, held hosts, gone feeds and feeds that are not due", async () => {
  await addFeeds([
    "https://rests.example/a",
    "https://held.example/a",
    "https://gone.example/a",
    "https://early.example/a",
    "https://due.example/a",
  ]);
  await db.hostHold.create({ data: { host: "held.example", until: later, reason: "429" } });
  await db.feed.update({ where: { url: "https://gone.example/a" }, data: { goneAt: now } });
  await db.feed.update({ where: { url: "https://early.example/a" }, data: { nextPollAt: later } });
  expect(urlsOf(await claimDueFeeds({ ...options, restingHosts: ["rests.example"] }))).toEqual(["https://due.example/a"]);
});

it("lets a poll whose lease has passed on write nothing, and renew or release nothing", async () => {
  await addFeeds(["https://fenced.example/a"]);
  const [stale] = await claimDueFeeds(options);
  const [fresh] = await claimDueFeeds({ ...options, now: later });
  if (!stale || !fresh) throw new Error("the feed was not claimed twice");
  const before = await db.feed.findUniqueOrThrow({ where: { id: fresh.id } });
  expect(await recordPolls([unchanged(stale)], now, sql)).toEqual(new Set());
  await renewLeases([stale], { now: new Date("2030-01-01T00:00:00Z"), leaseSec: 45 });
  await releaseLeases([stale]);
  expect(await db.feed.findUniqueOrThrow({ where: { id: fresh.id } })).toEqual(before);
  expect(await recordPolls([unchanged(fresh)], now, sql)).toEqual(new Set([fresh.id]));
  expect(await recordPolls([unchanged(fresh)], now, sql)).toEqual(new Set());
});

it("writes the times of a feed that brought nothing, and nothing else of it", async () => {
  await addFeeds(["https://quiet.example/a"]);
  const [feed] = await claimDueFeeds(options);
  if (!feed) throw new Error("the feed was not claimed");
  const before = await db.feed.findUniqueOrThrow({ where: { id: feed.id } });
  const record = unchanged(feed);
  await recordPolls([record], now, sql);
  const { nextPollAt, intervalSec } = record.verdict;
  const times = { nextPollAt, intervalSec, leaseUntil: null, lastPolledAt: now, lastSuccessAt: now };
  expect(await db.feed.findUniqueOrThrow({ where: { id: feed.id } })).toEqual({ ...before, ...times });
});

it("keeps a feed while its heart beats", async () => {
  await addFeeds(["https://beats.example/a"]);
  const claimed = await claimDueFeeds(options);
  await renewLeases(claimed, { now: later, leaseSec: 45 });
  expect(await claimDueFeeds({ ...options, now: later })).toEqual([]);
  expect(await claimFeed(claimed[0]?.id ?? 0, { now: later, leaseSec: 45 })).toBeNull();
});
