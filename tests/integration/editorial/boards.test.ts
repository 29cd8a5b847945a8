import { randomUUID } from "node:crypto";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listRows, verifyChain } from "@/lib/audit/audit-store";
import { addMs, hourMs } from "@/lib/core/clock";
import { actOnBoard, findBoard, listPublishedPicks, listVersions, restoreBoard } from "@/lib/editorial/board-store";
import { saveList } from "@/lib/editorial/list-store";
import { findMeantArticle } from "@/lib/editorial/picked-article-store";
import { publishBoard } from "@/lib/editorial/publish-store";
import { listPublished } from "@/lib/editorial/published-store";
import { addPicks } from "@/lib/editorial/store";
import type { BoardAct, BoardEntry } from "@/lib/editorial/types";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { makeEntry } from "../../unit/editorial/make-entry";
import { storeArticle } from "../wall/store-article";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
afterAll(async () => {
  await stopQueue();
  await close();
});

const slug = "good-news";
const ann = { id: "ann", name: "Ann", role: "editor" } as const;
const ben = { id: "ben", name: "Ben", role: "editor" } as const;
const now = new Date("2026-11-22T10:00:00Z");
const articleIds: number[] = [];
for (let n = 0; n < 5; n += 1) articleIds.push(await storeArticle(db, { slug: `story-${n}`, html: "<p>Text.</p>" }));

const entry = (place: number, own: Partial<BoardEntry> = {}): BoardEntry =>
  makeEntry({ key: randomUUID(), slot: place, articleId: articleIds[place - 1] ?? 0, startsAt: now, ...own });
const act = (by: typeof ann | typeof ben, seen: number, what: BoardAct, at = now) =>
  actOnBoard({ slug, seen, act: what, words: what.kind, by, now: at });
const add = (place: number, own: Partial<BoardEntry> = {}) => ({ kind: "add" as const, entry: entry(place, own) });
const draftKeys = async () => (await findBoard(slug, null))?.entries.map(({ key }) => key) ?? [];

beforeEach(async () => {
  await db.pick.deleteMany({});
  await db.pickBoard.deleteMany({});
  await db.pickList.updateMany({ data: { publishedVersion: 0 } });
});

describe("a board", () => {
  it("keeps every version and shows readers nothing before it is published", async () => {
    const first = add(1);
    await act(ann, 0, first);
    expect(await listPublishedPicks(slug, now)).toEqual([]);
    expect(await listVersions(slug, 0, 10)).toMatchObject([{ version: 2, act: "add", editorName: "Ann" }, { version: 1 }]);
    expect(await publishBoard({ slug, seen: 2, by: ann, now })).toEqual({ ok: true, value: { version: 2, changes: 1 } });
    expect(await listPublishedPicks(slug, now)).toMatchObject([{ key: first.entry.key, slot: 1 }]);
    const published = (await listPublished(now)).find(({ list }) => list.slug === slug);
    expect(published?.entries).toEqual([first.entry]);
  });

  it("refuses an act on what another editor changed meanwhile, and says what they did", async () => {
    const first = add(1);
    await act(ann, 0, first);
    await act(ann, 2, { kind: "pin", key: first.entry.key, isPinned: true, edition: "" });
    const late = await act(ben, 2, { kind: "place", key: first.entry.key, slot: 2, edition: "" });
    expect(late).toMatchObject({ ok: false, error: { kind: "stale", since: [{ version: 3, editorName: "Ann", act: "pin" }] } });
    expect((await findBoard(slug, null))?.entries).toMatchObject([{ slot: 1, isPinned: true }]);
  });

  it("does an act that touches nothing of what another changed, beside theirs", async () => {
    const [first, second] = [add(1), add(2)];
    await act(ann, 0, first);
    expect(await act(ben, 1, second)).toEqual({ ok: true, value: { version: 3, isRebased: true } });
    expect(await draftKeys()).toEqual([first.entry.key, second.entry.key]);
  });

  it("loses no act of many editors at once: each is on the board or was refused", async () => {
    const acts = Array.from({ length: 12 }, (_, index) => add((index % 4) + 1, { articleId: articleIds[index % 5] ?? 0 }));
    const done = await Promise.all(acts.map((each, index) => act(index % 2 ? ann : ben, 0, each)));
    const kept = acts.filter((_, index) => done[index]?.ok).map((each) => each.entry.key);
    expect((await draftKeys()).toSorted()).toEqual(kept.toSorted());
    expect((await listVersions(slug, 0, 50)).map(({ version }) => version)).toEqual(
      Array.from({ length: kept.length + 1 }, (_, index) => kept.length + 1 - index),
    );
  });

  it("goes back by undoing, and forth again", async () => {
    const first = add(1);
    await act(ann, 0, first);
    await act(ann, 2, { kind: "remove", key: first.entry.key });
    await restoreBoard({ slug, seen: 3, version: 2, by: ann, now });
    expect(await draftKeys()).toEqual([first.entry.key]);
    expect(await restoreBoard({ slug, seen: 3, version: 2, by: ben, now })).toMatchObject({ ok: false, error: { kind: "stale" } });
  });

  it("begins with what is published where nobody has touched it yet", async () => {
    await addPicks([{ articleId: articleIds[0] ?? 0, slot: 1, note: "Why", editorName: "The desk" }], now, db);
    await db.pick.create({
      data: { listSlug: slug, slot: 3, articleId: articleIds[1] ?? 0, note: "Old", editorName: "Cy", startsAt: now },
    });
    await act(ann, 0, add(1));
    expect((await findBoard(slug, 1))?.entries).toMatchObject([{ slot: 3, note: "Old", editorName: "Cy" }]);
    expect((await findBoard(slug, 2))?.entries).toHaveLength(2);
    expect((await findBoard("our-picks", null))?.entries).toMatchObject([{ note: "Why" }]);
  });

  it("has its acts in the log, which stays whole", async () => {
    const first = add(1);
    await act(ann, 0, first);
    await publishBoard({ slug, seen: 2, by: ben, now });
    const rows = (await listRows(0, 1_000)).slice(-2);
    expect(rows).toMatchObject([
      { act: "list.add", actorName: "Ann", subjectId: slug },
      { act: "list.publish", actorName: "Ben", subjectId: slug },
    ]);
    expect(rows[0]?.after).toContain(first.entry.key);
    expect((await verifyChain(null)).faults).toEqual([]);
  });
});

