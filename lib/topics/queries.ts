import "server-only";
import { showCards } from "@/lib/articles/card-queries";
import type { CardPage } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import { noteHidden } from "@/lib/entitlements/hidden-tally";
import { mayShow } from "@/lib/entitlements/may-show";
import type { MuteFacts } from "@/lib/entitlements/mute-types";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import { findTopic, listTopicCards, listTopics, listTopicsOf } from "./topic-store";
import type { TopicEntry, TopicMark } from "./types";

type TopicRow = TopicMark & { id: number };

const cardsPerPage = 30;
const topicsPerArticle = 8;

// The same for everyone.
const directory = rememberBy({ forMs: 60_000, keysMax: 20 }, (language: string) => listTopics(language));
const topicsOf = rememberBy({ forMs: 60_000, keysMax: 2_000 }, (articleId: number) => listTopicsOf(articleId, topicsPerArticle));

/** A topic and its page of cards, newest first, one a story; `topic.slug` is another where this one was merged. Null for none. */
export async function readTopic(slug: string, cursor: string | null, viewer: Viewer, now: Date) {
  const topic = await findTopic(slug);
  if (!topic) return null;
  const { rows, olderCursor } = await listTopicCards(topic.id, { take: cardsPerPage, cursor });
  const own = { kind: "topic", id: topic.id } as const;
  const page: CardPage = { cards: await showCards(rows, viewer, now, { own }), olderCursor };
  return { topic, page };
}

/** The edition's topics of the last 14 days without those that this viewer has muted, most written about first; at most 600. */
export async function readDirectory(viewer: Viewer, now: Date): Promise<TopicEntry[]> {
  return withoutMutedTopics(await directory(product.editionLanguage), viewer, now);
}

/** What an article is about without what this viewer has muted, weightiest first; at most 8. */
export async function listArticleTopics(articleId: number, viewer: Viewer, now: Date): Promise<TopicMark[]> {
  return withoutMutedTopics(await topicsOf(articleId), viewer, now);
}

/** A topic is muted by itself or by a keyword in its name. */
function withoutMutedTopics<Topic extends TopicRow>(topics: readonly Topic[], viewer: Viewer, now: Date): Topic[] {
  const muted = topics.filter((topic) => !mayShow(viewer, factsOf(topic), now));
  noteHidden(
    viewer,
    "topic",
    muted.map(({ id }) => id),
  );
  const hidden = new Set(muted);
  return topics.filter((topic) => !hidden.has(topic));
}

const facts = new WeakMap<TopicRow, MuteFacts>();

function factsOf(topic: TopicRow): MuteFacts {
  const { id, name, language } = topic;
  const known = facts.get(topic) ?? { publisherId: 0, authorIds: [], topicIds: [id], storyId: null, language, texts: [name] };
  facts.set(topic, known);
  return known;
}
