import { readingMinutes } from "@/lib/articles/count-words";
import type { ScoreTerms } from "@/lib/stories/types";
import type { Facet, FollowedFacet, RankCandidate } from "./types";

/** What is known of a story whoever asks, by the article that leads it. */
export type StoryFacts = {
  storyId: number | null;
  articleId: number;
  publisherId: number;
  section: string;
  country: string;
  publishedAt: Date;
  language: string;
  headline: string;
  standfirst: string;
  byline: string;
  wordCount: number;
  scoreTerms: ScoreTerms | null;
  authorIds: number[];
  /** Weightiest first, with their weights. */
  topicIds: number[];
  topicWeights: number[];
  /** What of the candidate is the same for everyone, made once for all that ask. */
  standing?: StandingCandidate;
};

/** A story that may be shown to one reader. */
export type CandidateRecord = StoryFacts & {
  /** What it was found under, as `kind:target`; null for what stands there for everyone. */
  brought: string[] | null;
  isPick: boolean;
  timesShown: number;
};

/** A candidate without what depends on its reader. */
type StandingCandidate = Omit<RankCandidate, "followed" | "isPick" | "timesShown">;

/** What an article is about and from whom, as ids. */
export type FacetSource = Pick<CandidateRecord, "publisherId" | "section" | "country" | "authorIds" | "topicIds" | "topicWeights">;

/** Points at which a story counts half as big as any could be: eight titles. */
const halfPoints = 3;

/** A candidate as the ranking reads it. @param follows facets, and "story:12", that the reader follows */
export function toCandidate(record: CandidateRecord, follows: ReadonlySet<string>): RankCandidate {
  const { isPick, timesShown, brought } = record;
  const standing = record.standing ?? toStanding(record);
  return { ...standing, followed: listFollowed(standing, brought, follows), isPick, timesShown };
}

/** What ranking reads of a story whoever asks. */
export function toStanding(facts: StoryFacts): StandingCandidate {
  const { storyId, articleId, publisherId, section, country, publishedAt } = facts;
  return {
    key: storyId === null ? `a${articleId}` : `s${storyId}`,
    articleId,
    publisher: String(publisherId),
    section,
    country: country.trim(),
    publishedAtMs: publishedAt.getTime(),
    importance: squashTerms(facts.scoreTerms),
    facets: listFacets(facts),
    readingMinutes: readingMinutes(facts.wordCount, facts.language),
  };
}

/** What an article is about and from whom, each with how strongly, 0 to 1; its weightiest topic counts whole. */
export function listFacets(source: FacetSource): (readonly [Facet, number])[] {
  const { publisherId, section, country, authorIds, topicIds, topicWeights } = source;
  const most = topicWeights[0] ?? 1;
  return [
    [`publisher:${publisherId}`, 1],
    [`section:${section}`, 1],
    ...(country.trim() === "" ? [] : [[`place:${country.trim()}`, 1] as const]),
    ...authorIds.map((id) => [`author:${id}`, 1] as const),
    ...topicIds.map((id, index) => [`topic:${id}`, round((topicWeights[index] ?? 0) / most)] as const),
  ];
}

const round = (share: number): number => Math.round(share * 1_000) / 1_000;

/**
 * How big a story is for everyone, 0 to 1, from the terms of its rank among all. Time is left out, since freshness is
 * scored apart, and so is the editors' choice.
 */
export function squashTerms(terms: ScoreTerms | null): number {
  if (terms === null) return 0;
  const points = terms.titles + terms.places + terms.growth + terms.origin + terms.length + terms.reads;
  return points <= 0 ? 0 : round(points / (points + halfPoints));
}

function listFollowed({ facets }: StandingCandidate, brought: readonly string[] | null, follows: ReadonlySet<string>): FollowedFacet[] {
  const followed: FollowedFacet[] = [];
  for (const [facet] of facets) if (follows.has(facet)) followed.push(facet);
  // A story found by another title's article is followed all the same.
  for (const facet of brought ?? []) if (isFollowable(facet) && follows.has(facet) && !followed.includes(facet)) followed.push(facet);
  return followed;
}

const isFollowable = (text: string): text is FollowedFacet => /^(publisher|section|topic|author|story):/.test(text);
