import { afterAll, expect, it } from "vitest";
import { storeEntries } from "@/lib/articles/store";
import { addMs, dayMs, hourMs, minuteMs } from "@/lib/core/clock";
import { inSqlTransaction } from "@/lib/platform/sql";
import { assignStories } from "@/lib/stories/store";
import { createTestDatabase } from "../../support/test-database";
import { makeDraft, makeEntry, makeFeed, seenAt } from "../../unit/articles/make-draft";
import { storePublisher } from "../ingest/store-publisher";

const { db, close } = await createTestDatabase();
afterAll(close);

/** Stores an article of a title of its own, come by so many minutes later than the first, and gives it its story. */
async function tell(slug: string, title: string, publishedAt: Date, afterMin: number): Promise<void> {
  const publisherId = await storePublisher(db, slug);
  const entry = makeEntry({
    guid: slug,
    url: `https://${slug}.example/1`,
    title,
    summaryText: `${title}.`,
    paragraphs: [`${title}.`],
    publishedAt,
  });
  const drafts = [makeDraft(entry, makeFeed({ publisherId, section: "world" }))];
  const now = addMs(seenAt, afterMin * minuteMs);
  await inSqlTransaction((conn) => storeEntries([{ publisherId, drafts }], { now, sanitizerVersion: 1 }, conn));
  await assignStories("en");
}

async function storiesOf(headline: string): Promise<(number | null)[]> {
  const articles = await db.article.findMany({ where: { headline }, select: { storyId: true } });
  return articles.map(({ storyId }) => storyId);
}

const longAgo = addMs(seenAt, -20 * dayMs);
const event = "Grauford bridge reopens between Lythra and Ostervar after 27 years";
const today = "Ferry with 40 pilgrims sinks off Quillan harbour";
/** No two of them tell one thing. */
const news = "Orchestra Quarry Harvest Ballot Glacier Vaccine Timber Satellite".split(" ");

it("leaves an event of today together when an article of long ago comes within ten minutes of one on it", async () => {
  await tell("one", today, addMs(seenAt, -3 * hourMs), 0);
  await tell("two", today, addMs(seenAt, -2 * hourMs), 20);
  await tell("first", event, longAgo, 25);
  const stories = await storiesOf(today);
  expect(stories).toHaveLength(2);
  expect(new Set(stories).size).toBe(1);
});

it("knows an event of long ago still after news of today came between two articles on it", async () => {
  for (const [index, word] of news.entries()) {
    await tell(`news-${index}`, `${word} ${index} ${word}`, addMs(seenAt, (index - news.length) * minuteMs), 40 + index);
  }
  await tell("second", event, addMs(longAgo, hourMs), 80);
  const stories = await storiesOf(event);
  expect(stories).toHaveLength(2);
  expect(new Set(stories).size).toBe(1);
});
