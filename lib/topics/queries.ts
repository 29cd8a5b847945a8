import "server-only";
import { showCards } from "@/lib/articles/show-card";
import type { CardPage } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import { findTopic, listTopicCards, listTopics, listTopicsOf } from "./topic-store";
import type { TopicEntry, TopicMark } from "./types";

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
  const page: CardPage = { cards: showCards(rows, viewer, now), olderCursor };
  return { topic, page };
}

/** The edition's topics of the last 14 days, most written about first; at most 600. */
export const readDirectory = (): Promise<TopicEntry[]> => directory(product.editionLanguage);

/** What an article is about, weightiest first; at most 8. */
export const listArticleTopics = (articleId: number): Promise<TopicMark[]> => topicsOf(articleId);
