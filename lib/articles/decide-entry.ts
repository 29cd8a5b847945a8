import { hash32 } from "@/lib/core/hash";
import type { ArticleDraft } from "./article-draft";
import { compareContent } from "./content-hash";
import { type ArticleDates, decideDates, givesAnotherDate, type KnownDates, makesUpDates } from "./decide-dates";
import { type Filing, refileArticle } from "./refile-article";
import { isSameArticle } from "./same-article";
import type { SectionBy } from "./sections";

/** What is already stored of an article of the same publisher. */
export type KnownArticle = KnownDates & {
  id: number;
  guidHash: string;
  urlHash: string;
  contentHash: string;
  headline: string;
  standfirst: string;
  section: string;
  sectionBy: SectionBy;
  hasBody: boolean;
  hasPictures: boolean;
  /** Taken down: whatever a feed still says of it changes nothing. */
  isWithdrawn: boolean;
  revisionCount: number;
  /** Fingerprints of its earlier versions. */
  pastHashes: readonly string[];
};

/** What a draft knows better of an article we hold: its section, pictures where there were none. */
export type Completion = { refiled: Filing | null; addsPictures: boolean };

export type EntryDecision =
  /** `draft` is what to store: its keys may be other than those it came with, where these belong to another article. */
  | { kind: "new"; draft: ArticleDraft }
  /** `dates.updatedAt` is null where the publisher states no time of the change. */
  | ({ kind: "revised"; change: "minor" | "material"; known: KnownArticle; dates: ArticleDates } & Completion)
  /** Its words stand; `dates` are written where not null. */
  | ({ kind: "unchanged"; known: KnownArticle; dates: ArticleDates | null } & Completion)
  /** A second copy of an entry of the same batch. */
  | { kind: "duplicate" }
  /** Looks new and is not believed: see `judge-flood.ts`. */
  | { kind: "held" };

/** Articles of one publisher by their two keys. */
export type KnownArticles = { byGuid: ReadonlyMap<string, KnownArticle>; byUrl: ReadonlyMap<string, KnownArticle> };

/**
 * Decides what a batch of drafts of ONE publisher is, one answer for each draft in its place: found by the keys in
 * the order of its identity, new otherwise. Of several copies the newest counts. What another publisher's feed
 * claims is never looked at, so it can touch nothing here.
 */
export function decideEntries(drafts: readonly ArticleDraft[], known: KnownArticles): EntryDecision[] {
  const found = drafts.map((draft) => findArticle(draft, known));
  const hasMadeUpDates = datesAreMadeUp(drafts, found);
  const seen = new Set<string>();
  const decisions = new Map<number, EntryDecision>();
  for (const index of newestFirst(drafts)) {
    const draft = drafts[index];
    if (draft !== undefined)
      decisions.set(index, decideDraft(hasMadeUpDates ? { ...draft, statedAt: null } : draft, found[index], known, seen));
  }
  return drafts.map((_, index) => decisions.get(index) ?? { kind: "duplicate" });
}

function decideDraft(draft: ArticleDraft, article: KnownArticle | undefined, known: KnownArticles, seen: Set<string>): EntryDecision {
  const settled = article ? draft : withFreeKeys(draft, known);
  const keys = article ? [`id:${article.id}`] : [`guid:${settled.guidHash}`, `url:${settled.urlHash}`];
  if (keys.some((key) => seen.has(key))) return { kind: "duplicate" };
  for (const key of keys) seen.add(key);
  return article ? decideKnown(draft, article) : { kind: "new", draft: settled };
}

/** The article that a draft means, by its keys in their order; a key that leads to another article is passed over. */
function findArticle(draft: ArticleDraft, known: KnownArticles): KnownArticle | undefined {
  const byGuid = known.byGuid.get(draft.guidHash);
  const byUrl = known.byUrl.get(draft.urlHash);
  const isGuid = byGuid !== undefined && isSameArticle(draft, byGuid, "guid");
  const isUrl = byUrl !== undefined && isSameArticle(draft, byUrl, "url");
  if (isUrl && (draft.identity.first === "url" || !isGuid)) return byUrl;
  return isGuid ? byGuid : undefined;
}

/** A new entry whose guid or address another article holds is stored under what is left of its own. */
function withFreeKeys(draft: ArticleDraft, known: KnownArticles): ArticleDraft {
  const isGuidTaken = known.byGuid.has(draft.guidHash);
  const isUrlTaken = known.byUrl.has(draft.urlHash);
  if (!isGuidTaken && !isUrlTaken) return draft;
  const own = isGuidTaken && isUrlTaken ? `text:${draft.headline}\u0000${draft.publishedAt.toISOString()}` : "";
  return {
    ...draft,
    guidHash: isGuidTaken ? hash32(own || `url:${draft.urlHash}`) : draft.guidHash,
    urlHash: isUrlTaken ? hash32(own || `guid:${draft.guidHash}`) : draft.urlHash,
  };
}

/**
 * Two feeds of a publisher may carry two versions of one article, so a version seen before changes
 * nothing, and a version without text never replaces one with text, unless its date says it is newer.
 */
function decideKnown(draft: ArticleDraft, known: KnownArticle): EntryDecision {
  if (known.isWithdrawn) return { kind: "unchanged", known, dates: null, refiled: null, addsPictures: false };
  const dates = decideDates(draft, known);
  const change = compareContent(known.contentHash, draft.contentHash);
  const isStale = known.pastHashes.includes(draft.contentHash) || (draft.body === null && known.hasBody);
  const completion = completeArticle(draft, known);
  if (change === "same" || (isStale && !isNewer(draft, known))) return { kind: "unchanged", known, dates, ...completion };
  const revisedDates = { redatedAt: dates?.redatedAt ?? known.redatedAt, updatedAt: dates?.updatedAt ?? null };
  return { kind: "revised", change, known, dates: revisedDates, ...completion };
}

function completeArticle(draft: ArticleDraft, known: KnownArticle): Completion {
  const refiled = refileArticle({ section: draft.section, by: draft.sectionBy }, known);
  return { refiled, addsPictures: !known.hasPictures && draft.pictures.length > 0 };
}

function isNewer(draft: ArticleDraft, known: KnownArticle): boolean {
  const knownAt = Math.max(known.publishedAt.getTime(), known.updatedAt?.getTime() ?? 0, known.redatedAt?.getTime() ?? 0);
  return Math.max(draft.updatedAt?.getTime() ?? 0, draft.statedAt?.getTime() ?? 0) > knownAt;
}

function datesAreMadeUp(drafts: readonly ArticleDraft[], found: readonly (KnownArticle | undefined)[]): boolean {
  const dated = drafts.flatMap((draft, index) => {
    const article = found[index];
    return article && draft.statedAt ? [givesAnotherDate(draft, article)] : [];
  });
  return makesUpDates(dated.filter(Boolean).length, dated.length);
}

/** Indexes of the drafts, the latest version first; in the order of the feed where dates say nothing. */
function newestFirst(drafts: readonly ArticleDraft[]): number[] {
  const timeOf = (draft: ArticleDraft | undefined): number => (draft?.updatedAt ?? draft?.statedAt ?? draft?.publishedAt)?.getTime() ?? 0;
  return drafts.map((_, index) => index).sort((a, b) => timeOf(drafts[b]) - timeOf(drafts[a]) || a - b);
}
