import { afterAll, beforeAll, expect, it } from "vitest";
import { storeEntries } from "@/lib/articles/store";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import { tagTopics } from "@/lib/jobs/handlers/tag-topics";
import { silentLog } from "@/lib/platform/log";
import { adoptQueue, startQueue, stopQueue } from "@/lib/platform/queue";
import { inSqlTransaction } from "@/lib/platform/sql";
import { windowDays } from "@/lib/topics/choose-topic";
import { addTopicName, decideArticleTopic, listTopicNames, mergeTopics, renameTopic } from "@/lib/topics/edit-store";
import { dropOldMentions, listUnmentioning } from "@/lib/topics/mention-store";
import { recountAllTopics } from "@/lib/topics/tag-store";
import { findTopic, listTopicCards, listTopics, listTopicsOf } from "@/lib/topics/topic-store";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt, words } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
adoptQueue(await startQueue({ connectionString: url, isWorker: false, onError: () => undefined }));
afterAll(async () => {
  await stopQueue();
  await close();
});

const now = seenAt;
const since = addMs(now, -windowDays * dayMs);
const context = { log: silentLog, now: () => now };
const publishers = new Map<string, number>();
let told = 0;

/** Stores an article that `slug` prints `hoursAgo` and tags it. */
async function print(slug: string, title: string, summaryText: string, hoursAgo = 1, paragraphs: string[] = []): Promise<number> {
  const publisherId = publishers.get(slug) ?? (await storePublisher(db, slug));
  publishers.set(slug, publisherId);
  told += 1;
  const publishedAt = addMs(now, -hoursAgo * hourMs);
  const entry = makeEntry({ guid: `t${told}`, url: `https://${slug}.example/${told}`, title, summaryText, publishedAt, paragraphs });
  const draft = makeDraft(entry, makeFeed({ publisherId, section: "world" }));
  const [counts] = await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts: [draft] }], { now, sanitizerVersion: 1 }, conn));
  const articleIds = counts?.createdIds ?? [];
  await tagTopics([{ articleIds }], context);
  return articleIds[0] ?? 0;
}

const idOf = async (slug: string): Promise<number> => (await findTopic(slug))?.id ?? 0;
const cardIds = async (slug: string): Promise<number[]> => (await listTopicCards(await idOf(slug), { take: 30 })).rows.map((row) => row.id);

let firstIds: number[] = [];

beforeAll(async () => {
  firstIds = [
    await print(
      "herald",
      "Rates will fall, says bank chief",
      "The chief, Oda Brannick, said that prices rise more slowly. Brannick spoke in Port Ansel.",
      9,
    ),
    await print("courier", "A cut is coming", "Traders believe Oda Brannick will lower rates. They trust Brannick.", 8),
  ];
});

it("opens no topic for what two articles say, whoever prints them", async () => {
  expect(await findTopic("oda-brannick")).toBeNull();
});

it("opens a topic with the third article and brings the first two along", async () => {
  const third = await print("herald", "What Brannick’s cut means", "The cut by Oda Brannick is the third.", 7);
  expect(await findTopic("oda-brannick")).toMatchObject({ name: "Oda Brannick", kind: "person", articleCount: 3 });
  expect(await cardIds("oda-brannick")).toEqual([third, ...firstIds.toReversed()]);
});

it("opens no topic for what one title alone says, however often", async () => {
  for (const hours of [6, 5, 4, 3]) await print("ledger", "Old mill", "Walkers love the Quillon Mill in autumn.", hours);
  expect(await findTopic("quillon-mill")).toBeNull();
});

it("tells no name that stands behind a wall", async () => {
  const behind = [`The minutes name Lev Hollin, who voted against it. ${words(300)}`];
  const ids = [];
  for (const slug of ["herald", "courier", "ledger"]) ids.push(await print(slug, "A vote in secret", "Nobody was to know.", 3, behind));
  const stored = await db.article.findMany({ where: { id: { in: ids } }, select: { access: true, leadIn: true } });
  expect(stored.every(({ access, leadIn }) => access === "paid" && leadIn.includes("Lev Hollin"))).toBe(true);
  expect(await findTopic("lev-hollin")).toBeNull();
  await db.article.updateMany({ where: { id: { in: ids } }, data: { access: "metered" } });
  await tagTopics([{ articleIds: ids }], context);
  expect(await findTopic("lev-hollin")).toMatchObject({ articleCount: 3 });
  await db.article.deleteMany({ where: { id: { in: ids } } });
  await db.topic.deleteMany({ where: { slug: "lev-hollin" } });
  told -= ids.length;
});

it("knows by the surname alone whom the fuller name has named elsewhere", async () => {
  const bare = await print("ledger", "Markets wait", "Few expected Brannick to hurry.", 2);
  expect(await listTopicsOf(bare, 8)).toMatchObject([{ slug: "oda-brannick" }]);
});

it("tags twice as once", async () => {
  const before = await db.articleTopic.findMany({ orderBy: [{ articleId: "asc" }, { topicId: "asc" }] });
  await Promise.all([tagTopics([{ articleIds: firstIds }], context), tagTopics([{ articleIds: firstIds }], context)]);
  const after = await db.articleTopic.findMany({ orderBy: [{ articleId: "asc" }, { topicId: "asc" }] });
  expect(after.map(({ articleId, topicId }) => [articleId, topicId])).toEqual(before.map(({ articleId, topicId }) => [articleId, topicId]));
});

