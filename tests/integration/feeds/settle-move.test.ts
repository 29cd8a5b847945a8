import { afterAll, beforeEach, expect, it } from "vitest";
import { claimDueFeeds, claimFeed } from "@/lib/feeds/claim-store";
import { judgePoll } from "@/lib/feeds/judge-poll";
import { settleMove } from "@/lib/feeds/merge-store";
import { recordPolls } from "@/lib/feeds/poll-record-store";
import { inSqlTransaction } from "@/lib/platform/sql";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date("2026-11-20T12:00:00Z");
const home = "https://old.example/feed";
const away = "https://new.example/feed";
const paper = await storePublisher(db, "paper");
const rival = await storePublisher(db, "rival");

beforeEach(async () => {
  await db.feed.deleteMany();
});

/** A feed whose next answer is the tenth to say that it has moved. */
const addMoving = (url = home) =>
  db.feed.create({
    data: {
      publisherId: paper,
      url,
      section: "top",
      movedTo: away,
      movedCount: 9,
      movedSince: new Date("2026-11-19T08:00:00Z"),
      minIntervalSec: 600,
      nextPollAt: now,
    },
  });
const addOther = (publisherId: number) =>
  db.feed.create({ data: { publisherId, url: away, section: "top", nextPollAt: now, addedBy: "member" } });

async function pollMoving(id: number): Promise<void> {
  const feed = await claimFeed(id, { now, leaseSec: 45 });
  if (!feed) throw new Error("the feed is held");
  const outcome = { kind: "unchanged", hints: { maxAgeSec: null, retryAfterSec: null }, movedTo: away } as const;
  await inSqlTransaction(async (conn) => {
    const verdict = await settleMove(feed, judgePoll({ feed, outcome, now, jitter: 0 }), now, conn);
    await recordPolls([{ feed, verdict, validators: null, bodyHash: null, lastEntryAt: null, findings: null, created: 0 }], now, conn);
  });
}
const eventsOf = async (feedId: number) =>
  (await db.feedEvent.findMany({ where: { feedId }, orderBy: { id: "asc" } })).map(({ kind, words }) => ({ kind, words }));

it("gives a moved feed its new address and remembers the old one", async () => {
  const { id } = await addMoving();
  await pollMoving(id);
  const feed = await db.feed.findUniqueOrThrow({ where: { id } });
  expect(feed).toMatchObject({ url: away, formerUrls: [home], movedTo: null, movedCount: 0, isActive: true, leaseUntil: null });
  expect(await eventsOf(id)).toMatchObject([{ kind: "moved" }]);
});

it("merges it into the same publisher's feed at that address, which keeps what both were promised", async () => {
  const [{ id }, other] = [await addMoving(), await addOther(paper)];
  await pollMoving(id);
  const [retired, survivor] = await Promise.all([id, other.id].map((each) => db.feed.findUniqueOrThrow({ where: { id: each } })));
  expect(retired).toMatchObject({ url: home, isActive: false, movedTo: away, leaseUntil: null });
  expect(survivor).toMatchObject({ url: away, isActive: true, formerUrls: [home], addedBy: "catalogue", minIntervalSec: 600 });
  expect((await eventsOf(id)).map((event) => event.kind)).toEqual(["merged"]);
  expect((await eventsOf(other.id)).map((event) => event.kind)).toEqual(["merged"]);
});

it("never touches another publisher's feed, and says so once", async () => {
  const [{ id }, other] = [await addMoving(), await addOther(rival)];
  await pollMoving(id);
  await pollMoving(id);
  expect(await db.feed.findUniqueOrThrow({ where: { id } })).toMatchObject({ url: home, isActive: true, movedTo: away, movedCount: 11 });
  expect(await db.feed.findUniqueOrThrow({ where: { id: other.id } })).toEqual(other);
  expect(await eventsOf(id)).toMatchObject([{ kind: "moved", words: expect.stringContaining("Nothing was changed") }]);
});

it("gives one of two feeds that move to one place the address and merges the other into it", async () => {
  const first = await addMoving();
  const second = await addMoving("https://older.example/feed");
  await pollMoving(first.id);
  await pollMoving(second.id);
  expect(await db.feed.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
    url: away,
    isActive: true,
    formerUrls: [home, "https://older.example/feed"],
  });
  expect(await db.feed.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({ isActive: false });
});

it("does not claim a feed that came due late, within an hour or a day that it rules out", async () => {
  const hints = { ttlMinutes: null, skipHoursUtc: [11, 12], skipDays: [6], updatePeriodMinutes: null };
  await db.feed.create({ data: { publisherId: paper, url: home, section: "top", nextPollAt: now, hints } });
  const options = { limit: 5, leaseSec: 45, scope: "all", restingHosts: [], exemptHosts: [], isProven: true } as const;
  const claimedAt = async (at: string) => (await claimDueFeeds({ ...options, now: new Date(at) })).length;
  expect(await claimedAt("2026-11-20T12:59:59Z")).toBe(0);
  expect(await claimedAt("2026-11-21T13:00:00Z")).toBe(0);
  expect(await claimedAt("2026-11-20T13:00:00Z")).toBe(1);
});
