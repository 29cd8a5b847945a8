import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { claimDueFeeds, claimFeed } from "@/lib/feeds/claim-store";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import type { PollContext } from "@/lib/jobs/context";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { pollRound } from "@/lib/jobs/poll-round";
import { readPoll } from "@/lib/jobs/read-poll";
import { storePolls } from "@/lib/jobs/store-polls";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, type PgBoss, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { rss, startLocalFeed } from "./local-feed";

const { db, url, close } = await createTestDatabase();
const server = await startLocalFeed((path) => ({
  status: 200,
  type: "application/rss+xml",
  body: rss([`Told at ${path}`, `Told again at ${path}`]),
}));
admitOrigin(server.origin);
const host = new URL(server.origin).host;

const makeContext = (): PollContext => ({
  log: silentLog,
  now: () => new Date(),
  scope: "all",
  pauses: makeHostPauses(2_000),
  exemptHosts: [host],
  newsroomOrigin: null,
});

let boss: PgBoss;
beforeAll(async () => {
  boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  adoptQueue(boss);
});
beforeEach(async () => {
  await db.article.deleteMany();
  await db.feed.deleteMany();
  server.requests.length = 0;
});
afterAll(async () => {
  await stopFeedLanes();
  await stopQueue();
  await server.close();
  await close();
});

async function addFeeds(name: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const publisherId = await storePublisher(db, `${name}-${index}`);
    await db.feed.create({ data: { publisherId, url: `${server.origin}/${name}-${index}`, section: "world" } });
  }
}
const articleRows = () => db.$queryRaw`SELECT xmin::text, id FROM article ORDER BY id`;

it("polls each due feed once though two workers run rounds at once", async () => {
  await addFeeds("shared", 40);
  const rounds = await Promise.all([pollRound(makeContext()), pollRound(makeContext())]);
  expect(rounds.reduce((sum, round) => sum + round.stored, 0)).toBe(40);
  expect(rounds.reduce((sum, round) => sum + round.created, 0)).toBe(80);
  expect(server.requests).toHaveLength(40);
  expect(await db.feed.count({ where: { leaseUntil: null, lastSuccessAt: { not: null } } })).toBe(40);
});

it("commits nothing but the schedule for feeds that did not change", async () => {
  await addFeeds("still", 5);
  await pollRound(makeContext());
  const [articles, jobs] = [await articleRows(), (await boss.findJobs("pages.invalidate", { queued: true })).length];
  await db.feed.updateMany({ data: { nextPollAt: new Date(0) } });
  expect(await pollRound(makeContext())).toMatchObject({ unchanged: 5, stored: 0 });
  expect(await articleRows()).toEqual(articles);
  expect(await db.revision.count()).toBe(0);
  expect((await boss.findJobs("pages.invalidate", { queued: true })).length).toBe(jobs);
  expect(await db.feed.count({ where: { nextPollAt: { gt: new Date() }, etag: { not: null } } })).toBe(5);
});

it("stores the others of a set in which the database refuses one feed's entries", async () => {
  await db.$executeRaw`CREATE OR REPLACE FUNCTION refuse_poison() RETURNS trigger AS $$
    BEGIN IF NEW.headline LIKE '%poison-2' THEN RAISE EXCEPTION 'poison'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql`;
  await db.$executeRaw`CREATE TRIGGER refuse_poison BEFORE INSERT ON article FOR EACH ROW EXECUTE FUNCTION refuse_poison()`;
  await addFeeds("poison", 5);
  expect(await pollRound(makeContext())).toMatchObject({ stored: 4, failed: 1, created: 8 });
  await db.$executeRaw`DROP TRIGGER refuse_poison ON article`;
  const refused = await db.feed.findFirstOrThrow({ where: { failureCount: 1 } });
  expect(refused).toMatchObject({ url: `${server.origin}/poison-2`, leaseUntil: null, etag: null, bodyHash: null });
});

it("writes no entry of a poll whose lease has passed to another", async () => {
  await addFeeds("fenced", 1);
  const [slow] = await claimDueFeeds({
    now: new Date(Date.now() - 60_000),
    limit: 1,
    leaseSec: 45,
    scope: "all",
    restingHosts: [],
    exemptHosts: [],
    isProven: true,
  });
  const feed = await db.feed.findFirstOrThrow();
  const stale = slow ?? (await claimFeed(feed.id, { now: new Date(Date.now() - 60_000), leaseSec: 45 }));
  if (!stale) throw new Error("the feed was not claimed");
  const read = await readPoll(stale, () => new Date());
  expect(await claimFeed(feed.id, { now: new Date(), leaseSec: 45 })).not.toBeNull();
  expect(await storePolls([read], new Date())).toEqual([{ kind: "lost" }]);
  expect(await db.article.count()).toBe(0);
});

it("gives back what it had not begun when it is told to stop", async () => {
  await addFeeds("stopped", 3);
  const stopping = new AbortController();
  stopping.abort();
  expect(await pollRound(makeContext(), { signal: stopping.signal })).toMatchObject({ stored: 0 });
  expect(await db.feed.count({ where: { leaseUntil: null } })).toBe(3);
});
