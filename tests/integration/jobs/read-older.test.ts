import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { claimFeed } from "@/lib/feeds/claim-store";
import type { WorkerContext } from "@/lib/jobs/context";
import { readOlder } from "@/lib/jobs/handlers/read-older";
import { createHostGate } from "@/lib/jobs/host-gate";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { payloads } from "@/lib/jobs/payloads";
import { pollFeed } from "@/lib/jobs/poll-feed";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, type PgBoss, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { startLocalFeed } from "./local-feed";

const { db, url, close } = await createTestDatabase();
/** How many documents the publisher keeps, and what a document says stands behind it. */
let archive = { documents: 3, link: (page: number) => `<link rel="prev-archive" href="/feed/${page}"/>` };
let robots = "";
const server = await startLocalFeed((path) =>
  path === "/robots.txt"
    ? { status: 200, type: "text/plain", body: robots }
    : { status: 200, type: "application/atom+xml", body: document(Number.parseInt(path.split("/")[2] ?? "", 10)) },
);
admitOrigin(server.origin);
const publisherId = await storePublisher(db, "archived");

let boss: PgBoss;
beforeAll(async () => {
  boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  adoptQueue(boss);
});
beforeEach(async () => {
  await db.article.deleteMany();
  await db.feed.deleteMany();
  await db.robotsRecord.deleteMany();
  server.requests.length = 0;
  robots = "";
});
afterAll(async () => {
  await stopQueue();
  await server.close();
  await close();
});

const context: WorkerContext = {
  log: silentLog,
  gate: createHostGate(0, () => true),
  pauses: makeHostPauses(0),
  exemptHosts: [],
  webOrigin: "http://127.0.0.1:9",
  newsroomOrigin: null,
  scope: "all",
  now: () => new Date(),
};

const document = (page: number): string => `<feed xmlns="http://www.w3.org/2005/Atom"><title>Archived</title><id>urn:a</id>
${page + 1 < archive.documents ? archive.link(page + 1) : ""}
${[0, 1].map((place) => entry(page * 2 + place)).join("\n")}${page === 1 ? stale : ""}</feed>`;
/** An entry that the second document still holds as it once was. */
let stale = "";

const entry = (number: number): string => `<entry><id>urn:a:${number}</id><title>Bulletin number ${number} of the harbour</title>
<link href="https://archived.example/${number}"/><published>${new Date(Date.now() - number * 3_600_000).toISOString()}</published>
<summary>What number ${number} had to tell.</summary></entry>`;

/** Polls the feed, then does what was asked for behind it until nothing more is. */
async function readWhole(afterPoll: () => Promise<unknown> = async () => undefined): Promise<number> {
  const feed = await db.feed.create({ data: { publisherId, url: `${server.origin}/feed/0`, section: "world" } });
  const leased = await claimFeed(feed.id, { now: new Date(), leaseSec: 60 });
  if (!leased) throw new Error("the feed could not be claimed");
  await pollFeed(leased, () => new Date());
  await afterPoll();
  for (let jobs = 0; ; jobs += 1) {
    const [job] = await boss.fetch("feeds.older");
    if (!job) return jobs;
    await readOlder(payloads["feeds.older"].parse(job.data), context);
    await boss.complete("feeds.older", job.id);
  }
}

it("reads the archives of a feed that is new, each once and without conditions", async () => {
  expect(await readWhole()).toBe(2);
  expect(server.requests.map(({ path }) => path)).toEqual(["/feed/0", "/robots.txt", "/feed/1", "/feed/2"]);
  expect(server.requests.some(({ headers }) => headers["if-none-match"])).toBe(false);
  expect(await db.article.count()).toBe(6);
});

it("leaves the archives alone once the feed is known", async () => {
  await readWhole();
  await db.feed.updateMany({ data: { bodyHash: null, etag: null, nextPollAt: new Date() } });
  const feed = await db.feed.findFirstOrThrow();
  const leased = await claimFeed(feed.id, { now: new Date(), leaseSec: 60 });
  if (leased) await pollFeed(leased, () => new Date());
  expect(await boss.fetch("feeds.older")).toEqual([]);
});

it("goes ten documents back and no further", async () => {
  archive = { documents: 30, link: (page) => `<link rel="next" href="/feed/${page}"/>` };
  expect(await readWhole()).toBe(10);
  expect(await db.article.count()).toBe(22);
});

it("ends where a document holds nothing new, though it leads on", async () => {
  archive = { documents: 30, link: () => '<link rel="next" href="/feed/0?page=2"/>' };
  expect(await readWhole()).toBe(1);
  expect(await db.article.count()).toBe(2);
});

it("brings no correction back that an archive does not know yet", async () => {
  archive = { documents: 3, link: (page) => `<link rel="prev-archive" href="/feed/${page}"/>` };
  stale = "<entry><id>urn:a:0</id><title>What number 0 was called before it was corrected</title><summary>Wrong.</summary></entry>";
  await readWhole();
  stale = "";
  expect(await db.article.findFirst({ where: { guid: "urn:a:0" } })).toMatchObject({ headline: "Bulletin number 0 of the harbour" });
  expect(await db.article.count()).toBe(6);
});

it("reads on only where robots.txt lets us, and where the title is still read", async () => {
  robots = "User-agent: *\nDisallow: /feed/1";
  expect(await readWhole()).toBe(1);
  expect(server.requests.map(({ path }) => path)).toEqual(["/feed/0", "/robots.txt"]);
  await db.feed.deleteMany();
  await db.article.deleteMany();
  await db.robotsRecord.deleteMany();
  robots = "";
  await readWhole(() => db.publisher.updateMany({ data: { pausedAt: new Date() } }));
  await db.publisher.updateMany({ data: { pausedAt: null } });
  expect(await db.article.count()).toBe(2);
});

it("never leaves the feed's own server", async () => {
  archive = { documents: 3, link: (page) => `<link rel="prev-archive" href="https://elsewhere.example/feed/${page}"/>` };
  expect(await readWhole()).toBe(0);
});
