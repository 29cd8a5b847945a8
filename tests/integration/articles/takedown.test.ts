import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { readArticle } from "@/lib/articles/queries";
import { readChanges } from "@/lib/articles/revision-queries";
import { storeEntries } from "@/lib/articles/store";
import { restoreArticle, withdrawArticle } from "@/lib/articles/withdraw-store";
import { addMs, hourMs } from "@/lib/core/clock";
import { purgeArticle } from "@/lib/jobs/handlers/purge-article";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { keepPicture } from "@/lib/platform/media/media-store";
import { ensureWebRole } from "@/lib/platform/postgres/web-role";
import { startQueue, stopQueue } from "@/lib/platform/queue";
import { forgetRemembered } from "@/lib/platform/remember";
import { inSqlTransaction } from "@/lib/platform/sql";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt, words } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
const dataDir = await mkdtemp(path.join(tmpdir(), "takedown-"));
Object.assign(env(), { DATABASE_URL: url, DATA_DIR: dataDir });
const boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
afterAll(async () => {
  await boss.stop();
  await stopQueue();
  await close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Words that stand nowhere else, one in each part of the article. */
const canaries = ["zqstandfirst", "zqopening", "zqlicensed", "zqformer", "zqcaption", "zqcredit", "zqadded", "zqmentioned", "zqwriter"];
const slug = "nine-rescued-from-ferry";
const visitor = { kind: "visitor" } as const;
const hashes = ["a", "b", "c"].map((letter) => letter.repeat(32));

let publisherId = 0;
let clock = seenAt;
const bring = async (title: string, standfirst: string) => {
  const entry = makeEntry({
    guid: slug,
    url: "https://ferry.example/a",
    title,
    summaryText: standfirst,
    paragraphs: [words(60), words(200)],
  });
  const feed = makeFeed({ publisherId, publisher: { ...makeFeed().publisher, slug: "ferry" } });
  await inSqlTransaction((conn) =>
    storeEntries([{ publisherId, drafts: [makeDraft(entry, feed)] }], { now: clock, sanitizerVersion: 1 }, conn),
  );
  clock = addMs(clock, hourMs);
  forgetRemembered();
};

async function keepFile(background: string): Promise<string> {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background } })
    .webp()
    .toBuffer();
  return keepPicture([{ width: 320, format: "webp", bytes }]);
}

/** Every text that the database holds of articles, whatever table it is in; the log of acts says what was done, not what was said. */
async function sweepTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_schema || '."' || table_name || '"' AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    for (const canary of canaries) {
      const hits = await client.query(`SELECT 1 FROM ${name} t WHERE t::text LIKE $1 LIMIT 1`, [`%${canary}%`]);
      if (hits.rowCount) found.push(`${canary} in ${name}`);
    }
  }
  return found;
}

const contents: string[] = [];
let articleSlug = "";
let articleId = 0;

beforeAll(async () => {
  publisherId = await storePublisher(db, "ferry");
  await bring("Nine rescued from ferry", "zqformer stood here.");
  await bring("Eleven rescued from ferry", "Nothing else, zqstandfirst.");
  const article = await db.article.findFirstOrThrow({ where: { publisherId } });
  articleSlug = article.slug;
  articleId = article.id;
  for (const background of ["#112233", "#445566", "#778899"]) contents.push(await keepFile(background));
  for (const [at, hash] of hashes.entries()) {
    await db.media.create({
      data: { hash, sourceUrl: `https://ferry.example/${hash}.jpg`, state: "ready", contentHash: contents[at] ?? null },
    });
  }
  // The first is its lead, the second stands in its text, the third is another article's too.
  const pictures = [hashes[0] ?? "", hashes[2] ?? ""].map((mediaHash, position) => ({ position, mediaHash }));
  await db.article.update({
    where: { id: articleId },
    data: {
      leadIn: "An opening, zqopening.",
      byline: "By zqwriter",
      correction: "It was not nine.",
      correctedAt: seenAt,
      leadMediaHash: hashes[0],
      pictures: { create: pictures.map((picture) => ({ ...picture, caption: "zqcaption", credit: "zqcredit", alt: "zqcaption" })) },
      body: {
        upsert: {
          create: { html: `<p>zqlicensed</p><img src="/media/${hashes[1]}/640">`, sanitizerVersion: 1 },
          update: { html: `<p>zqlicensed</p><img src="/media/${hashes[1]}/640">` },
        },
      },
      novelty: { create: { publicSentences: ["Only here: zqadded."], gatedPlaces: [1] } },
      related: { create: { relatedIds: [], reasons: [], madeAt: seenAt } },
      mentions: {
        create: {
          publisherId,
          language: "en",
          key: "zqmentioned",
          name: "zqmentioned",
          kind: "person",
          weight: 1,
          publishedAt: seenAt,
        },
      },
    },
  });
  const other = await db.article.create({
    data: {
      ...{ publisherId, guid: "other", guidHash: "o".repeat(32), url: "https://ferry.example/b", urlHash: "p".repeat(32), slug: "other" },
      ...{ headline: "Another", section: "world", language: "en", access: "open", contentHash: "q".repeat(32) },
      ...{ publishedAt: seenAt, firstSeenAt: seenAt },
    },
  });
  await db.articlePicture.create({ data: { articleId: other.id, position: 0, mediaHash: hashes[2] ?? "" } });
});

