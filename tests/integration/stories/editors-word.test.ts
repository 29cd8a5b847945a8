import { afterAll, beforeEach, expect, it } from "vitest";
import { freeArticle, holdArticle, keepStoriesApart } from "@/lib/stories/hold-store";
import { rebuildStories } from "@/lib/stories/rebuild-store";
import { assignStories } from "@/lib/stories/store";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { emptyStore, makeStream, storeTold } from "./told-stream";

const { db, close } = await createTestDatabase();
afterAll(close);

const stream = makeStream(6);
const seenAt = new Date("2026-11-20T12:00:00Z");
const since = new Date("2026-11-20T00:00:00Z");
/** The first three tellings of each event; the others come later. */
const early = stream.filter(({ key }) => Number(key.split("-")[1]) < 3);
const late = stream.filter((told) => !early.includes(told));

beforeEach(async () => {
  await emptyStore(db);
  await storeTold(early, seenAt, db);
  await assignAll();
});

async function assignAll(): Promise<void> {
  while ((await assignStories("en", seenAt)).hasMore);
}

/** The story of an article by its key in the stream. */
async function storyOf(key: string) {
  const { story } = await db.article.findFirstOrThrow({ where: { guid: key }, select: { story: true } });
  if (!story) throw new Error(`${key} has no story`);
  return story;
}

const slugOf = async (key: string) => (await db.article.findFirstOrThrow({ where: { guid: key }, select: { slug: true } })).slug;

async function comeLater(): Promise<void> {
  await storeTold(late, new Date(seenAt.getTime() + 5 * 60_000), db);
  await assignAll();
}

it("leaves an article where an editor put it, whatever comes later and after a rebuild", async () => {
  const target = await storyOf("2-0");
  expect(await holdArticle(await slugOf("0-1"), target.slug, theDesk, seenAt)).toHaveLength(2);
  expect((await storyOf("0-1")).id).toBe(target.id);
  await comeLater();
  expect((await storyOf("0-1")).id).toBe(target.id);
  expect((await storyOf("0-3")).id).toBe((await storyOf("0-0")).id);
  await rebuildStories("en", since, seenAt);
  expect((await storyOf("0-1")).slug).toBe(target.slug);
  expect((await storyOf("2-0")).slug).toBe(target.slug);
  expect((await storyOf("0-2")).id).toBe((await storyOf("0-0")).id);
});

it("gives an article back to the stream when an editor takes the word back", async () => {
  const home = await storyOf("0-0");
  const target = await storyOf("2-0");
  await holdArticle(await slugOf("0-1"), target.slug, theDesk, seenAt);
  expect(await freeArticle(await slugOf("0-1"), theDesk, seenAt)).toMatchObject({ storyId: target.id, language: "en" });
  await assignAll();
  expect((await storyOf("0-1")).id).toBe(home.id);
});

it("leads a story emptied by an editor on to the one its article went to", async () => {
  const target = await storyOf("1-0");
  for (const key of ["3-0", "3-1", "3-2"]) await holdArticle(await slugOf(key), target.slug, theDesk, seenAt);
  const emptied = await db.story.findMany({ where: { mergedIntoId: target.id } });
  expect(emptied).toMatchObject([{ articleCount: 0, leadArticleId: null }]);
  expect((await storyOf("1-0")).articleCount).toBe(6);
});

it("never joins two stories that an editor keeps apart", async () => {
  const [one, other] = [await storyOf("4-0"), await storyOf("4-1")];
  expect(one.id).toBe(other.id);
  // An editor takes one telling out into a story of another event, and keeps that apart from its own.
  const away = await storyOf("5-0");
  await holdArticle(await slugOf("4-1"), away.slug, theDesk, seenAt);
  expect(await db.storyApart.count()).toBe(1);
  expect(await keepStoriesApart(one.slug, away.slug, theDesk, seenAt)).toEqual([one.id, away.id].sort((a, b) => a - b));
  await comeLater();
  await rebuildStories("en", since, seenAt);
  expect((await storyOf("4-0")).slug).toBe(one.slug);
  expect((await storyOf("5-0")).slug).toBe(away.slug);
  expect((await storyOf("4-2")).id).not.toBe((await storyOf("5-1")).id);
});

it("knows no such article or story", async () => {
  expect(await holdArticle("nowhere", (await storyOf("0-0")).slug, theDesk, seenAt)).toBeNull();
  expect(await holdArticle(await slugOf("0-0"), "nowhere", theDesk, seenAt)).toBeNull();
  expect(await keepStoriesApart("nowhere", (await storyOf("0-0")).slug, theDesk, seenAt)).toBeNull();
  expect(await freeArticle("nowhere", theDesk, seenAt)).toBeNull();
});
