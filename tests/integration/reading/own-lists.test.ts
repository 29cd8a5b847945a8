import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { requireAccount } from "@/lib/accounts/guards";
import { readArticle } from "@/lib/articles/queries";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { forgetRemembered } from "@/lib/platform/remember";
import { forgetAll, forgetArticle, keepHistory } from "@/lib/reading/history-commands";
import { readHistory } from "@/lib/reading/history-queries";
import { markAllRead, undoMarkAll } from "@/lib/reading/mark-commands";
import { markCards } from "@/lib/reading/mark-queries";
import { countSeenCards, keepProgress } from "@/lib/reading/progress-commands";
import { findOwnReading } from "@/lib/reading/read-queries";
import { dropSaved, saveArticle } from "@/lib/reading/saved-commands";
import { readSaved } from "@/lib/reading/saved-queries";
import { changeReadingSettings, switchPersonal } from "@/lib/reading/settings-commands";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { newPerson } from "../../support/account-world";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { openTitle, printArticle, tellStory } from "./follow-world";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const { publisherId } = await openTitle(db, "herald");
const done = { ok: true, value: undefined };

async function print(minutesAgo = 5) {
  const id = await printArticle(db, { publisherId, minutesAgo });
  const { slug } = await db.article.findUniqueOrThrow({ where: { id }, select: { slug: true } });
  return { id, slug };
}

/** What a query finds for whoever sits at this browser. */
const asOwn = <Found>(browser: Browser, ask: (viewer: NonNullable<Awaited<ReturnType<typeof requireAccount>>>) => Promise<Found>) =>
  browser.ask(async () => {
    const viewer = await requireAccount();
    if (!viewer) throw new Error("Somebody is signed in here.");
    forgetRemembered();
    return ask(viewer);
  });

const beat = (facts: object = {}) => ({ revision: 0, active: 15, depth: 40, sentence: 6, ...facts });

describe("a reader's progress", () => {
  it("is there on another device, and gone at the end", async () => {
    const { slug } = await print();
    const { browser } = await newPerson(db);
    expect(await browser.ask(() => keepProgress(slug, beat()))).toEqual(done);
    const ownOf = () =>
      asOwn(browser, async (viewer) => {
        const view = await readArticle(slug, viewer, new Date());
        return view && findOwnReading(view, viewer, new Date());
      });
    expect(await ownOf()).toEqual({ isSaved: false, isNotWorth: null, goOn: { sentence: 6, depth: 40 }, changed: null });
    await browser.ask(() => keepProgress(slug, beat({ depth: 100 })));
    expect(await ownOf()).toMatchObject({ goOn: null });
  });

  it("is refused of anything it cannot be, of another site, and of what is not there", async () => {
    const { slug } = await print();
    const { browser } = await newPerson(db);
    expect(await browser.ask(() => keepProgress(slug, beat({ depth: 101 })))).toMatchObject({ error: { kind: "invalid" } });
    expect(await browser.ask(() => keepProgress("no-such", beat()))).toMatchObject({ error: { kind: "not-found" } });
    const elsewhere = makeBrowser("198.51.100.30", undefined, { "sec-fetch-site": "cross-site" });
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
    expect(await elsewhere.ask(() => keepProgress(slug, beat()))).toMatchObject({ error: { kind: "sign-in" } });
    expect(await makeBrowser("198.51.100.31").ask(() => keepProgress(slug, beat()))).toMatchObject({ error: { kind: "sign-in" } });
  });

  it("is kept neither where the history is paused nor where the browser asks for privacy; what was kept stays", async () => {
    const [kept, unkept] = [await print(), await print()];
    await tellStory(db, unkept.id);
    const { browser, userId } = await newPerson(db);
    await browser.ask(() => keepProgress(kept.slug, beat()));
    expect(await browser.ask(() => keepHistory({ on: "0" }))).toEqual(done);
    expect(await browser.ask(() => keepProgress(unkept.slug, beat()))).toEqual(done);
    expect(await browser.ask(() => countSeenCards({ ids: String(unkept.id) }))).toEqual(done);
    expect(await db.articleRead.findMany({ where: { userId }, select: { articleId: true } })).toEqual([{ articleId: kept.id }]);
    await browser.ask(() => keepHistory({ on: "1" }));
    const private_ = makeBrowser("198.51.100.32", undefined, { dnt: "1" });
    for (const [name, value] of browser.cookies) private_.cookies.set(name, value);
    await private_.ask(() => keepProgress(unkept.slug, beat()));
    await private_.ask(() => countSeenCards({ ids: String(unkept.id) }));
    expect(await db.articleRead.count({ where: { userId } })).toBe(1);
    expect(await db.impression.count({ where: { userId } })).toBe(0);
  });

  it("of two devices at once loses nothing", async () => {
    const { slug, id } = await print();
    const { browser, userId } = await newPerson(db);
    await Promise.all([20, 80, 50].map((depth) => browser.ask(() => keepProgress(slug, beat({ depth, active: 0 })))));
    await Promise.all([30, 70, 60].map((depth) => browser.ask(() => keepProgress(slug, beat({ depth })))));
    const row = await db.articleRead.findUniqueOrThrow({ where: { userId_articleId: { userId, articleId: id } } });
    expect(row.depth).toBeGreaterThanOrEqual(70);
    expect(row.activeSec).toBeLessThanOrEqual(3);
  });
});

