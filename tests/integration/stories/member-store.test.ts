import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { storeEntries } from "@/lib/articles/store";
import { inSqlTransaction } from "@/lib/platform/sql";
import { lockStories } from "@/lib/stories/lock-store";
import { findSettledSeq, listIdsSince, readByIds, readMembers } from "@/lib/stories/member-store";
import { assignStories } from "@/lib/stories/store";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const articles = 600;
const publisherId = await storePublisher(db, "herald");
const feed = makeFeed({ publisherId, section: "world" });
const drafts = Array.from({ length: articles }, (_, index) =>
  makeDraft(
    makeEntry({
      guid: `g${index}`,
      url: `https://herald.example/${index}`,
      title: `Ferry ${index} sinks off Quillan`,
      summaryText: `Number ${index} was lost with all "hands".`,
      paragraphs: Array.from(
        { length: 9 },
        (_, at) => `The ferry numbered ${index + at} left Quillan at dawn and sank in sight of its harbour wall.`,
      ),
      publishedAt: new Date(seenAt.getTime() - (articles - index) * 1_001),
    }),
    feed,
  ),
);
await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts }], { now: seenAt, sanitizerVersion: 1 }, conn));
while ((await assignStories("en")).hasMore);

const span = { from: new Date(0), until: new Date(Date.now() + 86_400_000), take: articles };

it("reads articles as they were weighed, in the order of their assignment, portion by portion", async () => {
  const stored = await db.article.findMany({ orderBy: [{ storySeq: "asc" }, { publishedAt: "asc" }, { id: "asc" }] });
  const portions = await Array.fromAsync(readMembers("en", span, db));
  expect(portions.length).toBeGreaterThan(1);
  expect(portions.flat()).toEqual(
    stored.map(({ id, storyId, headline, terms, termWeights, signature, copyOfId, publishedAt }) => ({
      id,
      storyKey: storyId,
      headline,
      terms,
      weights: termWeights,
      signature: signature && Buffer.from(signature),
      copyOfId,
      publisher: String(publisherId),
      publishedAtMs: publishedAt.getTime(),
    })),
  );
  expect(stored.some(({ signature }) => signature !== null)).toBe(true);
});

it("reads the newest of a span where there are more, and nothing of another language", async () => {
  const [few = []] = await Array.fromAsync(readMembers("en", { ...span, take: 3 }, db));
  expect(few.map(({ headline }) => headline).sort()).toEqual([597, 598, 599].map((index) => `Ferry ${index} sinks off Quillan`));
  expect(await Array.fromAsync(readMembers("de", span, db))).toEqual([]);
});

it("says what is settled only once an assignment under way is stored", async () => {
  const [{ id = 0 } = {}] = await db.article.findMany({ take: 1, select: { id: true } });
  const seqBefore = await findSettledSeq("en");
  const order: string[] = [];
  const told = { settled: Promise.resolve(0) };
  await db.$transaction(async (tx) => {
    await lockStories("en", tx);
    told.settled = findSettledSeq("en").then((seq) => {
      order.push("settled");
      return seq;
    });
    await delay(150);
    await tx.article.update({ where: { id }, data: { storySeq: seqBefore + 1 } });
    order.push("stored");
  });
  expect(await told.settled).toBe(seqBefore + 1);
  expect(order).toEqual(["stored", "settled"]);
  expect(await listIdsSince("en", seqBefore, 10, db)).toEqual([id]);
});

it("reads an article that an editor put into a story before it was ever weighed", async () => {
  const [{ id = 0 } = {}] = await db.article.findMany({ take: 1, select: { id: true } });
  await db.$executeRaw`UPDATE article SET terms = NULL, term_weights = NULL, signature = NULL WHERE id = ${id}`;
  const [[member] = []] = await Array.fromAsync(readByIds([id], db));
  expect(member).toMatchObject({ id, terms: [], weights: [], signature: null });
});
