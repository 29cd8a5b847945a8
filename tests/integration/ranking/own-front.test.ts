import { afterAll, describe, expect, it } from "vitest";
import { addMs, hourMs, minuteMs } from "@/lib/core/clock";
import { candidatesMax, listCandidates } from "@/lib/ranking/candidate-store";
import { RankLog } from "@/lib/ranking/engine/rank-log";
import { replayOrder } from "@/lib/ranking/engine/replay-order";
import { readForYou } from "@/lib/ranking/for-you-queries";
import { findNewestOrder, findWholeOrder } from "@/lib/ranking/order-store";
import { readOwnFront } from "@/lib/ranking/own-front-queries";
import { setChosen } from "@/lib/ranking/profile-store";
import { setFollow } from "@/lib/reading/follow-store";
import { saveReaderSettings, touchReader } from "@/lib/reading/settings-store";
import { accountViewer } from "../../support/account-viewer";
import { seededRandom } from "../../support/seeded-random";
import { createTestDatabase } from "../../support/test-database";
import { makeReader, makeStories } from "./make-stories";

const { db, close } = await createTestDatabase();
afterAll(close);
const newestAt = new Date("2026-11-22T12:00:00Z");
const now = addMs(newestAt, hourMs);
await makeStories(db, { publishers: 12, stories: 300, newestAt });
const hints = { languages: [], country: "" };
const request = {
  userId: "nobody",
  publishers: [],
  sections: [],
  topics: [],
  authors: [],
  stories: [],
  languages: ["en"],
  editions: ["en"],
  seed: 7,
};

let readers = 0;
async function newReader() {
  readers += 1;
  const userId = `reader-${readers}`;
  await makeReader(db, userId, newestAt);
  return accountViewer({ userId });
}

describe("candidates", () => {
  it("are one a story, by its lead, and bounded however much is followed", async () => {
    const all = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    const wide = {
      ...request,
      publishers: all(12),
      topics: all(20),
      authors: all(20),
      stories: all(300),
      sections: ["world", "sport"] as ("world" | "sport")[],
    };
    const found = await listCandidates(wide, now);
    expect(found.length).toBeGreaterThan(80);
    expect(found.length).toBeLessThanOrEqual(candidatesMax);
    expect(new Set(found.map(({ storyId }) => storyId)).size).toBe(found.length);
    expect(found.every(({ articleId, storyId }) => articleId === 2 * (storyId ?? 0) - 1)).toBe(true);
  });

  it("come to a reader of whom nothing is known from top stories, picks and every section", async () => {
    const found = await listCandidates(request, now);
    expect(new Set(found.map(({ section }) => section)).size).toBe(5);
    expect(found.filter(({ isPick }) => isPick).map(({ articleId }) => articleId)).toEqual([21]);
    expect(found.map(({ storyId }) => storyId)).toContain(3);
  });

  it("leave out stories of which any article was read", async () => {
    const { userId } = await newReader();
    await db.articleRead.create({ data: { userId, articleId: 6, revisionCount: 0, readAt: newestAt } });
    const found = await listCandidates({ ...request, userId }, now);
    expect(found.map(({ storyId }) => storyId)).not.toContain(3);
    expect(found.length).toBeGreaterThan(20);
  });

  it("say under what they were found, and how often their card was passed over", async () => {
    const { userId } = await newReader();
    await db.impression.create({ data: { userId, storyId: 5, shown: 4, lastAt: newestAt } });
    const found = await listCandidates({ ...request, userId, stories: [5], publishers: [3] }, now);
    expect(found.find(({ storyId }) => storyId === 5)).toMatchObject({ timesShown: 4, brought: ["story:5"] });
    expect(found.some(({ brought }) => brought?.includes("publisher:3"))).toBe(true);
  });
});