const filesOf = async (contentHash: string) => (await readdir(path.join(dataDir, "media", contentHash.slice(0, 2))).catch(() => [])).length;

it("leaves nothing of a withdrawn article in any table, and on no disk what nothing else shows", async () => {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  // So that the sweep is known to find what is there.
  expect(new Set((await sweepTables(client)).map((hit) => hit.split(" ")[0]))).toEqual(new Set(canaries));
  await withdrawArticle(articleSlug, theDesk, new Date(), "Its title asked us to");
  await purgeArticle({ articleId }, { log: silentLog });
  expect(await sweepTables(client)).toEqual([]);
  await client.end();
  expect(await Promise.all(contents.map(filesOf))).toEqual([0, 0, 1]);
  expect((await db.media.findMany({ select: { hash: true } })).map(({ hash }) => hash)).toEqual([hashes[2]]);
});

it("says at its address that it was withdrawn, and shows no former version", async () => {
  forgetRemembered();
  const view = await readArticle(articleSlug, visitor, new Date());
  expect(view?.text.kind).toBe("withdrawn");
  expect(JSON.stringify(view?.text)).not.toContain("zq");
  expect((await readChanges(articleSlug, visitor, new Date()))?.changes ?? []).toEqual([]);
});

it("never comes back with its feed, in whatever version", async () => {
  await bring("Eleven rescued from ferry", "Nothing else, zqstandfirst.");
  await bring("Twelve rescued from ferry", "Another zqstandfirst.");
  const stored = await db.article.findUniqueOrThrow({ where: { id: articleId }, include: { body: true, revisions: true, pictures: true } });
  expect(stored).toMatchObject({ standfirst: "", leadIn: "", hasBody: false, body: null, revisions: [], pictures: [] });
});

it("finds its words again with the feed once it is given back, and calls that no change", async () => {
  await restoreArticle(articleSlug, theDesk, new Date(), "They changed their mind");
  await bring("Twelve rescued from ferry", "It is zqstandfirst.");
  const stored = await db.article.findUniqueOrThrow({ where: { id: articleId }, include: { body: true, revisions: true } });
  expect(stored).toMatchObject({
    headline: "Twelve rescued from ferry",
    standfirst: "It is zqstandfirst.",
    revisionCount: 0,
    revisions: [],
  });
  expect(stored.body?.html).toContain("tide");
});

it("is done by the web's own user all the same, who may touch no text", async () => {
  const webUrl = await ensureWebRole(url, { name: "test_takedown_web", password: "web password" });
  const web = new pg.Client({ connectionString: webUrl });
  await web.connect();
  await web.query("UPDATE article SET taken_down_at = now() WHERE id = $1", [articleId]);
  await expect(web.query("UPDATE article SET lead_in = 'back' WHERE id = $1", [articleId])).rejects.toMatchObject({ code: "42501" });
  await expect(web.query("UPDATE article SET access = 'open' WHERE id = $1", [articleId])).rejects.toMatchObject({ code: "42501" });
  await web.end();
  expect(await db.articleBody.count({ where: { articleId } })).toBe(0);
  expect((await db.article.findUniqueOrThrow({ where: { id: articleId } })).leadIn).toBe("");
});
