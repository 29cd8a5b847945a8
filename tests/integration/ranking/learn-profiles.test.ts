import { afterAll, describe, expect, it } from "vitest";
import { addMs, dayMs, hourMs, minuteMs } from "@/lib/core/clock";
import { learnProfiles } from "@/lib/jobs/handlers/learn-profiles";
import { createLog } from "@/lib/platform/log";
import { learnFromReader } from "@/lib/ranking/learn-store";
import { readProfile } from "@/lib/ranking/profile-store";
import { actsMax } from "@/lib/ranking/signal-store";
import { createTestDatabase } from "../../support/test-database";
import { makeReader, makeStories } from "./make-stories";

const { db, close } = await createTestDatabase();
afterAll(close);
const newestAt = new Date("2026-11-22T12:00:00Z");
const later = addMs(newestAt, hourMs);
await makeStories(db, { publishers: 12, stories: 300, newestAt });

let readers = 0;
async function newReader(settings: { isPersonal?: boolean; keepsHistory?: boolean } = {}) {
  readers += 1;
  const userId = `learner-${readers}`;
  await makeReader(db, userId, newestAt);
  await db.readerSettings.create({ data: { userId, ...settings } });
  return userId;
}

const read = (userId: string, articleId: number, changes: object = {}) =>
  db.articleRead.create({
    data: { userId, articleId, revisionCount: 0, readAt: newestAt, lastAt: newestAt, activeSec: 100, depth: 100, ...changes },
  });
const run = (now: Date) => learnProfiles({ lookbackHours: 2 }, { log: createLog("test"), now: () => now });
const weightsOf = async (userId: string) => new Map((await readProfile(userId)).weights.map(([facet, { learned }]) => [facet, learned]));

describe("learning from what readers do", () => {
  it("learns what an article was about and from whom, once it has come to rest", async () => {
    const userId = await newReader();
    await read(userId, 1);
    await run(addMs(newestAt, 5 * minuteMs));
    expect((await weightsOf(userId)).size).toBe(0);
    await run(addMs(newestAt, 15 * minuteMs));
    const weights = await weightsOf(userId);
    expect(weights.get("publisher:2")).toBeGreaterThan(0);
    expect(weights.get("section:politics")).toBeGreaterThan(0);
    expect([...weights.keys()].some((facet) => facet.startsWith("topic:"))).toBe(true);
  });

  it("learns from each act once, however often it runs, even at once", async () => {
    const userId = await newReader();
    await read(userId, 1);
    await run(later);
    const once = await weightsOf(userId);
    const until = addMs(later, -10 * minuteMs);
    await Promise.all([learnFromReader(userId, until, later), learnFromReader(userId, until, later), run(later)]);
    expect(await weightsOf(userId)).toEqual(once);
  });

  it("learns nothing of what was only marked as read", async () => {
    const userId = await newReader();
    await read(userId, 1, { readBy: "marked", batch: "b" });
    await run(later);
    expect((await weightsOf(userId)).size).toBe(0);
  });

  it("learns from follows and saves, and less from cards that were passed over three times", async () => {
    const userId = await newReader();
    await db.follow.create({ data: { userId, kind: "topic", target: "9", followedAt: newestAt } });
    await db.savedArticle.create({ data: { userId, articleId: 11, savedAt: newestAt } });
    await db.impression.create({ data: { userId, storyId: 40, shown: 3, lastAt: newestAt } });
    await run(later);
    const weights = await weightsOf(userId);
    expect(weights.get("topic:9")).toBeGreaterThan(0.1);
    expect(weights.get("publisher:12")).toBeGreaterThan(0);
    expect(weights.get("publisher:8")).toBeLessThan(0);
  });
});

describe("what is not learnt from", () => {
  it.each([{ isPersonal: false }, { keepsHistory: false }])("learns nothing of a reader with %o, not even later", async (settings) => {
    const userId = await newReader(settings);
    await read(userId, 1);
    await run(later);
    await db.readerSettings.update({ where: { userId }, data: { isPersonal: true, keepsHistory: true } });
    await read(userId, 3, { lastAt: addMs(later, minuteMs) });
    await run(addMs(later, hourMs));
    const weights = await weightsOf(userId);
    expect(weights.has("publisher:2")).toBe(false);
    expect(weights.get("publisher:4")).toBeGreaterThan(0);
  });

  it("works off a long history in parts", async () => {
    const userId = await newReader();
    const from = addMs(newestAt, -dayMs);
    await db.articleRead.createMany({
      data: Array.from({ length: actsMax + 60 }, (_, index) => {
        const lastAt = addMs(from, index * minuteMs);
        return { userId, articleId: index + 1, revisionCount: 0, readAt: lastAt, lastAt, activeSec: 100, depth: 100 };
      }),
    });
    const first = await learnFromReader(userId, newestAt, later);
    const second = await learnFromReader(userId, newestAt, later);
    const third = await learnFromReader(userId, newestAt, later);
    expect([first, second, third]).toEqual([
      { signals: actsMax, hasMore: true },
      { signals: 60, hasMore: false },
      { signals: 0, hasMore: false },
    ]);
  });

  it("leaves the reader's own word alone", async () => {
    const userId = await newReader();
    await db.readerWeight.create({ data: { userId, kind: "publisher", target: "2", learnedAt: newestAt, chosen: -1 } });
    await read(userId, 1);
    await run(later);
    const { weights } = await readProfile(userId);
    expect(weights.find(([facet]) => facet === "publisher:2")?.[1]).toMatchObject({ chosen: -1 });
  });
});
