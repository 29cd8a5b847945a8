import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { addMs, minuteMs } from "@/lib/core/clock";
import { listCardStates, markRead, undoMarking } from "@/lib/reading/mark-store";
import { mergeProgress } from "@/lib/reading/merge-progress";
import { keepRead } from "@/lib/reading/read-store";
import { createTestDatabase } from "../../support/test-database";
import { openTitle, printArticle, tellStory, worldNow } from "./follow-world";

const { db, close } = await createTestDatabase();
afterAll(close);

const userId = "reader";
await db.user.create({ data: { id: userId, name: "Ada", email: "ada@example.com" } });
const { publisherId } = await openTitle(db, "herald");
const articleIds: number[] = [];
for (const minutesAgo of [1, 2, 3, 4, 5, 6]) articleIds.push(await printArticle(db, { publisherId, minutesAgo }));
const storyIds = [await tellStory(db, articleIds[0] ?? 0, articleIds.slice(1, 3)), await tellStory(db, articleIds[3] ?? 0)];

type Row = { rev: number; readAt: number; batch: string | null; before: Row | null };
type Version = { number: number; isMaterial: boolean; at: number };

/** What is told of the same acts by plain loops over everything. */
function makeModel() {
  const rows = new Map<number, Row>();
  const versions = new Map<number, Version[]>(articleIds.map((id) => [id, []]));
  const stories = new Map<number, number | null>();
  const newest = (id: number) => versions.get(id)?.length ?? 0;
  const since = (id: number, rev: number) => (versions.get(id) ?? []).filter(({ number, isMaterial }) => isMaterial && number > rev);
  const told = (id: number) =>
    [...rows].filter(([other]) => other === id || (stories.get(id) != null && stories.get(other) === stories.get(id)));
  return {
    stories,
    revise: (id: number, isMaterial: boolean, at: number) => versions.get(id)?.push({ number: newest(id) + 1, isMaterial, at }),
    newest,
    read: (id: number, at: number) => rows.set(id, { rev: newest(id), readAt: at, batch: null, before: null }),
    mark(ids: number[], batch: string, at: number) {
      for (const id of ids) {
        const before = rows.get(id) ?? null;
        if (before === null || since(id, before.rev).length > 0) rows.set(id, { rev: newest(id), readAt: at, batch, before });
      }
    },
    undo(batch: string) {
      for (const [id, row] of rows) {
        if (row.batch !== batch) continue;
        if (row.before) rows.set(id, row.before);
        else rows.delete(id);
      }
    },
    states: () =>
      articleIds.flatMap((articleId) => {
        const read = told(articleId);
        if (read.length === 0) return [];
        const isChanged = read.some(([id, row]) =>
          since(id, row.rev).some(({ at }) => !read.some(([other, { readAt }]) => other !== id && readAt >= at)),
        );
        return [{ articleId, isRead: true, isChanged, isSaved: false }];
      }),
  };
}