it("shows one card a story", async () => {
  const ids = await cardIds("oda-brannick");
  const publishedAt = addMs(now, -hourMs);
  const story = await db.story.create({
    data: { slug: "one", language: "en", section: "world", firstAt: publishedAt, lastAt: publishedAt },
  });
  await db.article.updateMany({ where: { id: { in: ids.slice(1, 3) } }, data: { storyId: story.id } });
  expect(await cardIds("oda-brannick")).toEqual([ids[0], ids[1], ...ids.slice(3)]);
  await db.article.updateMany({ where: { storyId: story.id }, data: { storyId: null } });
});

it("leafs through a topic by a cursor without a gap or a double", async () => {
  const id = await idOf("oda-brannick");
  const all = await cardIds("oda-brannick");
  const first = await listTopicCards(id, { take: 2 });
  const second = await listTopicCards(id, { take: 10, cursor: first.olderCursor });
  expect([...first.rows, ...second.rows].map((row) => row.id)).toEqual(all);
  expect(second.olderCursor).toBeNull();
});

it("shows nothing that was withdrawn, nor before its embargo ends", async () => {
  const [newest = 0, next = 0] = await cardIds("oda-brannick");
  await db.article.update({ where: { id: newest }, data: { takenDownAt: now } });
  await db.article.update({ where: { id: next }, data: { embargoUntil: new Date("2999-01-01") } });
  expect(await cardIds("oda-brannick")).not.toContain(newest);
  expect(await cardIds("oda-brannick")).not.toContain(next);
  await db.article.updateMany({ where: { id: { in: [newest, next] } }, data: { takenDownAt: null, embargoUntil: null } });
});

it("keeps an editor's word on an article through every further tagging", async () => {
  const [first = 0] = firstIds;
  expect(await decideArticleTopic(first, await idOf("oda-brannick"), false, since)).toBe(true);
  await tagTopics([{ articleIds: [first] }], context);
  expect(await cardIds("oda-brannick")).not.toContain(first);
  expect(await listTopicsOf(first, 8)).toEqual([]);
  expect(await decideArticleTopic(first, 999_999, true, since)).toBe(false);
  expect(await decideArticleTopic(999_999, await idOf("oda-brannick"), true, since)).toBe(false);
  await decideArticleTopic(first, await idOf("oda-brannick"), true, since);
  expect((await findTopic("oda-brannick"))?.articleCount).toBe(4);
});

it("keeps an editor's name and kind, at the same address, and lets the new name lead there", async () => {
  const id = await idOf("oda-brannick");
  expect(await renameTopic(id, { name: "Oda M. Brannick", kind: "person" }, since)).toBe(true);
  const named = await print("courier", "A speech", "Nobody expected that Oda M. Brannick would sing.", 1);
  expect(await findTopic("oda-brannick")).toMatchObject({ name: "Oda M. Brannick" });
  expect(await cardIds("oda-brannick")).toContain(named);
  expect(await renameTopic(999_999, { name: "x", kind: "term" }, since)).toBe(false);
});

it("merges two topics at an editor's word: one list, and the old address leads on", async () => {
  for (const slug of ["herald", "courier", "ledger"]) await print(slug, "Snow", "Clouds gathered over the Cindral Pass on Friday.", 1);
  for (const slug of ["herald", "courier", "ledger"]) await print(slug, "Ice", "Lorries stood before the Cindral Saddle on Friday.", 1);
  const [pass, saddle] = [await idOf("cindral-pass"), await idOf("cindral-saddle")];
  expect([pass, saddle]).not.toContain(0);
  expect(await mergeTopics(saddle, pass, since)).toBe(true);
  expect(await findTopic("cindral-saddle")).toMatchObject({ id: pass, slug: "cindral-pass", articleCount: 6 });
  const later = await print("herald", "Thaw", "Water runs from the Cindral Saddle again.", 1);
  expect(await cardIds("cindral-pass")).toContain(later);
  expect((await listTopicNames(pass)).find(({ alias }) => alias === "cindral saddle")?.isDecided).toBe(true);
  expect(await mergeTopics(pass, pass, since)).toBe(false);
});

it("takes a name from one topic to another at an editor's word", async () => {
  const before = await cardIds("cindral-pass");
  expect(await addTopicName(await idOf("oda-brannick"), "Cindral Saddle", since)).toBe(true);
  expect((await cardIds("cindral-pass")).length).toBeLessThan(before.length);
});

it("lists the topics of a language by how much is written about them", async () => {
  const topics = await listTopics("en");
  expect(topics.map(({ slug }) => slug)).toEqual(["oda-brannick", "cindral-pass"]);
  expect(await listTopics("fr")).toEqual([]);
});

it("forgets what was said before the window, and keeps the page of a topic that has gone quiet", async () => {
  const later = addMs(now, 15 * dayMs);
  const from = addMs(later, -windowDays * dayMs);
  expect(await dropOldMentions(from)).toBeGreaterThan(0);
  await recountAllTopics(from);
  expect(await listTopics("en")).toEqual([]);
  expect((await cardIds("oda-brannick")).length).toBeGreaterThan(3);
  expect(await listUnmentioning(since)).toHaveLength(told);
});
