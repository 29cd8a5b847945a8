import { afterAll, expect, it } from "vitest";
import { reapplyPolicies } from "@/lib/articles/policy-store";
import { storeEntries } from "@/lib/articles/store";
import { listPublished } from "@/lib/editorial/published-store";
import { addPicks } from "@/lib/editorial/store";
import { inSqlTransaction } from "@/lib/platform/sql";
import { recountLiveStories } from "@/lib/stories/recount-store";
import { relateStories } from "@/lib/stories/relate-store";
import { listRelatedRows } from "@/lib/stories/related-store";
import { assignStories } from "@/lib/stories/store";
import { listTopRows, refreshTop } from "@/lib/stories/top-store";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

const bridge = "Grauford bridge reopens between Lythra and Ostervar after 27 years";
const told = [
  ["herald", bridge, "Presidents Maro and Vesk walked 312 metres across the Grauford bridge, shut for 27 years."],
  ["courier", "Two presidents walk the Grauford bridge", "Lythra and Ostervar reopened the Grauford bridge, shut for 27 years, on Friday."],
  ["ledger", "Grauford bridge open again after 27 years", "Maro and Vesk met midway on the Grauford bridge between Lythra and Ostervar."],
  ["herald", "School bus driver wins Tarrowmouth marathon", "Number 4117 beat the invited field by 11 seconds in Tarrowmouth."],
] as const;

const ids = new Map<string, number>();
for (const [index, [slug, title, summaryText]] of told.entries()) {
  const publisherId = ids.get(slug) ?? (await storePublisher(db, slug));
  ids.set(slug, publisherId);
  const entry = makeEntry({
    guid: `g${index}`,
    url: `https://${slug}.example/${index}`,
    title,
    summaryText,
    paragraphs: Array.from({ length: 20 }, () => summaryText),
  });
  const draft = makeDraft(entry, makeFeed({ publisherId, section: "world" }));
  await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts: [draft] }], { now: seenAt, sanitizerVersion: 1 }, conn));
}

/** The top stories as they are arranged now. */
async function listTop(take: number) {
  await db.$transaction((tx) => refreshTop("en", tx));
  return listTopRows({ edition: "en", section: "all", take }, db);
}

it("opens one story for one event though two workers assign at once", async () => {
  await Promise.all([assignStories("en"), assignStories("en"), assignStories("en")]);
  const stories = await db.story.findMany({ orderBy: { publisherCount: "desc" } });
  expect(stories.map(({ publisherCount, articleCount }) => [publisherCount, articleCount])).toEqual([
    [3, 3],
    [1, 1],
  ]);
});

it("puts the story that more titles tell on top, one card a story", async () => {
  const top = await listTop(5);
  expect(top.map(({ rank, titleCount }) => [rank, titleCount])).toEqual([
    [1, 3],
    [2, 1],
  ]);
});

it("relates the other titles on the story first, then another story, never the article itself", async () => {
  const article = await db.article.findFirstOrThrow({ where: { headline: bridge } });
  await relateStories(
    (await db.story.findMany()).map(({ id }) => id),
    seenAt,
  );
  const related = await listRelatedRows(article.id, 4, db);
  expect(related.map(({ reason }) => reason)).toEqual(["story", "story", "section"]);
  expect(
    related
      .map(({ row }) => row.publisher.slug)
      .slice(0, 2)
      .sort(),
  ).toEqual(["courier", "ledger"]);
  expect(related[2]?.row.headline).toMatch(/marathon/);
  expect(related.map(({ row }) => row.id)).not.toContain(article.id);
});

it("hands the lead to another title when the lead's publisher leaves the paper", async () => {
  const [top] = await listTop(1);
  const leaving = top?.card.publisher.slug ?? "";
  await db.publisher.update({ where: { slug: leaving }, data: { isActive: false } });
  await recountLiveStories(seenAt, db);
  const [after] = await listTop(1);
  expect(after).toMatchObject({ titleCount: 2 });
  expect(after?.card.publisher.slug).not.toBe(leaving);
  await db.publisher.update({ where: { slug: leaving }, data: { isActive: true } });
  await recountLiveStories(seenAt, db);
  expect((await listTop(1))[0]?.titleCount).toBe(3);
});

it("sets a pick once, and ends the one that held its place", async () => {
  const [one, other] = await db.article.findMany({ orderBy: { id: "asc" }, take: 2 });
  const draft = (articleId: number) => ({ articleId, slot: 1, note: "Read this.", editorName: "The desk" });
  expect(await addPicks([draft(one?.id ?? 0)], seenAt, db)).toBe(1);
  expect(await addPicks([draft(one?.id ?? 0)], seenAt, db)).toBe(0);
  expect(await addPicks([draft(other?.id ?? 0)], new Date(seenAt.getTime() + 1), db)).toBe(1);
  const [list] = await listPublished(new Date(seenAt.getTime() + 2), db);
  expect(list?.entries).toMatchObject([{ articleId: other?.id, note: "Read this." }]);
});

it("deletes the text of a title that may only be shown by its headlines any more", async () => {
  await db.publisher.update({ where: { slug: "courier" }, data: { licence: "headline", wall: "open" } });
  const { changedIds } = await db.$transaction((tx) => reapplyPolicies(0, tx));
  expect(changedIds).toHaveLength(1);
  const [article] = await db.article.findMany({
    where: { publisherId: ids.get("courier") },
    include: { body: { select: { articleId: true } } },
  });
  expect(article).toMatchObject({ access: "open", hasBody: false, body: null });
});
