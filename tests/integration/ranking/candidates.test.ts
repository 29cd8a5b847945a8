import { afterAll, expect, it } from "vitest";
import { addMs, hourMs } from "@/lib/core/clock";
import { candidatesMax, listCandidates } from "@/lib/ranking/candidate-store";
import type { CandidateRequest } from "@/lib/ranking/plan-candidates";
import { seededRandom } from "../../support/seeded-random";
import { createTestDatabase } from "../../support/test-database";
import { findByOneStatement } from "./candidates-by-one-statement";
import { makeReader, makeStories } from "./make-stories";

const { db, close } = await createTestDatabase();
afterAll(close);
const now = new Date();
const newestAt = addMs(now, -hourMs);
const random = seededRandom(28);
const upTo = (max: number): number => 1 + Math.floor(random() * max);

await makeStories(db, { publishers: 30, stories: 700, newestAt });
// What a real store has besides: articles of no story, stories that others absorbed, what no list may show, quiet titles.
await db.$executeRaw`UPDATE article SET story_id = NULL WHERE id % 41 = 0 AND id % 2 = 0`;
await db.$executeRaw`UPDATE story SET merged_into_id = id - 1, lead_article_id = NULL WHERE id % 53 = 0`;
await db.$executeRaw`UPDATE article SET taken_down_at = now() WHERE id % 37 = 0`;
await db.$executeRaw`UPDATE article SET hidden_at = now() WHERE id % 43 = 0`;
await db.$executeRaw`UPDATE article SET embargo_until = now() + interval '1 day' WHERE id % 47 = 0`;
await db.$executeRaw`UPDATE publisher SET is_active = false WHERE id % 11 = 0`;
await db.$executeRaw`UPDATE story SET language = 'de' WHERE id % 5 = 0`;
await db.$executeRaw`UPDATE article_topic SET weight = 0 WHERE article_id % 17 = 0`;

async function randomRequest(round: number): Promise<CandidateRequest> {
  const userId = `reader-${round}`;
  await makeReader(db, userId, newestAt);
  const reads = new Set(Array.from({ length: upTo(60) }, () => upTo(300)));
  await db.articleRead.createMany({
    data: [...reads].map((articleId) => ({
      userId,
      articleId,
      revisionCount: 0,
      readAt: random() < 0.8 ? newestAt : null,
      lastAt: newestAt,
    })),
  });
  const shown = new Set(Array.from({ length: 30 }, () => upTo(200)));
  await db.impression.createMany({ data: [...shown].map((storyId) => ({ userId, storyId, shown: upTo(5), lastAt: newestAt })) });
  const some = (count: number, max: number) => [...new Set(Array.from({ length: Math.floor(random() * count) }, () => upTo(max)))];
  return {
    userId,
    publishers: some(35, 30),
    topics: some(25, 20),
    authors: some(25, 20),
    stories: some(120, 130),
    sections: random() < 0.5 ? [] : ["world", "sport"],
    languages: random() < 0.5 ? ["en"] : ["en", "de"],
    editions: random() < 0.8 ? ["en", "en-GB"] : ["de"],
    seed: upTo(1_000_000),
  };
}

it("finds for every reader just what one statement over the whole store would find, remembered or not", async () => {
  let most = 0;
  for (let round = 1; round <= 25; round += 1) {
    const request = await randomRequest(round);
    const found = (await listCandidates(request, now)).map(({ storyId, articleId, brought, isPick, timesShown }) => ({
      storyId,
      articleId,
      brought,
      isPick,
      timesShown,
    }));
    expect(found).toEqual(await findByOneStatement(db, request, now));
    most = Math.max(most, found.length);
  }
  expect(most).toBeGreaterThan(60);
  expect(most).toBeLessThanOrEqual(candidatesMax);
});

it("looks for whoever's clock was moved by that clock", async () => {
  const request = { ...(await randomRequest(99)), publishers: [1, 2, 3], topics: [], authors: [], stories: [] };
  const later = addMs(now, 30 * 24 * hourMs);
  const found = await listCandidates(request, later);
  expect(found.some(({ brought }) => brought?.some((by) => by.startsWith("publisher:")))).toBe(false);
});