describe("publishing", () => {
  it("is refused to an editor who has not seen the newest version: of two at once one publishes what they saw", async () => {
    await act(ann, 0, add(1));
    const both = await Promise.all([
      publishBoard({ slug, seen: 2, by: ann, now }),
      act(ben, 2, add(2)).then(() => publishBoard({ slug, seen: 2, by: ben, now })),
    ]);
    expect(both[1]).toMatchObject({ ok: false, error: { kind: "stale" } });
    const published = await listPublishedPicks(slug, now);
    expect(published.length).toBe(both[0]?.ok ? 1 : 0);
  });

  it("writes a pick once when the same version is published by two at once", async () => {
    await act(ann, 0, add(1));
    await Promise.all([publishBoard({ slug, seen: 2, by: ann, now }), publishBoard({ slug, seen: 2, by: ben, now })]);
    expect(await db.pick.count()).toBe(1);
  });

  it("keeps in the archive what was shown: what left ends, what changed begins anew, what never began goes", async () => {
    const [first, second, third] = [add(1), add(2), add(3, { startsAt: addMs(now, 5 * hourMs) })];
    for (const [index, each] of [first, second, third].entries()) await act(ann, index === 0 ? 0 : index + 1, each);
    await publishBoard({ slug, seen: 4, by: ann, now });
    const later = addMs(now, hourMs);
    const words = { ...first.entry, note: "Said better" };
    await act(ann, 4, { kind: "edit", key: first.entry.key, words }, later);
    await act(ann, 5, { kind: "remove", key: second.entry.key }, later);
    await act(ann, 6, { kind: "remove", key: third.entry.key }, later);
    await publishBoard({ slug, seen: 7, by: ann, now: later });
    const rows = await db.pick.findMany({ orderBy: [{ startsAt: "asc" }, { slot: "asc" }] });
    expect(rows).toMatchObject([
      { key: first.entry.key, note: "", startsAt: now, endsAt: later },
      { key: second.entry.key, startsAt: now, endsAt: later },
      { key: first.entry.key, note: "Said better", startsAt: later, endsAt: null },
    ]);
  });
});

describe("a list", () => {
  it("is defined once, and the log keeps what it was", async () => {
    const list = { slug: "long-reads", name: "Long reads", description: "", places: 3, editions: ["en"], frontPlace: null, isActive: true };
    expect(await saveList(list, true, ann, now)).toEqual({ ok: true, value: "long-reads" });
    expect(await saveList(list, true, ann, now)).toMatchObject({ ok: false });
    await saveList({ ...list, places: 5 }, false, ann, now);
    expect((await listRows(0, 1_000)).at(-1)).toMatchObject({ act: "list.change", before: expect.stringContaining('"places":3') });
  });
});

it("an article is found by its number, its address here and its address at its title", async () => {
  const article = await db.article.findFirstOrThrow({ where: { id: articleIds[0] } });
  expect(await findMeantArticle(String(article.id))).toBe(article.id);
  expect(await findMeantArticle(`https://broadsheet.example/article/${article.slug}?x=1`)).toBe(article.id);
  expect(await findMeantArticle("https://nowhere.example/a/b")).toBeNull();
});
