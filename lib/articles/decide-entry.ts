import type { ArticleDraft } from "./article-draft";
import { compareContent } from "./content-hash";
import type { SectionSlug } from "./sections";

/** What is already stored of an article of the same publisher. */
export type KnownArticle = {
  id: number;
  guidHash: string;
  urlHash: string;
  contentHash: string;
  headline: string;
  standfirst: string;
  section: string;
  hasBody: boolean;
  hasPictures: boolean;
  publishedAt: Date;
  updatedAt: Date | null;
  revisionCount: number;
  /** Fingerprints of its earlier versions. */
  pastHashes: readonly string[];
};

export type EntryDecision =
  | { kind: "new" }
  | { kind: "revised"; change: "minor" | "material"; known: KnownArticle }
  /** Its words stand; a better section or missing pictures may be filled in. */
  | { kind: "unchanged"; known: KnownArticle; section: SectionSlug | null; addsPictures: boolean }
  /** A second copy of an entry of the same batch. */
  | { kind: "duplicate" };

/** Articles of one publisher by their two keys. */
export type KnownArticles = { byGuid: ReadonlyMap<string, KnownArticle>; byUrl: ReadonlyMap<string, KnownArticle> };

/**
 * Decides what a batch of drafts of ONE publisher is, in the order of the feed: guid first, then address.
 * What another publisher's feed claims is never looked at, so it can touch nothing here.
 */
export function decideEntries(drafts: readonly ArticleDraft[], known: KnownArticles): EntryDecision[] {
  const seen = new Set<string>();
  return drafts.map((draft) => {
    const article = known.byGuid.get(draft.guidHash) ?? known.byUrl.get(draft.urlHash);
    const keys = article ? [`id:${article.id}`] : [`guid:${draft.guidHash}`, `url:${draft.urlHash}`];
    if (keys.some((key) => seen.has(key))) return { kind: "duplicate" };
    for (const key of keys) seen.add(key);
    return article ? decideKnown(draft, article) : { kind: "new" };
  });
}

/**
 * Two feeds of a publisher may carry two versions of one article, so a version seen before changes
 * nothing, and a version without text never replaces one with text, unless its date says it is newer.
 */
function decideKnown(draft: ArticleDraft, known: KnownArticle): EntryDecision {
  const change = compareContent(known.contentHash, draft.contentHash);
  const isStale = known.pastHashes.includes(draft.contentHash) || (draft.html === null && known.hasBody);
  if (change === "same" || (isStale && !isNewer(draft, known))) return unchanged(draft, known);
  return { kind: "revised", change, known };
}

function unchanged(draft: ArticleDraft, known: KnownArticle): EntryDecision {
  const isBetterFiled = draft.isSectionStated && known.section === "world" && draft.section !== "world";
  return {
    kind: "unchanged",
    known,
    section: isBetterFiled ? draft.section : null,
    addsPictures: !known.hasPictures && draft.pictures.length > 0,
  };
}

function isNewer(draft: ArticleDraft, known: KnownArticle): boolean {
  const knownAt = known.updatedAt ?? known.publishedAt;
  return draft.updatedAt !== null && draft.updatedAt.getTime() > knownAt.getTime();
}
