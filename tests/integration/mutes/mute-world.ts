import { addMs, minuteMs } from "@/lib/core/clock";
import type { PrismaClient } from "@/prisma/generated/client";
import { seededRandom } from "../../support/seeded-random";

export type WorldArticle = {
  id: number;
  slug: string;
  publisherId: number;
  authorIds: number[];
  topicIds: number[];
  storyId: number;
  language: string;
  keywords: string[];
  /** The keyword in what it adds to its story, which only the story's page shows. */
  adds: string | null;
};
type Named = { id: number; slug: string; name: string };
export type World = {
  publishers: Named[];
  authors: Named[];
  topics: Named[];
  stories: Named[];
  keywords: string[];
  articles: WorldArticle[];
  userId: string;
};

const counts = { publishers: 7, authors: 9, topics: 8, stories: 24, keywords: 6, articles: 90 };

/** A word that stands for one thing and occurs nowhere else. */
const markOf = (kind: string, index: number): string =>
  `z${kind}${String.fromCharCode(97 + Math.floor(index / 10))}${"qwrtpsdfgh"[index % 10]}`;

/**
 * A small paper in which everything has a word of its own: each headline names its story, some say keywords, and every
 * output has something to show. `now` is the instant it is told from.
 */
export async function makeMuteWorld(db: PrismaClient, now: Date): Promise<World> {
  const random = seededRandom(6);
  const below = (limit: number) => Math.floor(random() * limit);
  const names = (kind: keyof typeof counts, short: string): Named[] =>
    Array.from({ length: counts[kind] }, (_, index) => ({ id: index + 1, slug: `${kind}-${index + 1}`, name: markOf(short, index) }));
  const world: World = {
    publishers: names("publishers", "pub"),
    authors: names("authors", "aut"),
    topics: names("topics", "top"),
    stories: names("stories", "sto"),
    keywords: Array.from({ length: counts.keywords }, (_, index) => markOf("key", index)),
    articles: [],
    userId: "mute-reader",
  };
  world.articles = Array.from({ length: counts.articles }, (_, index) => ({
    id: index + 1,
    slug: `article-${index + 1}`,
    publisherId: 1 + below(counts.publishers),
    authorIds: [1 + below(counts.authors)],
    topicIds: [...new Set([1 + below(counts.topics), 1 + below(counts.topics)])],
    storyId: 1 + (index < counts.stories ? index : below(counts.stories)),
    language: below(5) === 0 ? "en-US" : "en-GB",
    keywords: below(3) === 0 ? [world.keywords[below(counts.keywords)] ?? ""] : [],
    adds: index % 7 === 6 ? (world.keywords[index % counts.keywords] ?? null) : null,
  }));
  await storePeople(db, world, now);
  await storeArticles(db, world, now);
  await storeLists(db, world, now, below);
  return world;
}

async function storePeople(db: PrismaClient, { publishers, authors, topics, userId }: World, now: Date): Promise<void> {
  await db.publisher.createMany({
    data: publishers.map(({ id, slug, name }) => ({
      id,
      slug,
      name,
      homeUrl: `https://${slug}.example/`,
      country: ["GB", "US", "FR"][id % 3] ?? "GB",
      language: "en-GB",
      editions: ["en", "GB"],
      colour: "#1d3b53",
      initials: "P",
      licence: "partner" as const,
      wall: id % 2 === 0 ? ("open" as const) : ("paid" as const),
    })),
  });
  await db.author.createMany({ data: authors });
  await db.topic.createMany({ data: topics.map((topic) => ({ ...topic, kind: "term", language: "en", articleCount: 9, lastAt: now })) });
  await db.user.create({ data: { id: userId, name: "Ada", email: "ada@example.com" } });
}