describe("the order kept", () => {
  it("is made once in ten minutes and shown until then", async () => {
    const viewer = await newReader();
    const first = await readOwnFront(viewer, hints, now);
    const second = await readOwnFront(viewer, hints, addMs(now, 9 * minuteMs));
    const third = await readOwnFront(viewer, hints, addMs(now, 11 * minuteMs));
    expect(second.moreUrl).toBe(first.moreUrl);
    expect(third.moreUrl).not.toBe(first.moreUrl);
  });

  it("is made anew as soon as the reader changes anything", async () => {
    const viewer = await newReader();
    const first = await readOwnFront(viewer, hints, now);
    await setFollow({ userId: viewer.userId, kind: "section", target: "sport", isOn: true }, now);
    await touchReader(viewer.userId, addMs(now, 1));
    const second = await readOwnFront(viewer, hints, addMs(now, 2));
    expect(second.moreUrl).not.toBe(first.moreUrl);
    expect(second.isFollowing).toBe(true);
  });

  it("goes on from page to page without a gap or a repeat, and is another reader's never", async () => {
    const [viewer, stranger] = [await newReader(), await newReader()];
    await readOwnFront(viewer, hints, now);
    const order = await findNewestOrder(viewer.userId);
    const id = order?.id ?? 0;
    const pages = [await readForYou({ id, from: 0 }, viewer, now), await readForYou({ id, from: 30 }, viewer, addMs(now, hourMs))];
    const shown = pages.flatMap((page) => page?.cards ?? []).map((card) => card.id);
    expect(shown).toEqual(order?.slots.slice(0, 60).map(({ articleId }) => articleId));
    expect(await readForYou({ id, from: 0 }, stranger, now)).toBeNull();
  });

  it("replays from its log to the same order, on random profiles", async () => {
    const random = seededRandom(11);
    for (let round = 0; round < 12; round += 1) {
      const viewer = await newReader();
      for (let each = 0; each < 12; each += 1) {
        const kind = (["publisher", "topic", "author"] as const)[Math.floor(random() * 3)] ?? "topic";
        const target = String(1 + Math.floor(random() * 12));
        await setChosen(viewer.userId, { kind, target }, Math.round(random() * 20 - 10) / 10, now);
        if (random() < 0.5) await setFollow({ userId: viewer.userId, kind: "topic", target, isOn: true }, now);
      }
      await readOwnFront(viewer, hints, now);
      const { id = 0 } = (await findNewestOrder(viewer.userId)) ?? {};
      const kept = await findWholeOrder(viewer.userId, id);
      const log = RankLog.parse({ ...(kept?.basis as object), cards: kept?.cards });
      const replayed = replayOrder(log);
      expect(replayed.map(({ candidate, score, terms }) => [candidate.key, score, terms])).toEqual(
        log.cards.map(({ candidate, score, terms }) => [candidate.key, score, terms]),
      );
      expect(log.cards.every(({ score, terms }) => Object.values(terms).reduce((sum, term) => sum + term, 0) === score)).toBe(true);
    }
  });

  it("keeps twenty orders, or those of a day", async () => {
    const viewer = await newReader();
    for (let hour = 0; hour < 26; hour += 1) await readOwnFront(viewer, hints, addMs(now, hour * 2 * hourMs));
    const kept = await db.readerOrder.count({ where: { userId: viewer.userId } });
    expect(kept).toBe(20);
  });
});

describe("the front page", () => {
  it("shows no story twice, and in a reader's own order of blocks", async () => {
    const viewer = await newReader();
    await saveReaderSettings(viewer.userId, { blockOrder: ["sport", "top", "-world"] }, addMs(now, -hourMs));
    const { order } = await readOwnFront(viewer, hints, now);
    const cards = [order.lead, ...order.seconds, ...order.river, ...order.blocks.flatMap((block) => block.cards)].flatMap(
      (card) => card ?? [],
    );
    expect(new Set(cards.map(({ storySlug }) => storySlug)).size).toBe(cards.length);
    const ids = order.blocks.map(({ id }) => id);
    expect(ids.indexOf("sport")).toBeLessThan(ids.indexOf("top"));
    expect(ids).not.toContain("world");
  });

  it("is everyone's where personalisation is off, and nothing is kept of it", async () => {
    const [viewer, other] = [await newReader(), await newReader()];
    await setFollow({ userId: viewer.userId, kind: "section", target: "sport", isOn: true }, now);
    await saveReaderSettings(viewer.userId, { isPersonal: false }, now);
    await saveReaderSettings(other.userId, { isPersonal: false }, now);
    const pages = [await readOwnFront(viewer, hints, now), await readOwnFront(other, hints, now)];
    expect(pages[0]).toEqual(pages[1]);
    expect(await findNewestOrder(viewer.userId)).toBeNull();
  });

  it("says what a reader read that has been revised since", async () => {
    const viewer = await newReader();
    await db.articleRead.create({ data: { userId: viewer.userId, articleId: 401, revisionCount: 0, readAt: newestAt } });
    await db.article.update({ where: { id: 401 }, data: { revisionCount: 1 } });
    const revision = {
      articleId: 401,
      number: 1,
      kind: "material",
      headline: "Before",
      standfirst: "",
      contentHash: "0".repeat(32),
      seenAt: now,
    };
    await db.revision.create({ data: revision });
    const { order } = await readOwnFront(viewer, hints, now);
    expect(order.blocks.find(({ id }) => id === "changed")?.cards.map((card) => card.id)).toEqual([401]);
  });
});
