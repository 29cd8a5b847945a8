import { afterAll, describe, expect, it } from "vitest";
import { addMs, hourMs } from "@/lib/core/clock";
import { findPage } from "@/lib/editorial/find-store";
import { type FindPage, FindQuery } from "@/lib/editorial/find-types";
import { createTestDatabase } from "../../support/test-database";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const now = new Date("2026-11-22T12:00:00Z");
const hoursAgo = (hours: number) => addMs(now, -hours * hourMs);
const titles: number[] = [];
for (const [slug, country] of Object.entries({ albion: "GB", gallia: "FR", hibernia: "IE", columbia: "US" })) {
  const id = await storePublisher(db, slug);
  await db.publisher.update({ where: { id }, data: { country } });
  titles.push(id);
}

let count = 0;
/** An article of a story by the title at this place, so many hours ago. */
async function tell(storyId: number | null, title: number, hours: number, more: object = {}): Promise<number> {
  count += 1;
  const name = `article-${count}`;
  const hash = name.padEnd(32, "x");
  const row = await db.article.create({
    data: {
      ...{
        publisherId: titles[title] ?? 0,
        storyId,
        guid: name,
        guidHash: hash,
        url: `https://x.example/${name}`,
        urlHash: hash,
        slug: name,
      },
      ...{ headline: `Headline of ${name}`, section: "world", language: "en-GB", access: "open", contentHash: hash, wordCount: 300 },
      ...{ publishedAt: hoursAgo(hours), firstSeenAt: hoursAgo(hours), ...more },
    },
    select: { id: true },
  });
  return row.id;
}

/** A story told by these titles, each so many hours ago. */
async function story(slug: string, told: readonly (readonly [title: number, hours: number])[]): Promise<number[]> {
  const at = told.map(([, hours]) => hours);
  const { id } = await db.story.create({
    data: { slug, language: "en", section: "world", firstAt: hoursAgo(Math.max(...at)), lastAt: hoursAgo(Math.min(...at)) },
  });
  const ids: number[] = [];
  for (const [title, hours] of told) ids.push(await tell(id, title, hours));
  const [lead] = ids;
  const publisherCount = new Set(told.map(([title]) => title)).size;
  await db.story.update({
    where: { id },
    data: { leadArticleId: lead ?? null, headlineArticleId: lead ?? null, articleCount: ids.length, publisherCount },
  });
  return ids;
}

const rising = await story("rising", [
  [0, 5],
  [1, 3],
  [3, 1],
]);
const risen = await story("risen", [
  [0, 40],
  [1, 30],
  [3, 1],
]);
const picked = await story("picked", [
  [0, 5],
  [1, 4],
  [2, 3],
  [3, 2],
]);
const regional = await story("regional", [
  [0, 20],
  [1, 19],
  [2, 18],
]);
await db.pick.create({ data: { slot: 1, articleId: picked[1] ?? 0, editorName: "Ann", startsAt: hoursAgo(1) } });
const long = await tell(null, 0, 10, { wordCount: 2_400, headline: "A long walk through the fens", access: "paid" });
const longer = await tell(null, 1, 12, { wordCount: 3_000, section: "culture", language: "fr" });
await db.user.create({ data: { id: "reader", name: "Ada", email: "ada@example.com" } });
await db.articleRead.create({ data: { userId: "reader", articleId: long, revisionCount: 0, depth: 100, readAt: now } });
await db.savedArticle.create({ data: { userId: "reader", articleId: long, savedAt: now } });

const find = async (asked: object) => (await findPage(FindQuery.parse({ hours: 720, ...asked }), now, db)).rows;
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

/** Every page of a search, one after another. */
async function walk(asked: object): Promise<number[]> {
  const seen: number[] = [];
  let after: string | null = null;
  do {
    const page: FindPage = await findPage(FindQuery.parse({ hours: 720, ...asked, ...(after !== null && { after }) }), now, db);
    seen.push(...ids(page.rows));
    after = page.nextCursor;
  } while (after !== null);
  return seen;
}

describe("what an editor finds", () => {
  it("is rising and unpicked by the titles of the last hours, with their number", async () => {
    const rows = await find({ kind: "rising" });
    expect(ids(rows)).toEqual([rising[0]]);
    expect(rows[0]?.story).toMatchObject({ titleCount: 3, growth: 3 });
    expect(ids(await find({ kind: "rising", titles: 1 }))).toEqual([rising[0], risen[0]]);
  });

  it("is told by one region only, and says which", async () => {
    const rows = await find({ kind: "one-region" });
    expect(ids(rows)).toEqual([regional[0]]);
    expect(rows[0]?.story?.regions).toEqual(["Europe"]);
  });

  it("is long and good by its readers, then by its length", async () => {
    const rows = await find({ kind: "long-good" });
    expect(ids(rows)).toEqual([long, longer]);
    expect(rows[0]).toMatchObject({ readers: 1, finished: 1, saves: 1, gifts: 0 });
  });

  it("finds an article by its words as soon as it has its story", async () => {
    expect(ids(await find({ words: "fens walk" }))).toEqual([]);
    const at = hoursAgo(20);
    const own = await db.story.create({ data: { slug: "own", language: "en", section: "world", firstAt: at, lastAt: at } });
    await db.article.update({ where: { id: long }, data: { storyId: own.id } });
    expect(ids(await find({ words: "fens walk" }))).toEqual([long]);
  });

  it("follows every filter", async () => {
    expect(ids(await find({ words: "fens -walk" }))).toEqual([]);
    expect(ids(await find({ section: "culture" }))).toEqual([longer]);
    expect(ids(await find({ language: "fr" }))).toEqual([longer]);
    expect(ids(await find({ wall: "paid" }))).toEqual([long]);
    expect(ids(await find({ length: 2_500 }))).toEqual([longer]);
    expect(ids(await find({ picked: "yes" }))).toEqual([picked[1]]);
    expect(ids(await find({ title: "columbia", hours: 3 }))).toEqual([risen[2], rising[2], picked[3]]);
    expect(ids(await find({ titles: 4 })).toSorted()).toEqual(picked.toSorted());
    expect(ids(await find({ hours: 12 }))).not.toContain(regional[0]);
  });

  it("comes a page at a time, each row once", async () => {
    for (let index = 0; index < 70; index += 1) await tell(null, index % 4, 200 + Math.floor(index / 3), { section: "sport" });
    for (const asked of [{ kind: "articles" }, { kind: "long-good", length: 1 }]) {
      const seen = await walk({ ...asked, section: "sport" });
      expect([seen.length, new Set(seen).size], asked.kind).toEqual([70, 70]);
    }
  });

  it("reads what an address says as far as it can be read", () => {
    expect(FindQuery.parse({ kind: "drop table", hours: "5", section: "nowhere", titles: "many", after: "x".repeat(99) })).toEqual({
      kind: "articles",
      words: "",
      hours: 72,
      section: undefined,
      titles: undefined,
      after: undefined,
    });
  });
});