async function storeArticles(db: PrismaClient, { articles, stories, authors }: World, now: Date): Promise<void> {
  const atOf = ({ id }: WorldArticle) => addMs(now, -(5 + id * 11) * minuteMs);
  await db.story.createMany({
    data: stories.map(({ id, slug }) => ({
      id,
      slug,
      language: "en",
      section: id % 2 ? "world" : "science",
      firstAt: now,
      lastAt: now,
      score: 100 - id,
    })),
  });
  await db.article.createMany({
    data: articles.map((article) => {
      const { id, slug, publisherId, storyId, language, keywords } = article;
      const hash = slug.padEnd(32, "0");
      const words = keywords.join(" ");
      return {
        ...{ id, slug, publisherId, storyId, language },
        ...{ guid: slug, guidHash: hash, urlHash: hash, contentHash: hash, url: `https://paper.example/${slug}` },
        headline: `${stories[storyId - 1]?.name}: telling ${id}${id % 2 ? ` of “${words}’s” end` : ""}`,
        standfirst: id % 2 ? "Nothing more is known." : `It is said that ${words}, too.`,
        byline: `By ${authors[(article.authorIds[0] ?? 1) - 1]?.name}`,
        section: storyId % 2 ? "world" : "science",
        access: publisherId % 2 === 0 ? ("open" as const) : ("paid" as const),
        publishedAt: atOf(article),
        firstSeenAt: atOf(article),
        leadIn: "An opening.",
        categories: [],
      };
    }),
  });
  await db.articleAuthor.createMany({
    data: articles.flatMap((article) =>
      article.authorIds.map((authorId) => ({ articleId: article.id, authorId, position: 0, publishedAt: atOf(article) })),
    ),
  });
  await db.articleTopic.createMany({
    data: articles.flatMap((article) =>
      article.topicIds.map((topicId) => ({ articleId: article.id, topicId, weight: 1, publishedAt: atOf(article) })),
    ),
  });
  for (const { id } of stories) {
    const told = articles.filter(({ storyId }) => storyId === id);
    const [lead] = told;
    if (!lead) continue;
    const alternates = told.slice(1, 3).map((other) => ({
      id: other.id,
      publisherId: other.publisherId,
      access: other.publisherId % 2 ? "paid" : "open",
      licence: "partner",
    }));
    const publisherCount = new Set(told.map(({ publisherId }) => publisherId)).size;
    await db.story.update({
      where: { id },
      data: {
        leadArticleId: lead.id,
        headlineArticleId: lead.id,
        firstArticleId: told.at(-1)?.id,
        articleCount: told.length,
        publisherCount,
        alternates,
      },
    });
  }
}

/** Everything that shows an article beside the newest: top stories, picks, what to read next, links, what an article adds, what was read. */
async function storeLists(
  db: PrismaClient,
  { articles, stories, keywords, userId }: World,
  now: Date,
  below: (limit: number) => number,
): Promise<void> {
  const placed = stories.slice(0, 20);
  const lists = [
    { section: "all", rows: placed },
    ...["world", "science"].map((section, odd) => ({ section, rows: placed.filter(({ id }) => id % 2 !== odd) })),
  ];
  await db.topPlace.createMany({
    data: lists.flatMap(({ section, rows }) =>
      rows.map(({ id }, index) => ({ edition: "en", section, place: index + 1, storyId: id, score: 9, terms: { time: 9 } })),
    ),
  });
  await db.pick.createMany({
    data: articles.slice(10, 18).map(({ id }, slot) => ({
      articleId: id,
      slot,
      note: `We liked ${slot < 2 ? keywords[slot] : "it"}.`,
      editorName: "Editor",
      startsAt: addMs(now, -minuteMs),
    })),
  });
  await db.relatedList.createMany({
    data: articles.map(({ id, storyId }) => {
      const same = articles.filter((other) => other.storyId === storyId && other.id !== id).slice(0, 3);
      const others = Array.from({ length: 8 }, () => below(articles.length) + 1).filter(
        (other) => other !== id && !same.some((one) => one.id === other),
      );
      const related = [...same.map((one) => one.id), ...new Set(others)];
      return {
        articleId: id,
        relatedIds: related,
        reasons: related.map((_, index) => (index < same.length ? "story" : "near")),
        madeAt: now,
      };
    }),
  });
  await db.storyLink.createMany({
    data: stories.flatMap(({ id }) =>
      [1, 5].map((step) => ({
        fromId: id,
        toId: ((id - 1 + step) % stories.length) + 1,
        kind: step === 1 ? "earlier" : "later",
        score: 1,
      })),
    ),
  });
  await db.articleNovelty.createMany({
    data: articles
      .filter(({ adds }) => adds !== null)
      .map(({ id, adds }) => ({ articleId: id, publicSentences: [`It adds ${adds}.`], gatedPlaces: [] })),
  });
  await db.savedArticle.createMany({
    data: articles.slice(0, 30).map(({ id }) => ({ userId, articleId: id, savedAt: addMs(now, -id * minuteMs) })),
  });
  await db.articleRead.createMany({
    data: articles
      .slice(20, 60)
      .map(({ id }) => ({ userId, articleId: id, revisionCount: 0, readAt: now, openedAt: now, lastAt: addMs(now, -id * minuteMs) })),
  });
}
