import type { ArticleDraft } from "@/lib/articles/article-draft";
import { type DraftContext, entryToArticle } from "@/lib/articles/entry-to-article";
import { findSharedKeys } from "@/lib/articles/shared-keys";
import { sanitiseHtml } from "@/lib/feeds/sanitise-html";
import type { DueFeed, Entry } from "@/lib/feeds/types";

export const seenAt = new Date("2026-11-20T12:00:00Z");

/** A leased feed of a paid partner, changed as a test needs. */
export function makeFeed(changes: Partial<DueFeed> = {}): DueFeed {
  return {
    id: 1,
    publisherId: 1,
    url: "https://paper.example/feed.xml",
    addedBy: "catalogue",
    minIntervalSec: null,
    maxIntervalSec: null,
    identity: "guid",
    hints: null,
    movedTo: null,
    movedCount: 0,
    movedSince: null,
    lastErrorKind: null,
    lastSuccessAt: null,
    hubUrl: null,
    topicUrl: null,
    section: "top",
    language: null,
    etag: null,
    lastModified: null,
    validatorsUrl: null,
    bodyHash: null,
    intervalSec: 900,
    failureCount: 0,
    lastEntryAt: null,
    leaseToken: 1,
    publisher: { slug: "paper", licence: "partner", wall: "paid", language: "en-GB", direction: "ltr", isSample: false, fullText: false },
    ...changes,
  };
}

/** An entry with a headline and a body of `paragraphs`, changed as a test needs. */
export function makeEntry(changes: Partial<Entry> & { paragraphs?: string[] } = {}): Entry {
  const { paragraphs = [], ...rest } = changes;
  return {
    guid: "guid-1",
    url: "https://paper.example/world/harbour-opens",
    title: "Harbour opens after nine years",
    authors: [],
    publishedAt: new Date("2026-11-20T10:00:00Z"),
    updatedAt: null,
    summaryText: "",
    html: sanitiseHtml(paragraphs.map((text) => `<p>${text}</p>`).join(""), { base: null }),
    images: [],
    categories: [],
    language: null,
    direction: null,
    ...rest,
  };
}

/** The draft of an entry; fails loudly where a test's entry makes none. */
export function makeDraft(entry: Entry, feed: DueFeed = makeFeed(), context: Partial<DraftContext> = {}): ArticleDraft {
  const draft = entryToArticle(entry, {
    feed,
    homeUrl: "https://paper.example/",
    sharedKeys: findSharedKeys([entry], "https://paper.example/"),
    bodyMedia: new Map(),
    firstSeenAt: seenAt,
    ...context,
  });
  if (!draft) throw new Error("the entry made no draft");
  return draft;
}

/** Sentences of about `count` words in all. */
export const words = (count: number): string =>
  Array.from({ length: Math.ceil(count / 10) }, () => "The tide came in and the gulls went out again.").join(" ");
