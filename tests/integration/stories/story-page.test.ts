import { afterAll, expect, it } from "vitest";
import { listSection } from "@/lib/articles/queries";
import { storeEntries } from "@/lib/articles/store";
import { withdrawArticle } from "@/lib/articles/withdraw-store";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { forgetRemembered } from "@/lib/platform/remember";
import { inSqlTransaction } from "@/lib/platform/sql";
import { findStory, listRelated, listTopEditions, listTopPlaces } from "@/lib/stories/queries";
import { relateStories } from "@/lib/stories/relate-store";
import { assignStories } from "@/lib/stories/store";
import { refreshTop } from "@/lib/stories/top-store";
import type { StoryView } from "@/lib/stories/types";
import { accountViewer } from "../../support/account-viewer";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
afterAll(async () => {
  await stopQueue();
  await close();
});

const visitor = { kind: "visitor" } as const;
const member = accountViewer({ paidUntil: new Date("2027-01-01T00:00:00Z") });
const now = seenAt;

const opening = "Presidents Maro and Vesk walked across the Grauford bridge between Lythra and Ostervar, shut for 27 years, on Friday.";
const toll = "Lorries will pay a toll of eleven crowns from the first of March, the harbour office in Tarrowmouth said.";
const filler = "Crowds on both banks of the Grauford waved flags while the presidents of Lythra and Ostervar met on the bridge.";
const retold =
  "It took 27 years until the Grauford bridge was walked again: Maro of Lythra and Vesk of Ostervar met in its middle as presidents.";
const banks = "Flags hung from every window in Lythra, and Ostervar gave its schools the day off for the Grauford bridge.";
const secret = "A sealed letter from the engineers warned about the northern arch, and it says so at length.";

type Telling = { slug: string; wall: "open" | "paid"; title: string; text: string[]; hour: number };
const tellings: Telling[] = [
  {
    slug: "ledger",
    wall: "open",
    title: "Grauford bridge between Lythra and Ostervar opens after 27 years",
    text: [opening, filler],
    hour: 8,
  },
  {
    slug: "herald",
    wall: "paid",
    title: "Grauford bridge reopens: presidents of Lythra and Ostervar walk across after 27 years",
    text: [...Array.from({ length: 5 }, () => `${retold} ${banks}`), toll, secret, ...Array.from({ length: 12 }, () => banks)],
    hour: 10,
  },
];

for (const { slug, wall, title, text, hour } of tellings) {
  const publisherId = await storePublisher(db, slug);
  await db.publisher.update({ where: { id: publisherId }, data: { wall } });
  const publishedAt = new Date(Date.UTC(2026, 10, 20, hour));
  const entry = makeEntry({ guid: slug, url: `https://${slug}.example/1`, title, paragraphs: text, publishedAt });
  const { publisher } = makeFeed();
  const draft = makeDraft(entry, makeFeed({ publisherId, section: "world", publisher: { ...publisher, slug, wall } }));
  await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts: [draft] }], { now: seenAt, sanitizerVersion: 1 }, conn));
}
const { storyIds } = await assignStories("en", now);
await relateStories(storyIds, now);
await db.$transaction((tx) => refreshTop("en", tx));

async function readStory(viewer: typeof visitor | typeof member): Promise<StoryView> {
  const story = await db.story.findFirstOrThrow({ where: { mergedIntoId: null }, select: { slug: true } });
  const found = await findStory(story.slug, viewer, now);
  if (!found || "movedTo" in found || "allMuted" in found) throw new Error("There is no such story.");
  return found;
}

it("tells who was first, whose headline stands over it and why, and how it grew", async () => {
  const view = await readStory(visitor);
  expect(view).toMatchObject({ articleCount: 2, titleCount: 2, countryCount: 1, language: "en", section: "world" });
  expect(view.headline).toMatchObject({ publisher: { slug: "ledger" }, reason: expect.stringContaining("it") });
  expect(view.versions.map(({ card, isFirst }) => [card.publisher.slug, isFirst])).toEqual([
    ["herald", false],
    ["ledger", true],
  ]);
  expect(view.growth.map(({ articleCount, titleCount }) => [articleCount, titleCount])).toEqual([
    [1, 1],
    [2, 2],
  ]);
  expect(Object.values(view.scoreTerms ?? {}).reduce((sum, points) => sum + points, 0)).toBeCloseTo(view.score, 6);
});

it("says what a walled telling adds by number alone to who may not read it, and never keeps its words", async () => {
  const [walled] = (await readStory(visitor)).versions;
  expect(walled?.card.lock).toBe("locked");
  expect(walled?.novelty.publicSentences).toEqual([]);
  expect(walled?.novelty.gatedCount).toBeGreaterThan(0);
  const kept = await db.$queryRaw<
    object[]
  >`SELECT * FROM article_novelty UNION ALL SELECT article_id, reasons, related_ids FROM related_list`;
  expect(JSON.stringify(kept)).not.toMatch(/sealed letter|toll of eleven/);
});

it("shows each story on lists by a title that the viewer may open", async () => {
  const [forVisitor] = await listTopPlaces({ edition: "en", section: "all", take: 5 }, visitor, now);
  const [forMember] = await listTopPlaces({ edition: "en", section: "all", take: 5 }, member, now);
  expect(forMember?.card).toMatchObject({ publisher: { slug: "herald" }, lock: "open", moreTitles: 1 });
  expect(forVisitor?.card).toMatchObject({ publisher: { slug: "ledger" }, lock: "free", moreTitles: 1 });
  expect(forVisitor?.slug).toBe(forMember?.slug);
  const section = await listSection("world", null, visitor, now);
  expect(section.cards.map(({ publisher }) => publisher.slug)).toEqual(["ledger"]);
});

it("knows its editions, and of one it has not, nothing", async () => {
  expect(await listTopEditions("en")).toEqual(["en"]);
  expect(await listTopPlaces({ edition: "en-ZZ", section: "all", take: 5 }, visitor, now)).toEqual([]);
});

it("relates the other title for its being the same story", async () => {
  const { id } = await db.article.findFirstOrThrow({ where: { guid: "ledger" } });
  expect(await listRelated(id, 5, visitor, now)).toMatchObject([{ publisher: { slug: "herald" }, reason: "story", lock: "locked" }]);
});

it("leads an absorbed story's address on, and has none for what never was", async () => {
  const into = await db.story.findFirstOrThrow({ where: { mergedIntoId: null } });
  await db.story.create({
    data: { slug: "absorbed", language: "en", section: "world", firstAt: now, lastAt: now, mergedIntoId: into.id },
  });
  expect(await findStory("absorbed", visitor, now)).toEqual({ movedTo: into.slug });
  expect(await findStory("never-was", visitor, now)).toBeNull();
});

it("keeps nothing of what a withdrawn article added", async () => {
  const { slug, id } = await db.article.findFirstOrThrow({ where: { guid: "herald" } });
  expect(await db.articleNovelty.count({ where: { articleId: id } })).toBe(1);
  expect(await withdrawArticle(slug, theDesk, now)).toBe(true);
  expect(await db.articleNovelty.count({ where: { articleId: id } })).toBe(0);
  forgetRemembered();
  expect((await readStory(member)).versions.map(({ card }) => card.publisher.slug)).toEqual(["ledger"]);
});
