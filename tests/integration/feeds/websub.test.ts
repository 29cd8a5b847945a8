import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { GET, POST } from "@/app/api/websub/[key]/route";
import { addMs, dayMs, minuteMs } from "@/lib/core/clock";
import { recordHubs } from "@/lib/feeds/hub-store";
import { hastenFeed } from "@/lib/jobs/handlers/hasten-feed";
import { subscribeHubs } from "@/lib/jobs/handlers/subscribe-hubs";
import { createHostGate } from "@/lib/jobs/host-gate";
import { env } from "@/lib/platform/env";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { startQueue, stopQueue } from "@/lib/platform/queue";
import { sql } from "@/lib/platform/sql";
import { type HubManners, signWith, startLocalHub } from "../../support/local-hub";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
const publicOrigin = "https://paper.example.org";
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: publicOrigin });

// The handlers as Next calls them, behind a plain server.
const web = createServer(async (request, response) => {
  const asked = new URL(request.url ?? "/", publicOrigin);
  const context = { params: Promise.resolve({ key: asked.pathname.split("/").at(-1) ?? "" }) };
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value);
  const answer =
    request.method === "GET"
      ? await GET(new Request(asked), context)
      : await POST(new Request(asked, { method: "POST", headers, body: Buffer.concat(chunks) }), context);
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
});
await new Promise<void>((resolve) => web.listen(0, "127.0.0.1", resolve));
const webOrigin = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
const reach = (callback: string) => callback.replace(publicOrigin, webOrigin);

const manners: HubManners = { status: 202, verifies: "before", leaseSec: 10_000 };
const hub = await startLocalHub(reach, manners);
admitOrigin(new URL(hub.url).origin);

const topic = "https://titles.example/rss.xml";
const planned = new Date("2030-01-01T00:00:00Z");
const publisherId = await storePublisher(db, "pushing");
const { id: feedId } = await db.feed.create({
  data: { publisherId, url: topic, section: "world", nextPollAt: planned },
  select: { id: true },
});

const at = { now: new Date() };
const context = { log: silentLog, gate: createHostGate(0, () => true), now: () => at.now };
const subscription = () => db.hubSubscription.findUniqueOrThrow({ where: { feedId } });
const nextPollAt = async () => (await db.feed.findUniqueOrThrow({ where: { id: feedId } })).nextPollAt;

beforeEach(async () => {
  Object.assign(manners, { status: 202, verifies: "before", leaseSec: 10_000 });
  hub.orders.length = 0;
  hub.subscribers.length = 0;
  at.now = new Date();
  Object.assign(env(), { PUBLIC_URL: publicOrigin });
  await db.hubSubscription.deleteMany();
  await db.hostHold.deleteMany();
  await db.feedEvent.deleteMany();
  await db.feed.update({ where: { id: feedId }, data: { nextPollAt: planned, lastPolledAt: null, leaseUntil: null, isActive: true } });
  await recordHubs([{ feedId, hub: { hubUrl: hub.url, topicUrl: topic } }], sql);
});
afterAll(async () => {
  await stopQueue();
  await hub.close();
  web.close();
  await close();
});

it("subscribes with an unguessable callback and a secret, and is verified whether the hub asks before or after it answers", async () => {
  await subscribeHubs(context);
  const [order] = hub.orders;
  expect(order?.get("hub.mode")).toBe("subscribe");
  expect(order?.get("hub.topic")).toBe(topic);
  expect(order?.get("hub.callback")).toMatch(/^https:\/\/paper\.example\.org\/api\/websub\/[\w-]{43}$/);
  expect(order?.get("hub.secret")).toMatch(/^[\da-f]{64}$/);
  expect(await subscription()).toMatchObject({ state: "active", failure: null });
  await db.hubSubscription.deleteMany();
  manners.verifies = "after";
  await subscribeHubs(context);
  await vi.waitFor(async () => expect(await subscription()).toMatchObject({ state: "active" }));
  expect(hub.orders[1]?.get("hub.callback")).not.toBe(order?.get("hub.callback"));
  expect(await db.feedEvent.count({ where: { feedId, kind: "hub" } })).toBe(2);
});

it("renews at 80% of the lease, with the same callback, and not before", async () => {
  await subscribeHubs(context);
  const before = await subscription();
  at.now = addMs(new Date(), 7_900_000);
  await subscribeHubs(context);
  expect(hub.orders).toHaveLength(1);
  at.now = addMs(new Date(), 8_100_000);
  await subscribeHubs(context);
  expect(hub.orders).toHaveLength(2);
  const after = await subscription();
  expect([after.callbackKey, after.secret]).toEqual([before.callbackKey, before.secret]);
  expect(after.expiresAt?.getTime()).toBeGreaterThan(before.expiresAt?.getTime() ?? 0);
});

it("verifies nothing it did not ask for: another topic, another key, a second time, or unsubscribing", async () => {
  manners.verifies = "never";
  await subscribeHubs(context);
  const { callbackKey } = await subscription();
  const ask = async (query: Record<string, string>, key = callbackKey) =>
    (await fetch(`${webOrigin}/api/websub/${key}?${new URLSearchParams({ "hub.challenge": "c", "hub.lease_seconds": "600", ...query })}`))
      .status;
  expect(await ask({ "hub.mode": "subscribe", "hub.topic": "https://titles.example/other.xml" })).toBe(404);
  expect(await ask({ "hub.mode": "unsubscribe", "hub.topic": topic })).toBe(404);
  expect(await ask({ "hub.mode": "subscribe", "hub.topic": topic }, "x".repeat(43))).toBe(404);
  expect((await subscription()).state).toBe("pending");
  expect(await ask({ "hub.mode": "subscribe", "hub.topic": topic })).toBe(200);
  expect(await ask({ "hub.mode": "subscribe", "hub.topic": topic })).toBe(404);
});

