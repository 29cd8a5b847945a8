import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { addMs, dayMs, minuteMs } from "@/lib/core/clock";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import type { PollContext } from "@/lib/jobs/context";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { pollRound } from "@/lib/jobs/poll-round";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { rss } from "./local-feed";

const { db, url, close } = await createTestDatabase();

const byName = "User-agent: Broadsheet\nDisallow: /";
const forAll = "User-agent: *\nDisallow: /";

type Host = { origin: string; robots: string; movedTo: string | null; asked: string[]; close: () => void };

/** A publisher's host: an origin of its own each time, since what one says is kept a day. */
async function startHost(robots: string, movedTo: string | null = null): Promise<Host> {
  const host: Host = { origin: "", robots, movedTo, asked: [], close: () => server.close() };
  const server = createServer((request, response) => {
    host.asked.push(request.url ?? "/");
    if (request.url === "/robots.txt") return response.writeHead(200, { "content-type": "text/plain" }).end(host.robots);
    if (host.movedTo) return response.writeHead(302, { location: host.movedTo }).end();
    response.writeHead(200, { "content-type": "application/rss+xml" }).end(rss(["Told once"]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  admitOrigin(host.origin);
  return host;
}

const start = new Date("2026-11-20T12:00:00Z");
const poll = (now: Date) => {
  const context: PollContext = {
    log: silentLog,
    now: () => now,
    scope: "all",
    pauses: makeHostPauses(0),
    exemptHosts: [],
    newsroomOrigin: null,
  };
  return pollRound(context);
};

let host: Host;

beforeAll(async () => {
  adoptQueue(await startQueue({ connectionString: url, isWorker: false, onError: () => undefined }));
});
beforeEach(async () => {
  await db.article.deleteMany();
  await db.feed.deleteMany();
  await db.publisher.deleteMany();
  host = await startHost(byName);
});
afterEach(() => host.close());
afterAll(async () => {
  await stopFeedLanes();
  await stopQueue();
  await close();
});

async function addFeed(addedBy: "member" | "catalogue", licence: "headline" | "partner" = "headline") {
  const publisherId = await storePublisher(db, "paper");
  await db.publisher.update({ where: { id: publisherId }, data: { licence } });
  return db.feed.create({ data: { publisherId, url: `${host.origin}/feed`, section: "world", addedBy, nextPollAt: start } });
}
const eventKinds = async () => (await db.feedEvent.findMany({ orderBy: { id: "asc" } })).map((event) => event.kind);

it("leaves a member's feed alone where robots.txt refuses it by name, says so, and looks again a day later", async () => {
  const { id } = await addFeed("member");
  expect(await poll(start)).toMatchObject({ failed: 1 });
  expect(host.asked).toEqual(["/robots.txt"]);
  const refused = await db.feed.findUniqueOrThrow({ where: { id } });
  expect(refused).toMatchObject({ lastErrorKind: "robots", lastError: expect.stringContaining("asks Broadsheet by name") });
  expect(refused.nextPollAt.getTime()).toBeGreaterThanOrEqual(addMs(start, dayMs).getTime());
  expect(await eventKinds()).toEqual(["refused"]);
  host.robots = forAll;
  expect(await poll(addMs(refused.nextPollAt, minuteMs))).toMatchObject({ stored: 1, created: 1 });
  expect(host.asked).toEqual(["/robots.txt", "/robots.txt", "/feed"]);
  expect(await eventKinds()).toEqual(["refused", "healed"]);
});

it("asks a member's host for robots.txt once a day, however often its feed is polled", async () => {
  host.robots = forAll;
  const { id } = await addFeed("member");
  for (const hours of [0, 2, 4]) {
    await db.feed.update({ where: { id }, data: { nextPollAt: start } });
    await poll(addMs(start, hours * 60 * minuteMs));
  }
  expect(host.asked).toEqual(["/robots.txt", "/feed", "/feed", "/feed"]);
});

it("reads nothing from another origin that refuses it by name", async () => {
  const other = await startHost(byName);
  host.robots = forAll;
  host.movedTo = `${other.origin}/feed`;
  const { id } = await addFeed("member");
  expect(await poll(start)).toMatchObject({ failed: 1, stored: 0 });
  other.close();
  const refused = await db.feed.findUniqueOrThrow({ where: { id } });
  expect(refused).toMatchObject({ lastErrorKind: "robots", lastError: expect.stringContaining(new URL(other.origin).host), etag: null });
});

it.each([
  ["the catalogue", "catalogue", "headline"],
  ["a contract", "member", "partner"],
] as const)("does not ask for robots.txt where %s brought the feed", async (_name, addedBy, licence) => {
  await addFeed(addedBy, licence);
  await poll(start);
  expect(host.asked).toEqual(["/feed"]);
});
