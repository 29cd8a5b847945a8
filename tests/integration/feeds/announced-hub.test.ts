import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { claimFeed } from "@/lib/feeds/claim-store";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { readPoll } from "@/lib/jobs/read-poll";
import { storePolls } from "@/lib/jobs/store-polls";
import { env } from "@/lib/platform/env";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { rss } from "../jobs/local-feed";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });

const says: { link: string | null; titles: string[] } = { link: null, titles: [] };
// A feed that has not changed answers the same bytes, whatever the second.
const bodies = new Map<string, string>();
const bodyOf = (titles: string[]): string => {
  const key = titles.join();
  bodies.set(key, bodies.get(key) ?? rss(titles));
  return bodies.get(key) ?? "";
};
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-type": "application/rss+xml", ...(says.link ? { link: says.link } : {}) }).end(bodyOf(says.titles));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
admitOrigin(origin);
afterAll(async () => {
  server.close();
  await boss.stop();
  await stopQueue();
  await stopFeedLanes();
  await close();
});

const publisherId = await storePublisher(db, "announcing");
const { id } = await db.feed.create({ data: { publisherId, url: `${origin}/rss`, section: "world" }, select: { id: true } });

async function poll(link: string | null, ...titles: string[]) {
  Object.assign(says, { link, titles });
  const feed = await claimFeed(id, { now: new Date(), leaseSec: 60 });
  if (!feed) throw new Error("the feed is held");
  await storePolls([await readPoll(feed, () => new Date())], new Date());
  return db.feed.findUniqueOrThrow({ where: { id }, select: { hubUrl: true, topicUrl: true } });
}

it("follows what a feed announces: a hub, another one, none", async () => {
  const hub = { hubUrl: "https://hub.example/", topicUrl: `${origin}/rss` };
  expect(await poll(null, "One")).toEqual({ hubUrl: null, topicUrl: null });
  expect(await poll("<https://hub.example/>; rel=hub", "Two")).toEqual(hub);
  expect(await poll("<https://other.example/>; rel=hub", "Two")).toEqual(hub);
  expect(await poll("<https://other.example/>; rel=hub, <https://t.example/>; rel=self", "Three")).toEqual({
    hubUrl: "https://other.example/",
    topicUrl: "https://t.example/",
  });
  expect(await poll(null, "Four")).toEqual({ hubUrl: null, topicUrl: null });
});