const which = fc.constantFrom(...articleIds);
const act = fc.oneof(
  fc.record({ kind: fc.constant("read" as const), id: which }),
  fc.record({ kind: fc.constant("revise" as const), id: which, isMaterial: fc.boolean() }),
  fc.record({ kind: fc.constant("move" as const), id: which, storyId: fc.constantFrom(...storyIds, null) }),
  fc.record({ kind: fc.constant("mark" as const), ids: fc.uniqueArray(which, { minLength: 1 }) }),
  fc.record({ kind: fc.constant("undo" as const), back: fc.integer({ min: 0, max: 2 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer Made> ? Made : never;

function readThrough(articleId: number, revision: number, now: Date): Promise<void> {
  const progress = { revision, active: 90, depth: 100, sentence: 3 };
  const length = { readingSec: 60, revisionCount: revision };
  return keepRead({ userId, articleId }, now, (known) => mergeProgress(known, progress, length, now));
}

const snapshot = () => db.articleRead.findMany({ orderBy: { articleId: "asc" } });

async function revise(articleId: number, number: number, isMaterial: boolean, seenAt: Date): Promise<void> {
  const words = { kind: isMaterial ? "material" : "minor", headline: "", standfirst: "", contentHash: "0".repeat(32) };
  await db.revision.create({ data: { articleId, number, ...words, seenAt } });
  await db.article.update({ where: { id: articleId }, data: { revisionCount: number } });
}

/** Does the same in the store and in the model; `batches` are the acts of marking so far. */
async function perform(each: Act, at: number, model: ReturnType<typeof makeModel>, batches: string[]): Promise<void> {
  const now = new Date(at);
  switch (each.kind) {
    case "read":
      await readThrough(each.id, model.newest(each.id), now);
      model.read(each.id, at);
      return;
    case "revise":
      model.revise(each.id, each.isMaterial, at);
      return revise(each.id, model.newest(each.id), each.isMaterial, now);
    case "move":
      model.stories.set(each.id, each.storyId);
      await db.article.update({ where: { id: each.id }, data: { storyId: each.storyId } });
      return;
    case "mark":
      batches.push(`batch-${at}`);
      await markRead({ userId, articleIds: each.ids, batch: `batch-${at}` }, now, db);
      model.mark(each.ids, `batch-${at}`, at);
      return;
    case "undo": {
      const batch = batches.at(-1 - each.back) ?? "none";
      await undoMarking(userId, batch);
      model.undo(batch);
      return;
    }
    default:
      return each satisfies never;
  }
}

it("has one state for a story through readings, revisions, merges, splits, marks and what is taken back", async () => {
  const seen = { changed: 0, settled: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 15, maxLength: 40 }), async (acts) => {
      await db.$executeRaw`TRUNCATE article_read, revision`;
      await db.article.updateMany({ data: { revisionCount: 0, storyId: null } });
      const model = makeModel();
      const batches: string[] = [];
      for (const [step, each] of acts.entries()) {
        await perform(each, worldNow.getTime() + step * minuteMs, model, batches);
        const states = await listCardStates(userId, articleIds, db);
        expect(states.sort((a, b) => a.articleId - b.articleId)).toEqual(model.states());
        for (const { isChanged } of states) seen[isChanged ? "changed" : "settled"] += 1;
      }
    }),
    { numRuns: 60 },
  );
  expect(Math.min(seen.changed, seen.settled)).toBeGreaterThan(20);
});

it("puts back by an undo exactly what was there, and leaves alone what was read or opened since", async () => {
  await db.$executeRaw`TRUNCATE article_read, revision`;
  const [opened = 0, read = 0, changed = 0, fresh = 0, readSince = 0, openedSince = 0] = articleIds;
  const state = { userId, revisionCount: 0, openedAt: worldNow, lastAt: worldNow };
  await db.articleRead.createMany({
    data: [
      { ...state, articleId: opened, activeSec: 20, depth: 30, sentence: 4 },
      { ...state, articleId: read, readAt: worldNow, activeSec: 90, depth: 100 },
      { ...state, articleId: changed, readAt: worldNow, activeSec: 90, depth: 100 },
    ],
  });
  await revise(changed, 1, true, worldNow);
  const before = await snapshot();
  const now = addMs(worldNow, minuteMs);
  await markRead({ userId, articleIds, batch: "all" }, now, db);
  expect((await listCardStates(userId, articleIds, db)).every(({ isRead, isChanged }) => isRead && !isChanged)).toBe(true);
  expect((await snapshot()).find(({ articleId }) => articleId === read)).toEqual(before[1]);
  await readThrough(readSince, 0, addMs(now, minuteMs));
  const glance = { revision: 0, active: 0, depth: 0, sentence: 0 };
  const length = { readingSec: 60, revisionCount: 0 };
  await keepRead({ userId, articleId: openedSince }, now, (known) => mergeProgress(known, glance, length, addMs(now, 1)));
  await undoMarking("somebody-else", "all");
  expect(await snapshot()).toHaveLength(6);
  await undoMarking(userId, "all");
  const after = await snapshot();
  expect(after.slice(0, 3)).toEqual(before);
  expect(after.find(({ articleId }) => articleId === fresh)).toBeUndefined();
  expect(after.slice(3).map(({ articleId, readAt, readBy }) => [articleId, readAt !== null, readBy])).toEqual([
    [readSince, true, "reading"],
    [openedSince, false, "reading"],
  ]);
});
