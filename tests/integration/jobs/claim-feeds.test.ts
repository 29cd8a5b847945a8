import { afterAll, expect, it } from "vitest";
import { claimDueFeeds, findLeasedFeed, recordPoll } from "@/lib/feeds/store";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date("2026-11-20T12:00:00Z");
const later = new Date("2026-11-20T12:30:00Z");
const publisherId = await storePublisher(db, "claimed");
const sampleId = await storePublisher(db, "sampled", true);
const feedRow = (owner: number) => (n: number) => ({
  publisherId: owner,
  url: `https://p${owner}.example/${n}`,
  section: "top",
  nextPollAt: now,
});
await db.feed.createMany({ data: Array.from({ length: 30 }, (_, n) => n).map(feedRow(publisherId)) });
await db.feed.createMany({ data: [0, 1].map(feedRow(sampleId)) });

const options = { now, limit: 20, leaseSec: 600, scope: "all" } as const;

it("limits a sample worker to sample titles", async () => {
  const claimed = await claimDueFeeds({ ...options, scope: "sample" }, db);
  expect(claimed.map((feed) => feed.publisher.slug)).toEqual(["sampled", "sampled"]);
});

it("never gives two claimers one feed, nor one feed twice while its lease holds", async () => {
  const claims = await Promise.all([claimDueFeeds(options, db), claimDueFeeds(options, db), claimDueFeeds(options, db)]);
  const ids = claims.flat().map((feed) => feed.id);
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
  expect(await claimDueFeeds(options, db)).toEqual([]);
});

it("lets a poll whose lease has passed on write nothing", async () => {
  const [again] = await claimDueFeeds({ ...options, now: later, limit: 1 }, db);
  if (!again) throw new Error("no feed was claimed");
  const stale = { id: again.id, leaseToken: again.leaseToken - 1 };
  const next = { nextPollAt: later, intervalSec: 900 };
  const success = { kind: "success", validators: null, bodyHash: null, lastEntryAt: null } as const;
  expect(await findLeasedFeed(stale.id, stale.leaseToken, later, db)).toBeNull();
  expect(await recordPoll(stale, success, next, later, db)).toBe(false);
  expect(await recordPoll(again, success, next, later, db)).toBe(true);
  expect(await recordPoll(again, success, next, later, db)).toBe(false);
});
