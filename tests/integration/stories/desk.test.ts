import { afterAll, beforeEach, expect, it, vi } from "vitest";

vi.mock("@/lib/platform/queue", async (load) => ({ ...(await load<object>()), enqueue: async () => true }));

import { verifyChain } from "@/lib/audit/audit-store";
import { sayOfStory } from "@/lib/stories/desk-edit-store";
import { freeArticles, mergeStories, moveArticles, splitStory } from "@/lib/stories/desk-move-store";
import { findDeskStory } from "@/lib/stories/desk-store";
import { rebuildStories } from "@/lib/stories/rebuild-store";
import { recountStories } from "@/lib/stories/recount-store";
import { assignStories } from "@/lib/stories/store";
import { readStory } from "@/lib/stories/story-store";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { emptyStore, makeStream, storeTold } from "./told-stream";

const { db, close } = await createTestDatabase();
afterAll(close);

const stream = makeStream(6);
const seenAt = new Date("2026-11-20T12:00:00Z");
const since = new Date("2026-11-20T00:00:00Z");
const by = { by: theDesk, now: seenAt };
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

async function storyOf(key: string) {
  const { story } = await db.article.findFirstOrThrow({ where: { guid: key }, select: { story: true } });
  if (!story) throw new Error(`${key} has no story`);
  return story;
}
const idOf = async (key: string) => (await db.article.findFirstOrThrow({ where: { guid: key }, select: { id: true } })).id;

/** Everything that could take an editor's word back: what comes later, and all of it clustered anew. */
async function tryToUndo(): Promise<void> {
  await storeTold(late, new Date(seenAt.getTime() + 5 * 60_000), db);
  await assignAll();
  await rebuildStories("en", since, seenAt);
}

it("merges two stories for good, and leads the first's address to the second", async () => {
  const [from, into] = [await storyOf("0-0"), await storyOf("1-0")];
  expect(await mergeStories(from.slug, into.slug, by)).toEqual({ ok: true, slug: into.slug });
  expect(await readStory(from.slug, db)).toEqual({ movedTo: into.slug });
  await tryToUndo();
  for (const key of ["0-0", "0-1", "0-2", "1-0"]) expect((await storyOf(key)).slug, key).toBe(into.slug);
  expect(await readStory(from.slug, db)).toEqual({ movedTo: into.slug });
});

it("splits articles off into a story of their own for good", async () => {
  const from = await storyOf("2-0");
  const done = await splitStory(from.slug, [await idOf("2-1"), await idOf("2-2")], by);
  const opened = await storyOf("2-1");
  expect(done).toEqual({ ok: true, slug: opened.slug });
  expect(opened.id).not.toBe(from.id);
  expect(opened).toMatchObject({ articleCount: 2 });
  await tryToUndo();
  expect((await storyOf("2-1")).slug).toBe(opened.slug);
  expect((await storyOf("2-2")).slug).toBe(opened.slug);
  expect((await storyOf("2-0")).slug).toBe(from.slug);
  expect((await findDeskStory(from.slug, db)) ?? {}).toMatchObject({ apart: [{ slug: opened.slug }] });
});

it("moves an article for good, and takes the word back when asked", async () => {
  const [from, into] = [await storyOf("3-0"), await storyOf("4-0")];
  const id = await idOf("3-1");
  expect(await moveArticles(from.slug, into.slug, [id], by)).toEqual({ ok: true, slug: from.slug });
  expect((await storyOf("3-1")).id).toBe(into.id);
  await tryToUndo();
  expect((await storyOf("3-1")).slug).toBe(into.slug);
  expect(await freeArticles(into.slug, [id], by)).toEqual({ ok: true, slug: into.slug });
  expect(await db.article.findUniqueOrThrow({ where: { id }, select: { storyId: true, held: true } })).toEqual({
    storyId: null,
    held: null,
  });
});

it("keeps the lead and the headline that an editor chose through every recount and rebuild", async () => {
  const story = await storyOf("5-0");
  const other = [await idOf("5-0"), await idOf("5-1"), await idOf("5-2")].find((id) => id !== story.leadArticleId) ?? 0;
  expect(await sayOfStory(story.slug, "story.lead", { deskLeadId: other }, by)).toBe(true);
  expect(await sayOfStory(story.slug, "story.rename", { deskHeadline: "In our own words" }, by)).toBe(true);
  await recountStories([story.id], db);
  await tryToUndo();
  const kept = await db.story.findUniqueOrThrow({ where: { id: story.id } });
  expect(kept).toMatchObject({ leadArticleId: other, deskLeadId: other, deskHeadline: "In our own words" });
  const shown = await readStory(story.slug, db);
  expect(shown && "facts" in shown && shown.facts.deskHeadline).toBe("In our own words");
  await sayOfStory(story.slug, "story.lead", { deskLeadId: null }, by);
  expect((await db.story.findUniqueOrThrow({ where: { id: story.id } })).deskLeadId).toBeNull();
});

it("refuses what cannot be, and changes nothing by it", async () => {
  const [one, other] = [await storyOf("0-0"), await storyOf("1-0")];
  const all = [await idOf("0-0"), await idOf("0-1"), await idOf("0-2")];
  expect(await mergeStories(one.slug, one.slug, by)).toEqual({ ok: false, why: "same" });
  expect(await mergeStories(one.slug, "nowhere", by)).toEqual({ ok: false, why: "no-other" });
  expect(await mergeStories("nowhere", one.slug, by)).toEqual({ ok: false, why: "not-found" });
  expect(await splitStory(one.slug, all, by)).toEqual({ ok: false, why: "all" });
  expect(await splitStory(one.slug, [await idOf("1-0")], by)).toEqual({ ok: false, why: "none" });
  expect(await sayOfStory(one.slug, "story.lead", { deskLeadId: await idOf("1-0") }, by)).toBe(false);
  await db.story.update({ where: { id: other.id }, data: { language: "fr" } });
  expect(await mergeStories(one.slug, other.slug, by)).toEqual({ ok: false, why: "other-language" });
  expect(await db.heldArticle.count()).toBe(0);
});

it("keeps every act in the log", async () => {
  const [from, into] = [await storyOf("0-0"), await storyOf("1-0")];
  await mergeStories(from.slug, into.slug, by);
  const last = await db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(last).toMatchObject({ act: "story.merge", subjectKind: "story", subjectId: String(into.id), actorName: theDesk.name });
  expect((await verifyChain(null, db)).faults).toEqual([]);
});
