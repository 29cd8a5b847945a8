import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/media/[hash]/[width]/route";
import { mediaHash } from "@/lib/core/media-href";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { endRenderer } from "@/lib/platform/images/picture-renderer";
import { silentLog } from "@/lib/platform/log";
import { enqueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";

const { db, url, close } = await createTestDatabase();
const dataDir = await mkdtemp(path.join(os.tmpdir(), "broadsheet-pictures-"));
Object.assign(env(), { DATABASE_URL: url, DATA_DIR: dataDir, INTERNAL_TOKEN: "t".repeat(32) });

const photo = await sharp({
  create: { width: 1_000, height: 600, channels: 3, background: "#336699", noise: { type: "gaussian", sigma: 20 } },
})
  .jpeg()
  .toBuffer();
const asked: string[] = [];
const server = createServer((request, response) => {
  const name = request.url ?? "/";
  asked.push(name);
  if (name.startsWith("/slow")) return void setTimeout(() => response.end(photo), 1_500);
  if (name.startsWith("/locked")) return void response.writeHead(403).end("no hotlinking");
  if (name.startsWith("/busy")) return void response.writeHead(429, { "retry-after": "7200" }).end();
  if (name.startsWith("/broken")) return void response.writeHead(500).end();
  if (name.startsWith("/page")) return void response.end("<!doctype html><p>Please visit our site</p>");
  response.end(photo);
});
const origin = await new Promise<string>((resolve) => {
  server.listen(0, "127.0.0.1", () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
});

let worker: RunningWorker;
beforeAll(async () => {
  worker = await startWorker({ webOrigin: origin, newsroomOrigin: origin, scope: "sample" }, silentLog);
});
afterAll(async () => {
  await worker.stop(5_000);
  endRenderer();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(dataDir, { recursive: true, force: true });
  await close();
});

async function register(name: string): Promise<string> {
  const sourceUrl = `${origin}${name}`;
  await db.media.create({ data: { hash: mediaHash(sourceUrl), sourceUrl } });
  return mediaHash(sourceUrl);
}

const get = (hash: string, width: number | string, headers: Record<string, string> = { accept: "image/webp,*/*" }) =>
  GET(new Request(`http://broadsheet.example/media/${hash}/${width}`, { headers }), {
    params: Promise.resolve({ hash, width: String(width) }),
  });

const media = (hash: string) => db.media.findUniqueOrThrow({ where: { hash } });

describe("a picture nobody has asked for yet", () => {
  it("comes with the first request, is kept for ever by browsers, and can do nothing by itself", async () => {
    const hash = await register("/first.jpg");
    const response = await get(hash, 640);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      "cache-control": "public, max-age=31536000, immutable",
      "content-security-policy": "default-src 'none'; form-action 'none'; sandbox",
      "content-type": "image/webp",
      "cross-origin-resource-policy": "cross-origin",
      etag: expect.stringMatching(/^"[0-9a-f]{32}-640-webp"$/),
      vary: "Accept",
      "x-content-type-options": "nosniff",
    });
    expect(await sharp(Buffer.from(await response.arrayBuffer())).metadata()).toMatchObject({ format: "webp", width: 640 });
    expect(await media(hash)).toMatchObject({ state: "ready", width: 1_000, height: 600 });
    expect(asked.filter((name) => name === "/first.jpg")).toHaveLength(1);
  });

  it("overtakes those fetched ahead of time, however many of a slow host wait", async () => {
    for (let index = 0; index < 60; index += 1) {
      const slow = await register(`/slow-${index}.jpg`);
      await enqueue({ name: "pictures.fetch", data: { hash: slow }, key: slow, group: "slow.example" });
    }
    const hash = await register("/wanted.jpg");
    const start = performance.now();
    const responses = await Promise.all([get(hash, 320), get(hash, 960), get(hash, 1_440)]);
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(asked.filter((name) => name === "/wanted.jpg")).toHaveLength(1);
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'pictures.fetch' AND state = 'created'`;
  });
});

describe("a picture we hold", () => {
  it("is sent as JPEG to whoever does not name WebP, and never wider than it is", async () => {
    const hash = await register("/held.jpg");
    expect((await get(hash, 320)).status).toBe(200);
    const jpeg = await get(hash, 1_440, { accept: "*/*" });
    expect(jpeg.headers.get("content-type")).toBe("image/jpeg");
    expect(await sharp(Buffer.from(await jpeg.arrayBuffer())).metadata()).toMatchObject({ format: "jpeg", width: 960 });
    expect((await get(hash, 960, {})).headers.get("etag")).toBe(jpeg.headers.get("etag"));
  });

  it("is not sent again to whoever holds it", async () => {
    const hash = await register("/known.jpg");
    const etag = (await get(hash, 640)).headers.get("etag") ?? "";
    const again = await get(hash, 640, { accept: "image/webp", "if-none-match": `"other", W/${etag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    expect((await get(hash, 320, { accept: "image/webp", "if-none-match": etag })).status).toBe(200);
  });

  it("is kept once for all its addresses", async () => {
    const hashes = [await register("/same-a.jpg"), await register("/same-b.jpg?w=2")];
    for (const hash of hashes) expect((await get(hash, 320)).status).toBe(200);
    const [first, second] = await Promise.all(hashes.map(media));
    expect(first?.contentHash).toMatch(/^[0-9a-f]{32}$/);
    expect(second?.contentHash).toBe(first?.contentHash);
    const folders = await readdir(path.join(dataDir, "media", first?.contentHash?.slice(0, 2) ?? ""));
    expect(folders).toEqual([first?.contentHash?.slice(2)]);
  });

  it("is fetched again when the store has dropped it", async () => {
    const hash = await register("/dropped.jpg");
    await get(hash, 320);
    await rm(path.join(dataDir, "media"), { recursive: true });
    expect((await get(hash, 320)).status).toBe(200);
    expect(asked.filter((name) => name === "/dropped.jpg")).toHaveLength(2);
  });
});

describe("a picture that cannot be had", () => {
  it.each([
    ["/locked.jpg", "status 403"],
    ["/page.jpg", "not-a-picture: not PNG, JPEG, GIF or WebP"],
  ])("%s is given up at once and never asked for again", async (name, failure) => {
    const hash = await register(name);
    for (let times = 0; times < 2; times += 1) {
      const response = await get(hash, 320);
      expect([response.status, response.headers.get("cache-control")]).toEqual([404, "public, max-age=300"]);
      expect(response.headers.get("content-security-policy")).toContain("sandbox");
    }
    expect(await media(hash)).toMatchObject({ state: "failed", failure });
    expect(asked.filter((each) => each === name)).toHaveLength(1);
  });

  it("for now is asked for again later, not for every reader, and hidden from the second failure on", async () => {
    const hash = await register("/broken.jpg");
    const responses = [await get(hash, 320), await get(hash, 640)];
    expect(responses.map((each) => [each.status, each.headers.get("cache-control"), each.headers.get("retry-after")])).toEqual([
      [503, "no-store", "30"],
      [503, "no-store", "30"],
    ]);
    expect(asked.filter((each) => each === "/broken.jpg")).toHaveLength(1);
    expect((await media(hash)).state).toBe("pending");
    const waiting = () => db.$queryRaw<{ inSec: number; attempt: number }[]>`
      SELECT extract(epoch FROM start_after - now())::int AS "inSec", (data->>'attempt')::int AS attempt FROM pgboss.job
      WHERE name = 'pictures.fetch' AND state = 'created' AND data->>'hash' = ${hash}`;
    const [later] = await waiting();
    expect(later).toMatchObject({ attempt: 1 });
    expect(later?.inSec).toBeGreaterThan(50);
    await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE data->>'hash' = ${hash} AND state = 'created'`;
    await vi.waitFor(async () => expect(await media(hash)).toMatchObject({ state: "failed", failure: "unreachable: status 500" }), {
      timeout: 10_000,
    });
    expect((await waiting()).map(({ attempt }) => attempt)).toEqual([2]);
  });

  it("for now, of a host that asks for a pause, holds back all others of that host", async () => {
    const [busy, other] = [await register("/busy.jpg"), await register("/other.jpg")];
    expect([(await get(busy, 320)).status, (await get(other, 320)).status]).toEqual([503, 503]);
    expect(asked).not.toContain("/other.jpg");
    const waits = await db.$queryRaw<{ minutes: number }[]>`
      SELECT round(extract(epoch FROM start_after - now()) / 60)::int AS minutes FROM pgboss.job
      WHERE name = 'pictures.fetch' AND state = 'created' AND data->>'hash' IN (${busy}, ${other})`;
    expect(waits).toEqual([{ minutes: 120 }, { minutes: 120 }]);
    await db.hostHold.deleteMany();
  });

  it.each(["../../etc/passwd", "A".repeat(32), "0".repeat(31)])("%s is no picture's address", async (hash) => {
    expect((await get(hash, 320)).status).toBe(404);
  });

  it("has no other widths than ours, and no picture that no article named", async () => {
    const hash = await register("/widths.jpg");
    expect((await get(hash, 321)).status).toBe(404);
    expect((await get("0".repeat(32), 320)).status).toBe(404);
    expect(asked).not.toContain("/widths.jpg");
  });
});
