import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { stopExtracting } from "@/lib/articles/extract-gateway";
import { claimFeed } from "@/lib/feeds/claim-store";
import type { WorkerContext } from "@/lib/jobs/context";
import { enrichArticleOf } from "@/lib/jobs/handlers/enrich-article";
import { makeHostPauses } from "@/lib/jobs/host-pauses";
import { pollFeed } from "@/lib/jobs/poll-feed";
import { admitOrigin } from "@/lib/platform/http/admitted-origins";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, type PgBoss, startQueue, stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
const sentence = "The gates of the inner harbour opened on Saturday for the first time in nine years, and several hundred people watched. ";
const summary = "Ferries return to the inner basin on Monday.";

type Site = { robots: string; page: string; headers: Record<string, string>; status: number };
const usual: Site = {
  robots: "User-agent: *\nAllow: /\n",
  page: `<html><head><meta property="og:image" content="/gates.jpg"></head><body><article><h1>Gates open</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(5)}</article></body></html>`,
  headers: {},
  status: 200,
};
let site = usual;
const asked: string[] = [];
const server = createServer((request, response) => {
  const path = request.url ?? "/";
  asked.push(path);
  if (path === "/robots.txt") return void response.end(site.robots);
  if (path === "/feed.xml") return void response.writeHead(200, { "content-type": "application/rss+xml" }).end(feedXml());
  response.writeHead(site.status, { "content-type": "text/html", ...site.headers }).end(site.page);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
admitOrigin(origin);

const publishedAt = new Date(Date.now() - 3_600_000).toUTCString();
let entry = 0;
const feedXml = () => `<rss version="2.0"><channel><title>Local Paper</title><link>${origin}/</link><language>en-gb</language>
<item><title>Gates open</title><link>${origin}/article-${entry}</link><guid isPermaLink="false">local-${entry}</guid>
<description>${summary}</description><pubDate>${publishedAt}</pubDate></item></channel></rss>`;

const context: WorkerContext = {
  log: silentLog,
  gate: (_url, work) => work(),
  pauses: makeHostPauses(0),
  exemptHosts: [],
  webOrigin: origin,
  newsroomOrigin: null,
  scope: "all",
  now: () => new Date(),
};

let boss: PgBoss;
let publisherId: number;
let feedId: number;
beforeAll(async () => {
  boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
  adoptQueue(boss);
  publisherId = await storePublisher(db, "local");
  await db.publisher.update({ where: { id: publisherId }, data: { fullText: true } });
  feedId = (await db.feed.create({ data: { publisherId, url: `${origin}/feed.xml`, section: "world" } })).id;
});
afterAll(async () => {
  await stopExtracting();
  await stopQueue();
  server.closeAllConnections();
  server.close();
  await close();
});
beforeEach(async () => {
  site = usual;
  asked.length = 0;
  entry += 1;
  await db.robotsRecord.deleteMany();
});

/** Polls a feed that gained one entry with a summary only. @returns the new article's id */
async function ingest(): Promise<number> {
  const leased = await claimFeed(feedId, { now: new Date(), leaseSec: 60 });
  if (!leased) throw new Error("the feed could not be claimed");
  await pollFeed(leased, () => new Date());
  const article = await db.article.findFirstOrThrow({ where: { url: `${origin}/article-${entry}` } });
  asked.length = 0;
  return article.id;
}
const find = (id: number) =>
  db.article.findUniqueOrThrow({ where: { id }, include: { pictures: { include: { media: true } }, revisions: true } });
const waiting = async (name: string) => (await boss.findJobs(name, { queued: true })).map((job) => job.data);

it("fetches the text of an entry that came with a summary only, once, and stores it as a feed's own", async () => {
  const id = await ingest();
  expect(await find(id)).toMatchObject({ hasBody: false, enrichState: "wanted", access: "open" });
  expect(await waiting("articles.enrich")).toContainEqual({ articleId: id });
  await enrichArticleOf({ articleId: id }, 0, context);
  const article = await find(id);
  expect(article).toMatchObject({ hasBody: true, enrichState: "done", access: "paid", revisions: [] });
  expect(article.wordCount).toBeGreaterThan(300);
  expect(article.leadIn).toContain("several hundred people");
  expect(article.pictures).toMatchObject([{ position: 0, media: { sourceUrl: `${origin}/gates.jpg` } }]);
  expect(article.leadMediaHash).toBe(article.pictures[0]?.mediaHash);
  expect(await waiting("pages.invalidate")).toContainEqual({ articleIds: [id] });
  await enrichArticleOf({ articleId: id }, 0, context);
  expect(asked).toEqual(["/robots.txt", `/article-${entry}`]);
});

it("keeps the text when the feed is read again", async () => {
  const id = await ingest();
  await enrichArticleOf({ articleId: id }, 0, context);
  const before = await find(id);
  await db.feed.update({ where: { id: feedId }, data: { bodyHash: null, etag: null, leaseUntil: null } });
  const leased = await claimFeed(feedId, { now: new Date(), leaseSec: 60 });
  if (leased) await pollFeed(leased, () => new Date());
  expect(await find(id)).toEqual(before);
  expect(await db.articleBody.count({ where: { articleId: id } })).toBe(1);
});

it.each([
  ["robots.txt forbids it", { robots: "User-agent: Broadsheet\nDisallow: /\n" }, ["/robots.txt"]],
  ["the server reserves text and data mining", { headers: { "tdm-reservation": "1" } }, null],
  ["the page forbids archives", { page: usual.page.replace("<head>", '<head><meta name="robots" content="noarchive">') }, null],
  [
    "the page is walled",
    {
      page: `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Gates open","isAccessibleForFree":false}</script></head><body><article><h1>Gates open</h1><p>${sentence.repeat(2)}</p></article></body></html>`,
    },
    null,
  ],
] as const)("leaves an article without its page's text where %s", async (_words, change, paths) => {
  site = { ...usual, ...change };
  const id = await ingest();
  await enrichArticleOf({ articleId: id }, 0, context);
  expect(await find(id)).toMatchObject({ hasBody: false, enrichState: "refused", access: "open" });
  expect(await db.articleBody.count({ where: { articleId: id } })).toBe(0);
  if (paths) expect(asked).toEqual(paths);
});

it("tries again while the server is down, then gives the page up", async () => {
  site = { ...usual, status: 503 };
  const id = await ingest();
  await expect(enrichArticleOf({ articleId: id }, 0, context)).rejects.toThrow("status 503");
  expect(await find(id)).toMatchObject({ enrichState: "wanted" });
  await enrichArticleOf({ articleId: id }, 3, context);
  expect(await find(id)).toMatchObject({ enrichState: "failed", hasBody: false });
});

it("asks nobody once the contract no longer lets us", async () => {
  const id = await ingest();
  await db.publisher.update({ where: { id: publisherId }, data: { fullText: false } });
  await enrichArticleOf({ articleId: id }, 0, context);
  await db.publisher.update({ where: { id: publisherId }, data: { fullText: true } });
  expect(asked).toEqual([]);
  expect(await find(id)).toMatchObject({ hasBody: false, enrichState: "wanted" });
});
