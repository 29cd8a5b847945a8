import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { GET } from "@/app/media/[hash]/[width]/route";
import { mediaHash } from "@/lib/core/media-href";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { endRenderer } from "@/lib/platform/images/picture-renderer";
import { silentLog } from "@/lib/platform/log";
import { enqueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";
import { startLocalFeed } from "../jobs/local-feed";

const { db, url, close } = await createTestDatabase();
const dataDir = await mkdtemp(path.join(tmpdir(), "broadsheet-logo-"));
Object.assign(env(), { DATABASE_URL: url, DATA_DIR: dataDir, INTERNAL_TOKEN: "t".repeat(32) });
const logo = await sharp({ create: { width: 180, height: 180, channels: 4, background: "#b3261e" } })
  .png()
  .toBuffer();
const server = await startLocalFeed((name) =>
  name === "/icon.png" ? { status: 200, type: "image/png", body: logo } : { status: 404, type: "text/plain", body: "no" },
);

let worker: RunningWorker;
beforeAll(async () => {
  worker = await startWorker({ webOrigin: server.origin, newsroomOrigin: server.origin, scope: "sample" }, silentLog);
});
afterAll(async () => {
  await worker.stop(5_000);
  endRenderer();
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
  await close();
});

const titleLogo = async (id: number) => (await db.publisher.findUniqueOrThrow({ where: { id } })).logoHash;

it("is a title's own once it has been fetched and drawn, and is served as a picture of ours", async () => {
  const publisherId = await storePublisher(db, "with-logo");
  const source = `${server.origin}/icon.png`;
  await enqueue({ name: "titles.logo", data: { publisherId, url: source } });
  await vi.waitFor(async () => expect(await titleLogo(publisherId)).toBe(mediaHash(source)), { timeout: 20_000, interval: 100 });
  const hash = mediaHash(source);
  const shown = await GET(new Request(`http://broadsheet.example/media/${hash}/320`, { headers: { accept: "image/webp" } }), {
    params: Promise.resolve({ hash, width: "320" }),
  });
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({ format: "webp" });
});

it("stays what it was where the new one cannot be had", async () => {
  const publisherId = await storePublisher(db, "without-logo");
  const source = `${server.origin}/none.png`;
  await enqueue({ name: "titles.logo", data: { publisherId, url: source } });
  await vi.waitFor(() => expect(server.requests.map(({ path: asked }) => asked)).toContain("/none.png"), { timeout: 20_000 });
  await vi.waitFor(
    async () => expect((await db.media.findUniqueOrThrow({ where: { hash: mediaHash(source) } })).state).not.toBe("pending"),
    {
      timeout: 20_000,
    },
  );
  expect(await titleLogo(publisherId)).toBeNull();
});
