import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { addMs, hourMs } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { arrangeFront } from "@/lib/ranking/block-commands";
import { findNewestOrder } from "@/lib/ranking/order-store";
import { readOwnFront } from "@/lib/ranking/own-front-queries";
import { changeProfile } from "@/lib/ranking/profile-commands";
import { readOwnProfile } from "@/lib/ranking/profile-queries";
import { readProfile } from "@/lib/ranking/profile-store";
import { tasteArticle } from "@/lib/ranking/taste-commands";
import { readWhy } from "@/lib/ranking/why-queries";
import { setFollow } from "@/lib/reading/follow-store";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { accountViewer } from "../../support/account-viewer";
import { newPerson } from "../../support/account-world";
import { makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { makeStories } from "./make-stories";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});
const now = new Date();
await makeStories(db, { publishers: 12, stories: 120, newestAt: addMs(now, -hourMs) });

const learnedOf = async (userId: string) => new Map((await readProfile(userId)).weights.map(([facet, { learned }]) => [facet, learned]));

describe("more or less like one article", () => {
  it("moves what the article is about, makes the order out of date, and is taken back whole", async () => {
    const { browser, userId } = await newPerson(db);
    const said = await browser.ask(() => tasteArticle({ article: "article-1", taste: "more", order: "7" }));
    expect(said).toEqual({ ok: true, value: "/why/article-1?taste=more&order=7" });
    expect((await learnedOf(userId)).get("publisher:2")).toBeGreaterThan(0.2);
    expect((await findReaderSettings(userId)).changedAt).not.toBeNull();
    await browser.ask(() => tasteArticle({ article: "article-1", taste: "more", undo: "1" }));
    expect((await learnedOf(userId)).get("publisher:2") ?? 0).toBeCloseTo(0, 2);
  });

  it("is for whoever is signed in, and for articles there are", async () => {
    const { browser } = await newPerson(db);
    expect(await makeBrowser("203.0.113.9").ask(() => tasteArticle({ article: "article-1", taste: "more" }))).toMatchObject({ ok: false });
    const lost = await browser.ask(() => tasteArticle({ article: "nothing", taste: "more" }));
    const wrong = await browser.ask(() => tasteArticle({ article: "article-1", taste: "most" }));
    expect([lost, wrong]).toEqual([
      { ok: false, error: { kind: "not-found" } },
      { ok: false, error: { kind: "invalid" } },
    ]);
  });
});

describe("the profile", () => {
  it("takes the reader's word, gives it back to what is learnt, and forgets", async () => {
    const { browser, userId } = await newPerson(db);
    const viewer = accountViewer({ userId });
    const lines = async () => (await readOwnProfile(viewer, now)).lines.map(({ name, weight, chosen }) => [name, weight, chosen]);
    await browser.ask(() => changeProfile({ change: "set", facet: "section:sport", weight: "-1" }));
    await browser.ask(() => changeProfile({ change: "set", facet: "publisher:3", weight: "0.5" }));
    expect(await lines()).toEqual([
      ["Sport", -1, -1],
      ["Title 3", 0.5, 0.5],
    ]);
    await browser.ask(() => changeProfile({ change: "set", facet: "section:sport", weight: "learned" }));
    expect(await lines()).toEqual([["Title 3", 0.5, 0.5]]);
    await browser.ask(() => changeProfile({ change: "forget", facet: "publisher:3" }));
    expect(await lines()).toEqual([]);
  });

  it("is forgotten whole, follows apart", async () => {
    const { browser, userId } = await newPerson(db);
    await setFollow({ userId, kind: "topic", target: "4", isOn: true }, now);
    await browser.ask(() => changeProfile({ change: "set", facet: "topic:4", weight: "1" }));
    await browser.ask(() => changeProfile({ change: "reset" }));
    expect(await readProfile(userId)).toEqual({ weights: [], follows: [{ kind: "topic", target: "4" }] });
  });

  it.each(["term:glacier", "section:nowhere", "topic:0", "place:gb", "topic", "topic:1;2"])("refuses %s", async (facet) => {
    const { browser } = await newPerson(db);
    expect(await browser.ask(() => changeProfile({ change: "set", facet, weight: "1" }))).toEqual({
      ok: false,
      error: { kind: "invalid" },
    });
  });
});

describe("arranging the front page", () => {
  it("moves, hides and puts back, and says where to go on", async () => {
    const { browser, userId } = await newPerson(db);
    const moved = await browser.ask(() => arrangeFront({ block: "sport", move: "up" }));
    expect(moved).toEqual({ ok: true, value: "/front-page?moved=sport&by=up" });
    await browser.ask(() => arrangeFront({ block: "world", move: "hide" }));
    const { blockOrder } = await findReaderSettings(userId);
    expect(blockOrder.indexOf("sport")).toBe(blockOrder.indexOf("culture") - 1);
    expect(blockOrder).toContain("-world");
    await browser.ask(() => arrangeFront({ move: "reset" }));
    expect((await findReaderSettings(userId)).blockOrder).toEqual([]);
  });
});

describe("why a card stands where it does", () => {
  it("gives the terms of that very order, which sum to its score, and what can be done", async () => {
    const { userId } = await newPerson(db);
    const viewer = accountViewer({ userId });
    await setFollow({ userId, kind: "publisher", target: "2", isOn: true }, now);
    const front = await readOwnFront(viewer, { languages: [], country: null }, now);
    const { id = 0 } = (await findNewestOrder(userId)) ?? {};
    const slug = front.order.lead?.slug ?? "";
    expect(front.order.lead?.mine?.whyUrl).toBe(`/why/${slug}?order=${id}`);
    const why = await readWhy(slug, id, viewer, now);
    const terms = Object.values(why?.reasons?.terms ?? {});
    expect(terms.reduce((sum, points) => sum + points, 0)).toBe(why?.reasons?.score);
    expect(why?.reasons?.because.reduce((sum, { points }) => sum + points, 0)).toBe(why?.reasons?.terms.affinity);
    expect(why?.controls.map(({ kind }) => kind)).toEqual(["story", "publisher", "section", "author", "topic", "topic"]);
  });

  it("tells nothing of another reader's order, nor of one that is gone", async () => {
    const [one, other] = [await newPerson(db), await newPerson(db)];
    await readOwnFront(accountViewer({ userId: one.userId }), { languages: [], country: null }, now);
    const { id = 0, slots = [] } = (await findNewestOrder(one.userId)) ?? {};
    const slug = `article-${slots[0]?.articleId}`;
    expect((await readWhy(slug, id, accountViewer({ userId: one.userId }), now))?.reasons).not.toBeNull();
    expect((await readWhy(slug, id, accountViewer({ userId: other.userId }), now))?.reasons).toBeNull();
    expect((await readWhy(slug, 999_999, accountViewer({ userId: one.userId }), now))?.reasons).toBeNull();
  });
});
