import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { mediaHash } from "@/lib/core/media-href";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { mediaStore } from "@/lib/platform/media/media-store";
import { listTopRows } from "@/lib/stories/top-store";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { rss, startLocalFeed } from "./local-feed";

const { db, url, close } = await createTestDatabase();
const dataDir = await mkdtemp(path.join(os.tmpdir(), "broadsheet-worker-"));
Object.assign(env(), { DATABASE_URL: url, DATA_DIR: dataDir, INTERNAL_TOKEN: "t".repeat(32) });

const jpeg = await sharp({ create: { width: 800, height: 600, channels: 3, background: "#336699" } })
  .jpeg()
  .toBuffer();
const origin = { now: "" };
const feeds = await startLocalFeed((requested) =>
  requested === "/lead.jpg"
    ? { status: 200, type: "image/jpeg", body: jpeg }
    : { status: 200, type: "application/rss+xml", body: rss(["Harbour gates open after nine years"], `${origin.now}/lead.jpg`) },
);
origin.now = feeds.origin;
const web = await startLocalFeed(() => ({ status: 200, type: "application/json", body: "{}" }));
let worker: RunningWorker;

beforeAll(async () => {
  for (const slug of ["first", "second"]) {
    const publisherId = await storePublisher(db, slug, true);
    await db.feed.create({ data: { publisherId, url: `${feeds.origin}/${slug}.xml`, section: "world" } });
  }
  worker = await startWorker({ webOrigin: web.origin, newsroomOrigin: feeds.origin, scope: "sample" }, silentLog);
});
afterAll(async () => {
  await worker.stop(5_000);
  await feeds.close();
  await web.close();
  await rm(dataDir, { recursive: true, force: true });
  await close();
});

it("takes two titles' feeds to one story with a picture, and tells the web which pages changed", async () => {
  const hash = mediaHash(`${feeds.origin}/lead.jpg`);
  await vi.waitFor(
    async () => {
      const [top] = await listTopRows({ edition: "en", section: "all", take: 5 });
      expect(top).toMatchObject({
        titleCount: 2,
        card: { picture: { hash, width: 800, height: 600, colour: expect.stringMatching(/^#[0-9a-f]{6}$/) } },
      });
      expect(web.requests.map((request) => request.path)).toContain("/api/internal/invalidate");
    },
    { timeout: 40_000, interval: 250 },
  );
  expect(await db.article.count()).toBe(2);
  const { contentHash } = await db.media.findUniqueOrThrow({ where: { hash } });
  expect(await mediaStore().has(contentHash ?? "")).toBe(true);
  expect(web.requests[0]?.headers.authorization).toBe(`Bearer ${"t".repeat(32)}`);
  expect(feeds.requests.filter((request) => request.path === "/lead.jpg")).toHaveLength(1);
});
