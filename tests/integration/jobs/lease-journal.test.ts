import { spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, expect, it } from "vitest";
import { claimDueFeeds, claimFeed, releaseLeases } from "@/lib/feeds/claim-store";
import type { DueFeed } from "@/lib/feeds/types";
import { makeLeaseJournal } from "@/lib/jobs/lease-journal";
import { silentLog } from "@/lib/platform/log";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
const publisherId = await storePublisher(db, "paper");
afterAll(close);
beforeEach(async () => {
  await db.feed.deleteMany();
});

/** A process that was and is no more. */
const deadPid = spawnSync(process.execPath, ["--version"]).pid;

async function holdFeeds(count: number): Promise<DueFeed[]> {
  const held: DueFeed[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await db.feed.create({ data: { publisherId, url: `https://paper.example/${index}`, section: "world" } });
    const feed = await claimFeed(id, { now: new Date(), leaseSec: 30 });
    if (feed) held.push(feed);
  }
  return held;
}
const countHeld = () => db.feed.count({ where: { leaseUntil: { gt: new Date() } } });

it("gives back what a killed worker held as soon as another starts in its place", async () => {
  const folder = await makeTempFolder("broadsheet-journal-");
  makeLeaseJournal(folder, silentLog, deadPid).note(await holdFeeds(3));
  await makeLeaseJournal(folder, silentLog).giveBack(new Date());
  expect(await countHeld()).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});

it("has what is given back taken first by a worker that has lived a while, last by one that may die of it", async () => {
  const folder = await makeTempFolder("broadsheet-journal-");
  const [left] = await holdFeeds(1);
  const now = new Date(Date.now() + 1_000);
  if (!left) throw new Error("nothing was held");
  const waiting = "https://waits.example/feed";
  await db.feed.create({ data: { publisherId, section: "world", url: waiting, nextPollAt: new Date(now.getTime() - 60_000) } });
  makeLeaseJournal(folder, silentLog, deadPid).note([left]);
  await makeLeaseJournal(folder, silentLog).giveBack(now);
  const options = { now, limit: 1, leaseSec: 30, scope: "all", restingHosts: [], exemptHosts: [] } as const;
  const claimed = async (isProven: boolean): Promise<string[]> => {
    const feeds = await claimDueFeeds({ ...options, isProven });
    await releaseLeases(feeds);
    if (isProven) await db.feed.update({ where: { id: left.id }, data: { leaseUntil: now } });
    return feeds.map((feed) => feed.url);
  };
  expect(await claimed(true)).toEqual([left.url]);
  expect(await claimed(false)).toEqual([waiting]);
});

it("leaves alone what has passed on to another and what a living worker holds", async () => {
  const folder = await makeTempFolder("broadsheet-journal-");
  const held = await holdFeeds(2);
  makeLeaseJournal(folder, silentLog, deadPid).note(held.map((feed) => ({ ...feed, leaseToken: feed.leaseToken - 1 })));
  makeLeaseJournal(folder, silentLog, process.ppid).note(held);
  await makeLeaseJournal(folder, silentLog).giveBack(new Date());
  expect(await countHeld()).toBe(2);
});

it("gives back what was held under its own number in a former life, and starts whatever the files hold", async () => {
  const folder = await makeTempFolder("broadsheet-journal-");
  makeLeaseJournal(folder, silentLog).note(await holdFeeds(1));
  writeFileSync(path.join(folder, `${deadPid}.json`), "[[1,");
  await makeLeaseJournal(folder, silentLog).giveBack(new Date());
  expect(await countHeld()).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
});
