import { afterAll, beforeAll, expect, it } from "vitest";
import { ok } from "@/lib/core/result";
import { claimFeed } from "@/lib/feeds/claim-store";
import type { FetchedFeed } from "@/lib/feeds/types";
import { pollFeed } from "@/lib/jobs/poll-feed";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
const publisherId = await storePublisher(db, "churning");
const feed = await db.feed.create({ data: { publisherId, url: "https://churning.example/feed.xml", section: "world" } });

beforeAll(async () => adoptQueue(await startQueue({ connectionString: url, isWorker: false, onError: () => undefined })));
afterAll(async () => {
  await stopQueue();
  await close();
});

const startAt = Date.UTC(2026, 10, 20, 12);
const hour = (hours: number): Date => new Date(startAt + hours * 3_600_000);

/** The feed's ten newest entries at `poll`, one an hour, under guids and addresses of this fetch where `visit` is given. */
const window = (
  poll: number,
  visit: string,
): string => `<rss version="2.0"><channel><title>Churning</title><link>https://churning.example/</link>
${Array.from({ length: 10 }, (_, index) => item(poll - index, visit)).join("\n")}</channel></rss>`;
const item = (
  id: number,
  visit: string,
): string => `<item><title>Report ${id} on the quay</title><guid isPermaLink="false">report-${id}${visit}</guid>
<link>https://churning.example/report-${id}${visit}</link><description>What report ${id} says.</description><pubDate>${hour(id).toUTCString()}</pubDate></item>`;

async function poll(hours: number, body: string) {
  const now = new Date(hour(hours).getTime() + 60_000);
  const leased = await claimFeed(feed.id, { now, leaseSec: 60 });
  if (!leased) throw new Error("the feed could not be claimed");
  return pollFeed(
    leased,
    () => now,
    async () => ok(answerOf(body)),
  );
}

const answerOf = (body: string): FetchedFeed => ({
  kind: "body",
  bytes: new TextEncoder().encode(body),
  contentType: "application/rss+xml",
  finalUrl: feed.url,
  movedTo: null,
  validators: { etag: null, lastModified: null, validatorsUrl: feed.url },
  hints: { maxAgeSec: null, retryAfterSec: null },
});

const state = () => db.feed.findUniqueOrThrow({ where: { id: feed.id }, include: { events: { orderBy: { id: "asc" } } } });

it("stores what is new of a feed that renames all its entries with every fetch, and says once that it holds back the rest", async () => {
  await poll(0, window(0, "-visit-0"));
  for (const hours of [1, 2, 3]) await poll(hours, window(hours, `-visit-${hours}`));
  expect(await db.article.count({ where: { publisherId } })).toBe(13);
  const held = await state();
  expect(held).toMatchObject({ lastErrorKind: "quarantined", failureCount: 0 });
  expect(held.events.map((event) => event.kind)).toEqual(["quarantined"]);
});

it("goes on holding back after an answer that brought nothing", async () => {
  await poll(3, window(3, "-visit-3"));
  expect((await state()).lastErrorKind).toBe("quarantined");
});

it("heals once the feed names its entries steadily", async () => {
  for (let hours = 4; hours <= 16; hours += 1) await poll(hours, window(hours, ""));
  expect(await db.article.count({ where: { publisherId } })).toBe(26);
  const healed = await state();
  expect(healed.lastErrorKind).toBeNull();
  expect(healed.events.map((event) => event.kind)).toEqual(["quarantined", "healed"]);
});
