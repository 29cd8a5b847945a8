import { afterAll, beforeAll, expect, it } from "vitest";
import { fileByEditor, findSectionModel } from "@/lib/articles/section-store";
import type { SectionBy, SectionSlug } from "@/lib/articles/sections";
import { storeEntries } from "@/lib/articles/store";
import { addMs, dayMs } from "@/lib/core/clock";
import { fileSections } from "@/lib/jobs/handlers/file-sections";
import { trainAllSections } from "@/lib/jobs/handlers/train-sections";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { inSqlTransaction } from "@/lib/platform/sql";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
adoptQueue(await startQueue({ connectionString: url, isWorker: false, onError: () => undefined }));
afterAll(async () => {
  await stopQueue();
  await close();
});

const at = { now: seenAt };
const context = { log: silentLog, now: () => at.now };
const publisherId = await storePublisher(db, "herald");
const matches = ["striker", "goal", "keeper", "league", "referee", "penalty", "cup", "coach", "derby", "stadium"];
const money = ["shares", "profit", "bank", "investors", "bond", "merger", "dividend", "inflation", "stocks", "lender"];
let stored = 0;

const headline = (words: readonly string[], index: number): string =>
  `The town spoke of ${[0, 3, 7].map((step) => words[(index + step) % words.length]).join(" and ")} on day ${index}`;

async function store(feedSection: string, title: string, url = `https://herald.example/a/${stored}`): Promise<number> {
  stored += 1;
  const draft = makeDraft(makeEntry({ guid: `s${stored}`, url, title }), makeFeed({ publisherId, section: feedSection }));
  const [counts] = await inSqlTransaction((conn) =>
    storeEntries([{ publisherId, drafts: [draft] }], { now: seenAt, sanitizerVersion: 1 }, conn),
  );
  return counts?.createdIds[0] ?? counts?.ids[0] ?? 0;
}

const filedAs = async (id: number): Promise<[string, string]> => {
  const { section, sectionBy } = await db.article.findUniqueOrThrow({ where: { id }, select: { section: true, sectionBy: true } });
  return [section, sectionBy];
};
const filing = (section: SectionSlug, by: SectionBy): [string, string] => [section, by];

beforeAll(async () => {
  for (let index = 0; index < 120; index += 1) {
    await store("sport", headline(matches, index));
    await store("business", headline(money, index));
  }
}, 120_000);

it("stores who named an article's section", async () => {
  expect(await filedAs(await store("top", "Rain", "https://herald.example/sport/rain"))).toEqual(filing("sport", "address"));
  expect(await filedAs(await store("top", "Snow"))).toEqual(filing("world", "none"));
});

it("leaves an article in World while its language has no model", async () => {
  const id = await store("top", headline(matches, 200));
  await fileSections([{ articleIds: [id] }], context);
  expect(await filedAs(id)).toEqual(filing("world", "none"));
  expect(await findSectionModel("en")).toBeNull();
});

it("teaches a language once a day and keeps how well it did", async () => {
  await trainAllSections(context);
  const [model] = await db.sectionModel.findMany();
  expect(model).toMatchObject({ language: "en", articleCount: 240, trainedAt: at.now });
  expect(model?.accuracy).toBeGreaterThan(0.9);
  await trainAllSections({ ...context, now: () => addMs(at.now, 1_000) });
  expect((await db.sectionModel.findMany())[0]?.trainedAt).toEqual(at.now);
});

it("files what nobody named, new or stored before, and says that it was the classifier", async () => {
  const id = await store("top", headline(money, 201));
  await fileSections([{ articleIds: [id] }], context);
  expect(await filedAs(id)).toEqual(filing("business", "classifier"));
  await fileSections([{ articleIds: [] }], context);
  const all = await db.article.groupBy({ by: ["sectionBy"], _count: true, where: { headline: { startsWith: "The town spoke" } } });
  expect(all.find(({ sectionBy }) => sectionBy === "none")).toBeUndefined();
});

it("lets a title's own feed correct the classifier, and nobody an editor", async () => {
  const title = headline(money, 202);
  const id = await store("top", title, "https://herald.example/a/corrected");
  await fileSections([{ articleIds: [id] }], context);
  stored -= 1;
  await store("politics", title, "https://herald.example/a/corrected");
  expect(await filedAs(id)).toEqual(filing("politics", "publisher"));
  expect(await fileByEditor(id, "health")).toBe(true);
  stored -= 1;
  await store("sport", title, "https://herald.example/a/corrected");
  await fileSections([{ articleIds: [id, 0] }], context);
  expect(await filedAs(id)).toEqual(filing("health", "editor"));
  expect(await fileByEditor(999_999, "health")).toBe(false);
});

it("says so when a language has too few articles for a model", async () => {
  await db.article.updateMany({ where: { section: "sport" }, data: { language: "fr" } });
  at.now = addMs(seenAt, dayMs);
  await trainAllSections(context);
  const models = await db.sectionModel.findMany({ orderBy: { language: "asc" } });
  expect(models.map(({ language, articleCount, weights }) => [language, articleCount < 200, JSON.stringify(weights)])).toEqual([
    ["en", true, "{}"],
    ["fr", true, "{}"],
  ]);
  expect(await findSectionModel("en")).toBeNull();
});
