import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { requireAccount } from "@/lib/accounts/guards";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { mute, unmute } from "@/lib/reading/mute-commands";
import { findMuteDone, listMyMutes } from "@/lib/reading/mute-queries";
import { saveMute } from "@/lib/reading/mute-store";
import { mutesMax } from "@/lib/reading/mute-types";
import { findReaderSettings } from "@/lib/reading/settings-store";
import { newPerson } from "../../support/account-world";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { openTitle, openTopic, printArticle, tellStory, worldNow } from "../reading/follow-world";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const { publisherId, authorId } = await openTitle(db, "herald");
const target = String(publisherId);

async function viewerOf(browser: Browser) {
  const viewer = await browser.ask(requireAccount);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

describe("muting", () => {
  it("is for whoever is signed in, and only for what is in the paper", async () => {
    const visitor = makeBrowser("203.0.113.7");
    expect(await visitor.ask(() => mute({ kind: "publisher", target }))).toMatchObject({ error: { kind: "sign-in" } });
    const { browser } = await newPerson(db);
    expect(await browser.ask(() => mute({ kind: "publisher", target: "999999" }))).toMatchObject({ error: { kind: "not-found" } });
    for (const input of [
      { kind: "section", target: "world" },
      { kind: "keyword", target: "a" },
      { kind: "keyword", target: " !? " },
      { kind: "publisher", target: "1; DROP" },
      { kind: "publisher", target, days: "9" },
    ])
      expect(await browser.ask(() => mute(input))).toMatchObject({ error: { kind: "invalid" } });
    expect((await viewerOf(browser)).mutes).toEqual([]);
  });

  it("is in the very next request's viewer, makes orders stale, and is taken back by its owner alone", async () => {
    const [{ browser }, { browser: other }] = [await newPerson(db), await newPerson(db)];
    const done = await browser.ask(() => mute({ kind: "publisher", target, returnTo: "/section/world?muted=3" }));
    const viewer = await viewerOf(browser);
    const [made] = viewer.mutes;
    expect(done).toEqual({ ok: true, value: `/section/world?muted=${made?.id}` });
    expect(viewer.mutes).toEqual([{ id: made?.id, kind: "publisher", ids: [publisherId], expiresAt: null }]);
    expect((await findReaderSettings(viewer.userId)).changedAt).not.toBeNull();
    expect(await findMuteDone(viewer, String(made?.id))).toMatchObject({ kind: "muted", what: "publisher", expiresAt: null });
    expect(await findMuteDone(await viewerOf(other), String(made?.id))).toBeNull();
    await other.ask(() => unmute({ id: String(made?.id) }));
    expect((await viewerOf(browser)).mutes).toHaveLength(1);
    expect(await browser.ask(() => unmute({ id: String(made?.id), returnTo: "https://evil.example/" }))).toEqual({
      ok: true,
      value: "/?muted=off",
    });
    expect((await viewerOf(browser)).mutes).toEqual([]);
  });
});

describe("a mute", () => {
  it("lasts as long as was asked, and asking again counts anew", async () => {
    const { browser } = await newPerson(db);
    await browser.ask(() => mute({ kind: "author", target: String(authorId), days: "7" }));
    const [week] = (await viewerOf(browser)).mutes;
    expect(Math.round(((week?.expiresAt?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(7);
    await browser.ask(() => mute({ kind: "author", target: String(authorId), days: "" }));
    expect((await viewerOf(browser)).mutes).toMatchObject([{ id: week?.id, expiresAt: null }]);
  });

  it("has ended for a request after its time, by the account's own clock", async () => {
    const { browser } = await newPerson(db);
    await browser.ask(() => mute({ kind: "keyword", target: "Glacier  melt", language: "en", days: "1" }));
    const { userId, mutes } = await viewerOf(browser);
    expect(mutes).toMatchObject([{ kind: "keyword", keyword: "Glacier melt", language: "en" }]);
    await db.user.update({ where: { id: userId }, data: { clockAheadSec: 86_401 } });
    expect((await viewerOf(browser)).mutes).toEqual([]);
  });

  it("covers what a topic or story was merged with, before and after", async () => {
    const { browser } = await newPerson(db);
    const [into, topic] = [await openTopic(db, "ice"), await openTopic(db, "ice-sheets")];
    const [older, newer] = [await printArticle(db, { publisherId, minutesAgo: 9 }), await printArticle(db, { publisherId, minutesAgo: 8 })];
    const [story, absorbing] = [await tellStory(db, older), await tellStory(db, newer)];
    await browser.ask(() => mute({ kind: "topic", target: String(topic) }));
    await browser.ask(() => mute({ kind: "story", target: String(story) }));
    await db.topic.update({ where: { id: topic }, data: { mergedIntoId: into } });
    await db.story.update({ where: { id: story }, data: { mergedIntoId: absorbing, leadArticleId: null } });
    const viewer = await viewerOf(browser);
    const ids = (kind: string) =>
      viewer.mutes.flatMap((one) => (one.kind === kind && "ids" in one ? one.ids : [])).toSorted((a, b) => a - b);
    expect([ids("topic"), ids("story")]).toEqual([
      [into, topic],
      [story, absorbing],
    ]);
    const listed = await listMyMutes(viewer, viewer.mutes, worldNow);
    expect(listed.map(({ kind, name }) => [kind, name !== null])).toEqual([
      ["story", true],
      ["topic", true],
    ]);
  });

  it("stops at the most that a page can look through", async () => {
    const { browser } = await newPerson(db);
    const { userId } = await viewerOf(browser);
    await db.mute.createMany({
      data: Array.from({ length: mutesMax }, (_, index) => ({ userId, kind: "keyword", target: `word${index}`, mutedAt: worldNow })),
    });
    const one = { userId, kind: "keyword" as const, language: "", expiresAt: null };
    expect(await saveMute({ ...one, target: "more" }, worldNow)).toBeNull();
    expect(await saveMute({ ...one, target: "word7" }, worldNow)).not.toBeNull();
    expect((await viewerOf(browser)).mutes).toHaveLength(mutesMax);
  });
});
