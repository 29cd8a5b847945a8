import { addMs, minuteMs } from "@/lib/core/clock";
import type { PrismaClient } from "@/prisma/generated/client";
import { storePublisher } from "../ingest/store-publisher";

/** The instant that everything here is told from. */
export const worldNow = new Date("2026-11-22T12:00:00Z");

type Printed = {
  publisherId: number;
  minutesAgo: number;
  section?: string;
  language?: string;
  storyId?: number | null;
  topicIds?: number[];
  authorIds?: number[];
  takenDownAt?: Date | null;
  embargoUntil?: Date | null;
};

let printed = 0;

/** Stores an article of which only what matters to following is said. @returns its id */
export async function printArticle(db: PrismaClient, facts: Printed): Promise<number> {
  const name = `followed-${++printed}`;
  const hash = name.padEnd(32, "-");
  const publishedAt = addMs(worldNow, -facts.minutesAgo * minuteMs);
  const { topicIds = [], authorIds = [], minutesAgo: _minutes, ...given } = facts;
  const article = await db.article.create({
    data: {
      section: "world",
      language: "en-GB",
      ...given,
      guid: name,
      guidHash: hash,
      url: `https://paper.example/${name}`,
      urlHash: hash,
      slug: name,
      headline: `Headline of ${name}`,
      access: "open",
      contentHash: hash,
      publishedAt,
      firstSeenAt: publishedAt,
      topics: { create: topicIds.map((topicId) => ({ topicId, weight: 1, publishedAt })) },
      authors: { create: authorIds.map((authorId, position) => ({ authorId, position, publishedAt })) },
    },
    select: { id: true },
  });
  return article.id;
}

/** A story that leads with this article and holds the others. @returns its id */
export async function tellStory(db: PrismaClient, leadArticleId: number, others: number[] = []): Promise<number> {
  const story = await db.story.create({
    data: { slug: `story-${leadArticleId}`, language: "en", section: "world", leadArticleId, firstAt: worldNow, lastAt: worldNow },
    select: { id: true },
  });
  await db.article.updateMany({ where: { id: { in: [leadArticleId, ...others] } }, data: { storyId: story.id } });
  return story.id;
}

/** A topic under this slug. @returns its id */
export async function openTopic(db: PrismaClient, slug: string, mergedIntoId: number | null = null): Promise<number> {
  const topic = await db.topic.create({
    data: {
      slug,
      name: `Topic ${slug}`,
      kind: "term",
      language: "en",
      articleCount: mergedIntoId === null ? 3 : 0,
      lastAt: worldNow,
      mergedIntoId,
    },
    select: { id: true },
  });
  return topic.id;
}

/** A title, its writer, and how one calls them. */
export async function openTitle(db: PrismaClient, slug: string): Promise<{ publisherId: number; authorId: number }> {
  const publisherId = await storePublisher(db, slug);
  const author = await db.author.create({ data: { slug: `writer-of-${slug}`, name: `Writer of ${slug}` }, select: { id: true } });
  return { publisherId, authorId: author.id };
}
