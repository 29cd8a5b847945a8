import type { ArticleDraft } from "@/lib/articles/article-draft";
import { decideEntries, type EntryDecision, type KnownArticle } from "@/lib/articles/decide-entry";
import { holdFlood } from "@/lib/articles/hold-flood";
import type { FloodFacts, FloodVerdict } from "@/lib/articles/judge-flood";

/** A publisher's articles in memory, kept as the store keeps them: two unique keys, versions, dates. */
export type ArticleShelf = {
  articles: KnownArticle[];
  /** Stores a batch; returns the article each draft came to, null for a draft that came to none. Without `feed` nothing is held back. */
  store: (drafts: readonly ArticleDraft[], feed?: FloodFacts["feed"], now?: Date) => (KnownArticle | null)[];
  /** What the last batch made of its feed. */
  flood: () => FloodVerdict;
  /** Rows that the last batch would have written. */
  written: () => number;
};

/** Makes an empty shelf. */
export function makeShelf(): ArticleShelf {
  const articles: KnownArticle[] = [];
  let written = 0;
  let flood: FloodVerdict = { kind: "accept", event: null };
  const store: ArticleShelf["store"] = (drafts, feed = neverRead, now = new Date(0)) => {
    written = 0;
    const byGuid = new Map(articles.map((article) => [article.guidHash, article]));
    const byUrl = new Map(articles.map((article) => [article.urlHash, article]));
    const held = holdFlood(drafts, decideEntries(drafts, { byGuid, byUrl }), feed, now);
    flood = held.flood;
    return held.decisions.map((decision, index) => {
      written += writes(decision) ? 1 : 0;
      return apply(articles, decision, drafts[index]);
    });
  };
  return { articles, store, written: () => written, flood: () => flood };
}

const neverRead: FloodFacts["feed"] = { lastSuccessAt: null, lastEntryAt: null, lastErrorKind: null };

const writes = (decision: EntryDecision): boolean =>
  decision.kind === "new" || decision.kind === "revised" || (decision.kind === "unchanged" && decision.dates !== null);

function apply(articles: KnownArticle[], decision: EntryDecision, draft: ArticleDraft | undefined): KnownArticle | null {
  if (!draft || decision.kind === "duplicate" || decision.kind === "held") return null;
  if (decision.kind === "new") return insert(articles, decision.draft);
  const version = decision.kind === "revised" ? versionAfter(decision.known, draft) : {};
  return Object.assign(decision.known, version, decision.dates ?? {});
}

const versionAfter = (known: KnownArticle, { headline, standfirst, contentHash }: ArticleDraft): Partial<KnownArticle> => ({
  headline,
  standfirst,
  contentHash,
  revisionCount: known.revisionCount + 1,
  pastHashes: [...known.pastHashes, known.contentHash],
});

/** The database's unique keys: what conflicts is left out. */
function insert(articles: KnownArticle[], draft: ArticleDraft): KnownArticle | null {
  if (articles.some((article) => article.guidHash === draft.guidHash || article.urlHash === draft.urlHash)) return null;
  const article: KnownArticle = {
    id: articles.length + 1,
    guidHash: draft.guidHash,
    urlHash: draft.urlHash,
    contentHash: draft.contentHash,
    headline: draft.headline,
    standfirst: draft.standfirst,
    section: draft.section,
    sectionBy: draft.sectionBy,
    hasBody: draft.body !== null,
    hasPictures: draft.pictures.length > 0,
    isWithdrawn: false,
    publishedAt: draft.publishedAt,
    updatedAt: draft.updatedAt,
    redatedAt: null,
    revisionCount: 0,
    pastHashes: [],
  };
  articles.push(article);
  return article;
}