it("takes a signed push as a hint to poll now, in any digest but SHA-1 of a hub that is not known for it", async () => {
  await subscribeHubs(context);
  for (const method of ["sha256", "sha512"] as const) {
    await db.feed.update({ where: { id: feedId }, data: { nextPollAt: planned } });
    expect(await hub.publish(topic, "<rss/>", signWith(method))).toEqual([202]);
    expect((await nextPollAt()).getTime()).toBeLessThanOrEqual(Date.now());
  }
  expect((await subscription()).lastPushAt).not.toBeNull();
  await db.feed.update({ where: { id: feedId }, data: { nextPollAt: planned } });
  await hub.publish(topic, "<rss/>", signWith("sha1"));
  expect(await nextPollAt()).toEqual(planned);
});

it("answers a forged or unsigned push like any other and ignores it", async () => {
  await subscribeHubs(context);
  const signatures = [
    () => null,
    () => "sha256=00",
    () => "",
    (body: string) => signWith("sha256")(body, "guess"),
    (_body: string, secret: string) => signWith("sha256")("other", secret),
  ];
  for (const signature of signatures) expect(await hub.publish(topic, "<rss/>", signature)).toEqual([202]);
  expect(await nextPollAt()).toEqual(planned);
  expect((await subscription()).lastPushAt).toBeNull();
});

it("polls no sooner than a minute after the last poll, nor while the host rests", async () => {
  await subscribeHubs(context);
  const polledAt = new Date();
  await db.feed.update({ where: { id: feedId }, data: { lastPolledAt: polledAt } });
  await hub.publish(topic, "<rss/>");
  expect(await nextPollAt()).toEqual(addMs(polledAt, minuteMs));
  await db.feed.update({ where: { id: feedId }, data: { nextPollAt: planned } });
  await db.hostHold.create({ data: { host: "titles.example", until: addMs(polledAt, dayMs), reason: "asked to" } });
  await hub.publish(topic, "<rss/>");
  expect(await nextPollAt()).toEqual(addMs(polledAt, dayMs));
});

it("hears a push that came during a poll again after it", async () => {
  const boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  await subscribeHubs(context);
  await db.feed.update({ where: { id: feedId }, data: { leaseUntil: addMs(new Date(), minuteMs) } });
  await hub.publish(topic, "<rss/>");
  expect(await boss.findJobs("feeds.hasten", { key: String(feedId) })).toHaveLength(1);
  await boss.stop();
  await db.feed.update({ where: { id: feedId }, data: { nextPollAt: planned, leaseUntil: null } });
  await hastenFeed({ feedId }, context);
  expect(await nextPollAt()).toEqual(at.now);
});

it("tells hubs to stop once a feed is gone, denied or changes its hub", async () => {
  await subscribeHubs(context);
  const { callbackKey } = await subscription();
  await fetch(
    `${webOrigin}/api/websub/${callbackKey}?${new URLSearchParams({ "hub.mode": "denied", "hub.topic": topic, "hub.reason": "quota" })}`,
  );
  expect(await subscription()).toMatchObject({ state: "refused", failure: "The hub denied the subscription: quota" });
  expect(await hub.publish(topic, "<rss/>")).toEqual([410]);
  await db.feed.update({ where: { id: feedId }, data: { isActive: false } });
  await subscribeHubs(context);
  expect(await db.hubSubscription.count()).toBe(0);
  expect(await hub.publish(topic, "<rss/>")).toEqual([410]);
});

it("asks a new hub with a new key and secret", async () => {
  await subscribeHubs(context);
  const before = await subscription();
  await recordHubs([{ feedId, hub: { hubUrl: hub.url, topicUrl: `${topic}?v=2` } }], sql);
  await subscribeHubs(context);
  const after = await subscription();
  expect(after).toMatchObject({ topicUrl: `${topic}?v=2`, state: "active" });
  expect(after.callbackKey).not.toBe(before.callbackKey);
  expect(after.secret).not.toBe(before.secret);
});

it("leaves a hub that refuses alone for a week and says so once", async () => {
  manners.status = 403;
  manners.verifies = "never";
  await subscribeHubs(context);
  expect(await subscription()).toMatchObject({ state: "refused", failure: "the hub answered with status 403" });
  at.now = addMs(new Date(), 6 * dayMs);
  await subscribeHubs(context);
  expect(hub.orders).toHaveLength(1);
  at.now = addMs(new Date(), 7.1 * dayMs);
  await subscribeHubs(context);
  expect(hub.orders).toHaveLength(2);
  expect(await db.feedEvent.count({ where: { feedId, kind: "hub" } })).toBe(1);
});

it("keeps a running lease when a renewal fails", async () => {
  await subscribeHubs(context);
  at.now = addMs(new Date(), 8_100_000);
  manners.status = 503;
  manners.verifies = "never";
  await subscribeHubs(context);
  expect(await subscription()).toMatchObject({ state: "active", failure: "the hub answered with status 503" });
});

it("subscribes nowhere on an install that hubs cannot reach", async () => {
  for (const PUBLIC_URL of [undefined, "http://paper.example.org", "https://localhost:3000", "https://10.0.0.1", "https://paper.local"]) {
    Object.assign(env(), { PUBLIC_URL });
    await subscribeHubs(context);
  }
  expect(hub.orders).toHaveLength(0);
});

it("takes bodies no larger than a feed", async () => {
  await subscribeHubs(context);
  expect(await hub.publish(topic, "x".repeat(10 * 1_048_576 + 1))).toEqual([413]);
});
