import { isCommentsFeed } from "./feed-address";

/** A feed that a page, a header or a guess names; nobody has fetched it yet. */
export type FeedCandidate = {
  /** Absolute http(s) address without fragment. */
  url: string;
  title: string | null;
  /** Media type as announced, lower case. */
  type: string | null;
  /** Where it was named: Link header, typed link of the page, anchor, or nowhere but by custom. */
  source: "header" | "alternate" | "anchor" | "usual-path";
};

const sourceRanks: Record<FeedCandidate["source"], number> = { header: 0, alternate: 0, anchor: 2, "usual-path": 4 };

/**
 * Each address once, in the order a reader would want them: what the page announces before what only looks like a
 * feed, comments after all else, otherwise as the page has them. One address in http and https is one feed, the
 * first; a title found later fills one that was missing.
 */
export function rankCandidates(candidates: readonly FeedCandidate[]): FeedCandidate[] {
  const known = new Map<string, FeedCandidate>();
  for (const candidate of candidates) {
    const key = candidate.url.replace(/^https?:/, "");
    const before = known.get(key);
    if (!before) known.set(key, candidate);
    else if (sourceRanks[candidate.source] < sourceRanks[before.source])
      known.set(key, { ...candidate, title: candidate.title ?? before.title });
    else if (before.title === null && candidate.title !== null) known.set(key, { ...before, title: candidate.title });
  }
  return [...known.values()].sort((a, b) => rankOf(a) - rankOf(b));
}

const rankOf = (candidate: FeedCandidate): number =>
  sourceRanks[candidate.source] + (isCommentsFeed(candidate.url, candidate.title) ? 10 : 0);
