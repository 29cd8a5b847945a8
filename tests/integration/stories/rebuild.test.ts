import { afterAll, beforeEach, expect, it } from "vitest";
import { rebuildStories } from "@/lib/stories/rebuild-store";
import { assignStories } from "@/lib/stories/store";
import { readStory } from "@/lib/stories/story-store";
import { createTestDatabase } from "../../support/test-database";
import { emptyStore, makeStream, readPartition, storeTold } from "./told-stream";

const { db, close } = await createTestDatabase();
afterAll(close);

const stream = makeStream(12);
const seenAt = new Date("2026-11-20T16:00:00Z");
const since = new Date("2026-11-20T00:00:00Z");

beforeEach(async () => {
  await emptyStore(db);
  await storeTold(stream, seenAt, db);
  while ((await assignStories("en", seenAt)).hasMore);
});

/** Spoils what was found, as an older version of the rules might have: one event in pieces, two others in one story. */
async function spoil(): Promise<void> {
  const [first] = await db.article.findMany({ where: { guid: "0-3" } });
  const piece = await db.story.create({
    data: { slug: "a-piece", language: "en", section: "world", firstAt: seenAt, lastAt: seenAt, leadArticleId: first?.id ?? null },
  });
  await db.article.updateMany({ where: { guid: "0-3" }, data: { storyId: piece.id } });
  const home = await db.article.findFirstOrThrow({ where: { guid: "4-0" } });
  await db.article.updateMany({ where: { guid: { startsWith: "5-" } }, data: { storyId: home.storyId } });
}

it("changes nothing where nothing is to be found anew", async () => {
  const before = await db.article.findMany({ select: { id: true, storyId: true }, orderBy: { id: "asc" } });
  const report = await rebuildStories("en", since, seenAt);
  expect(report).toMatchObject({ articles: stream.length, kept: 12, opened: 0, absorbed: 0, switched: { articleIds: [], storyIds: [] } });
  expect(await db.article.findMany({ select: { id: true, storyId: true }, orderBy: { id: "asc" } })).toEqual(before);
});

it("puts right what was wrong, keeps the addresses, and leads the pieces on", async () => {
  const wanted = await readPartition(db);
  const home = await db.article.findFirstOrThrow({ where: { guid: "0-0" }, select: { story: { select: { slug: true } } } });
  await spoil();
  const report = await rebuildStories("en", since, seenAt);
  expect(await readPartition(db)).toEqual(wanted);
  expect(report).toMatchObject({ opened: 1, absorbed: 1 });
  expect(await readStory("a-piece", db)).toEqual({ movedTo: home.story?.slug });
});

it("lets readers read and workers assign while it goes on, and switches at once", async () => {
  const wanted = [...(await readPartition(db))];
  await spoil();
  const slugs = (await db.story.findMany({ where: { articles: { some: {} } }, select: { slug: true } })).map(({ slug }) => slug);
  let isDone = false;
  let reads = 0;
  const read = async () => {
    while (!isDone) {
      for (const slug of slugs) {
        expect(await readStory(slug, db)).not.toBeNull();
        reads += 1;
      }
    }
  };
  const more = makeStream(13).filter(({ event }) => event === 12);
  const work = async () => {
    await storeTold(more, new Date(seenAt.getTime() + 60_000), db);
    while ((await assignStories("en", seenAt)).hasMore);
  };
  const rebuilt = rebuildStories("en", since, seenAt).finally(() => {
    isDone = true;
  });
  await Promise.all([rebuilt, work(), read()]);
  expect(reads).toBeGreaterThan(0);
  const late = more
    .map(({ key }) => key)
    .sort()
    .join(" ");
  expect(await readPartition(db)).toEqual([...wanted, late].sort());
});
