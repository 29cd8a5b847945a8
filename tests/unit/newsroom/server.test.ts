import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newsroomCatalogue, newsroomPicks } from "@/prisma/newsroom/newsroom-catalogue";
import { type RunningNewsroom, startNewsroom } from "@/prisma/newsroom/server";
import { EPOCH, sampleArticle, sampleNewsroom, sampleTitle } from "./sample-newsroom";

const cacheDir = mkdtempSync(path.join(tmpdir(), "newsroom-cache-"));
const newsroom = sampleNewsroom(sampleTitle({ slug: "meridian-post", format: "rss2-media" }), [
  sampleArticle({ pickNote: "Read it." }),
  sampleArticle({ key: "later", section: "science", minutesAgo: -10 }),
]);
let now = EPOCH;
let running: RunningNewsroom;

beforeAll(async () => {
  running = await startNewsroom({ port: 0, epoch: EPOCH, now: () => now, cacheDir, newsroom });
});
afterAll(async () => {
  await running.close();
  rmSync(cacheDir, { recursive: true });
});
const get = (where: string, init: RequestInit = {}) => fetch(running.origin + where, { redirect: "manual", ...init });

describe("the newsroom's server", () => {
  it("answers 304 to a known tag and to a date not older than the last change", async () => {
    const first = await get("/meridian-post/feeds/all.xml");
    expect(first.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    const byTag = await get("/meridian-post/feeds/all.xml", { headers: { "if-none-match": String(first.headers.get("etag")) } });
    const byDate = await get("/meridian-post/feeds/all.xml", {
      headers: { "if-modified-since": String(first.headers.get("last-modified")) },
    });
    const byOther = await get("/meridian-post/feeds/all.xml", {
      headers: { "if-none-match": '"other"', "if-modified-since": String(first.headers.get("last-modified")) },
    });
    expect([first.status, byTag.status, byDate.status, byOther.status]).toEqual([200, 304, 304, 200]);
  });

  it("compresses where asked and only there", async () => {
    const zipped = await get("/meridian-post/feeds/all.xml", { headers: { "accept-encoding": "gzip" } });
    const plain = await get("/meridian-post/feeds/all.xml", { headers: { "accept-encoding": "identity" } });
    const refused = await get("/meridian-post/feeds/all.xml", { headers: { "accept-encoding": "gzip;q=0" } });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(refused.headers.get("content-encoding")).toBeNull();
    expect(await zipped.text()).toBe(await plain.text());
  });

  it("answers HEAD without a body, strangers with 404, writers with 405", async () => {
    const head = await get("/meridian-post/feeds/all.xml", { method: "HEAD" });
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(100);
    expect(await head.text()).toBe("");
    const statuses = await Promise.all(
      ["/", "/nobody/", "/meridian-post/feeds/sport.xml", "/meridian-post/pictures/gate-lead-641.jpg"].map(
        async (where) => (await get(where)).status,
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect((await get("/meridian-post/", { method: "POST" })).status).toBe(405);
  });

  it("shows an article once its minute has come, in its section and in all", async () => {
    now = new Date(EPOCH.getTime() + 10 * 60_000);
    const [all, science, world] = await Promise.all(
      ["all", "science", "world"].map(async (feed) => (await get(`/meridian-post/feeds/${feed}.xml`)).text()),
    );
    expect([all, science, world].map((feed) => feed?.includes("/later-2026-11-22"))).toEqual([true, true, false]);
  });

  it("resolves what catalogue and picks say", async () => {
    const [title] = newsroomCatalogue(running.origin, newsroom.titles);
    expect(title?.feeds.map((feed) => feed.section)).toEqual([null, "world", "science"]);
    const [pick] = newsroomPicks({ origin: running.origin, epoch: EPOCH }, newsroom);
    expect(pick).toMatchObject({ titleSlug: "meridian-post", note: "Read it." });
    const feed = await (await fetch(String(title?.feeds[0]?.url))).text();
    expect(feed).toContain(`>${pick?.guid}<`);
    const short = await fetch(String(pick?.guid), { redirect: "manual" });
    expect(running.origin + short.headers.get("location")).toBe(pick?.url);
    const page = await (await fetch(String(pick?.url))).text();
    expect(page).toContain('<meta property="og:type" content="article">');
    expect(page).toContain(`<link rel="canonical" href="${pick?.url}">`);
  });
});

describe("the newsroom's pages and pictures", () => {
  it("announces its feeds on the home page", async () => {
    expect(await (await get("/meridian-post/")).text()).toContain('<link rel="alternate" type="application/rss+xml"');
  });

  it("paints a picture on request, the same each time", async () => {
    const first = await get("/meridian-post/pictures/gate-lead-320.jpg");
    const again = await get("/meridian-post/pictures/gate-lead-320.jpg");
    expect(first.headers.get("content-type")).toBe("image/jpeg");
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect(bytes.equals(Buffer.from(await again.arrayBuffer()))).toBe(true);
  });
});
