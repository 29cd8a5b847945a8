import type { ArticleDraft } from "@/lib/articles/article-draft";
import { entryToArticle } from "@/lib/articles/entry-to-article";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import type { ArticleView, Picture } from "@/lib/articles/types";
import { decodeSafeHtml } from "@/lib/core/safe-html";
import { describePublisher } from "@/lib/feeds/describe-publisher";
import { parseFeed } from "@/lib/feeds/parse-feed";
import type { DueFeed } from "@/lib/feeds/types";
import { makeFeed } from "../../unit/articles/make-draft";

type Publisher = ArticleView["publisher"] & { language: string; direction: "ltr" | "rtl"; isStateMedia: boolean };

/** What the pages are given of a feed, with the string as a query parameter besides. */
export type VectorView = { views: ArticleView[]; publisher: Publisher; query: string };

const seenAt = new Date("2026-11-22T12:00:00Z");
const feedUrl = "https://paper.example/feed.xml";

/**
 * Takes a feed the way a poll does — parse, normalise, draft — and makes of it what a page's query returns. Only the
 * trip through the database, which changes no text, is left out.
 *
 * @returns null where the document is refused as no feed
 */
export async function viewVector(bytes: Uint8Array, query: string): Promise<VectorView | null> {
  const parsed = await parseFeed(bytes, { contentType: null, url: feedUrl, firstSeenAt: seenAt, pictureWidth: 960 });
  if (!parsed.ok) return null;
  const { feed, entries, bodyMedia } = parsed.value;
  const described = describePublisher(feed, feedUrl);
  const publisher: Publisher = { ...described, isSample: false, licence: "partner", isStateMedia: false };
  const context = {
    feed: partnerFeed(publisher),
    homeUrl: publisher.homeUrl,
    sharedKeys: findSharedKeys(entries, publisher.homeUrl),
    bodyMedia,
    firstSeenAt: seenAt,
  };
  const drafts = entries.map((entry) => entryToArticle(entry, context)).filter((draft) => draft !== null);
  return { views: drafts.map((draft, index) => viewOf(draft, publisher, index)), publisher, query };
}

function partnerFeed(publisher: Publisher): DueFeed {
  const { slug, language, direction } = publisher;
  return makeFeed({
    url: feedUrl,
    publisher: { slug, language, direction, licence: "partner", wall: "open", isSample: false, fullText: false },
  });
}

function viewOf(draft: ArticleDraft, publisher: Publisher, index: number): ArticleView {
  const pictures: Picture[] = draft.pictures.map((picture) => ({ ...picture, width: 960, height: 640, colour: "#334455" }));
  return {
    card: {
      id: index + 1,
      slug: draft.slug.unique,
      headline: draft.headline,
      standfirst: draft.standfirst,
      byline: draft.byline,
      section: draft.section,
      language: draft.language,
      direction: draft.direction,
      publishedAt: draft.publishedAt.toISOString(),
      updatedAt: null,
      readingMinutes: 3,
      publisher,
      picture: pictures[0] ?? null,
      moreTitles: 1,
      storySlug: "story",
      lock: "locked",
    },
    authors: draft.authors.map((author, at) => ({ ...author, slug: `author-${at}` })),
    pictures,
    originalUrl: draft.url,
    publisher,
    indexing: "self",
    isFree: false,
    wordCount: draft.wordCount,
    revisionCount: 1,
    history: { headlineChanges: 1, materialChanges: 1 },
    categories: draft.categories,
    correction: { words: draft.headline, at: draft.publishedAt.toISOString() },
    embargoUntil: null,
    text:
      draft.body === null
        ? { kind: "summary", paragraphs: draft.leadIn.split("\n\n") }
        : { kind: "full", html: decodeSafeHtml(draft.body), by: "membership" },
  };
}