describe("cards that were seen", () => {
  it("count once a page view for each story, until one of its articles is opened", async () => {
    const [one, other] = [await print(), await print()];
    const storyId = await tellStory(db, one.id, [other.id]);
    const { browser, userId } = await newPerson(db);
    const shown = async () => (await db.impression.findUnique({ where: { userId_storyId: { userId, storyId } } }))?.shown;
    await browser.ask(() => countSeenCards({ ids: `${one.id} ${other.id}` }));
    await browser.ask(() => countSeenCards({ ids: String(one.id) }));
    expect(await shown()).toBe(2);
    await browser.ask(() => keepProgress(other.slug, beat({ active: 0 })));
    expect(await shown()).toBeUndefined();
    await browser.ask(() => countSeenCards({ ids: String(one.id) }));
    expect(await shown()).toBeUndefined();
  });
});

describe("what is saved", () => {
  it("is listed the latest first, says so on its card, and goes again", async () => {
    const [one, other] = [await print(), await print()];
    const { browser } = await newPerson(db);
    for (const { slug } of [one, other, other]) expect(await browser.ask(() => saveArticle(slug, { on: "1" }))).toEqual(done);
    const saved = () => asOwn(browser, (viewer) => readSaved(viewer, null, new Date()));
    expect((await saved()).entries.map(({ articleId, card }) => [articleId, card?.mine?.isSaved])).toEqual([
      [other.id, true],
      [one.id, true],
    ]);
    await browser.ask(() => saveArticle(one.slug, { on: "0" }));
    expect((await saved()).entries.map(({ articleId }) => articleId)).toEqual([other.id]);
    expect(await browser.ask(() => saveArticle("no-such", { on: "1" }))).toMatchObject({ error: { kind: "not-found" } });
  });

  it("is said to have left the paper when it has, and can be taken away then", async () => {
    const { id, slug } = await print();
    const { browser } = await newPerson(db);
    await browser.ask(() => saveArticle(slug, { on: "1" }));
    await db.article.update({ where: { id }, data: { takenDownAt: new Date() } });
    const saved = () => asOwn(browser, (viewer) => readSaved(viewer, null, new Date()));
    expect((await saved()).entries).toMatchObject([{ articleId: id, card: null }]);
    expect(await browser.ask(() => dropSaved({ id: String(id) }))).toEqual(done);
    expect((await saved()).entries).toEqual([]);
  });
});

describe("a history", () => {
  it("is paged without a gap or a repeat, and loses what is taken out of it alone", async () => {
    const articles = await Promise.all(Array.from({ length: 45 }, (_, at) => print(at)));
    const { browser, userId } = await newPerson(db);
    const lastAt = new Date("2026-11-22T09:00:00Z");
    // All at one instant: the number of the article parts them.
    const rows = articles.map(({ id }) => ({ userId, articleId: id, revisionCount: 0, lastAt, openedAt: lastAt, activeSec: 9, depth: 10 }));
    await db.articleRead.createMany({ data: rows });
    const pageAt = (cursor: string | null) => asOwn(browser, (viewer) => readHistory(viewer, cursor, new Date()));
    const first = await pageAt(null);
    const second = await pageAt(first.olderCursor);
    const ids = [...first.entries, ...second.entries].map(({ articleId }) => articleId);
    expect([ids.length, new Set(ids).size, second.olderCursor]).toEqual([45, 45, null]);
    expect(await browser.ask(() => forgetArticle({ id: String(ids[0]) }))).toEqual(done);
    expect((await pageAt(null)).entries[0]?.articleId).toBe(ids[1]);
    const stranger = await newPerson(db);
    await stranger.browser.ask(() => forgetArticle({ id: String(ids[1]) }));
    expect(await db.articleRead.count({ where: { userId } })).toBe(44);
    expect(await browser.ask(forgetAll)).toEqual(done);
    expect(await pageAt(null)).toMatchObject({ entries: [], olderCursor: null, keepsHistory: true });
  });
});

describe("marking a list as read", () => {
  it("marks the stories of its cards, though the history is paused, and is taken back by its own reader alone", async () => {
    const [one, other] = [await print(), await print()];
    await tellStory(db, one.id, [other.id]);
    const { browser } = await newPerson(db);
    await browser.ask(() => keepHistory({ on: "0" }));
    const stateOf = () =>
      asOwn(browser, async (viewer) => {
        const view = await readArticle(other.slug, viewer, new Date());
        const [card] = view ? await markCards(viewer, [view.card]) : [];
        return card?.mine?.state;
      });
    const marked = await browser.ask(() => markAllRead({ ids: String(one.id) }));
    if (!marked.ok) throw new Error(marked.error.kind);
    expect(await stateOf()).toBe("read");
    const stranger = await newPerson(db);
    expect(await stranger.browser.ask(() => undoMarkAll({ batch: marked.value }))).toEqual(done);
    expect(await stateOf()).toBe("read");
    await browser.ask(() => undoMarkAll({ batch: marked.value }));
    expect(await stateOf()).toBe("unread");
  });
});

describe("the reading settings", () => {
  it("are kept as said, and each alone", async () => {
    const { browser, userId } = await newPerson(db);
    const form = { country: "AT", languages: "de", timeZone: "Europe/Vienna", editionMinutes: "25", editionHours: ["7", "18"] };
    expect(await browser.ask(() => changeReadingSettings(form))).toEqual(done);
    expect(await browser.ask(() => switchPersonal({ on: "0" }))).toEqual(done);
    expect(await findReaderSettings(userId, db)).toMatchObject({
      country: "AT",
      languages: ["de"],
      timeZone: "Europe/Vienna",
      editionMinutes: 25,
      editionHours: [7, 18],
      isPersonal: false,
      keepsHistory: true,
    });
    expect(await browser.ask(() => changeReadingSettings({ ...form, timeZone: "Nowhere" }))).toMatchObject({ error: { kind: "invalid" } });
  });
});
