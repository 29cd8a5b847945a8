/** What a reader may like or shun, as `kind:target`: "publisher:12", "section:world", "topic:88", "author:5", "place:GB", "term:glacier". */
export type Facet = `${FacetKind}:${string}`;
/** `term` is a word or a name of a headline, for a program that knows no topics. */
export const facetKinds = ["publisher", "section", "topic", "author", "place", "term"] as const;
export type FacetKind = (typeof facetKinds)[number];

/** What a follow brings: a facet, or the story itself. */
export type FollowedFacet = Facet | `story:${string}`;

/** Likings from -1 (never) to 1 (always), by facet; what is absent is unknown. */
export type Weights = ReadonlyMap<Facet, number>;

/** A story that may be shown, by the article that would stand for it, with all that its score is made of. */
export type RankCandidate = {
  /** One for each story: "s12", or "a34" for an article without one. */
  key: string;
  articleId: number;
  publisher: string;
  section: string;
  /** The publisher's, ISO 3166-1 alpha-2; empty where it is unknown. */
  country: string;
  publishedAtMs: number;
  /** How big the story is for everyone, 0 to 1: distinct titles, places in feeds, growth. */
  importance: number;
  /** What it is about and from whom, each with how strongly, 0 to 1. */
  facets: readonly (readonly [Facet, number])[];
  /** What the reader follows that brought it here; empty for none. */
  followed: readonly FollowedFacet[];
  isPick: boolean;
  /** Cards of its story that were before the reader's eyes without being opened. */
  timesShown: number;
  /** Of the text, at the language's reading speed. */
  readingMinutes: number;
};

/** Each term of a score, in the order in which it is explained. */
export const rankTermNames = ["importance", "freshness", "affinity", "follow", "place", "novelty", "pick", "fatigue"] as const;
export type RankTermName = (typeof rankTermNames)[number];

/** Points of each term, whole numbers: they sum to the score exactly. */
export type RankTerms = Record<RankTermName, number>;

export type RankedCard = {
  candidate: RankCandidate;
  score: number;
  terms: RankTerms;
  /** The facets that made the affinity, strongest first, with their share of its points; they sum to it. */
  because: readonly (readonly [Facet, number])[];
  /** Stands here to show something beyond the reader's own circle. */
  isOutside: boolean;
};

/** Whom an order is made for, and when. Same context and candidates, same order. */
export type RankContext = {
  weights: Weights;
  /** Where the reader is, ISO 3166-1 alpha-2; empty for unknown. */
  country: string;
  nowMs: number;
  seed: number;
  /** Off: affinity, follow, place and fatigue count nothing, and nothing is marked as outside. */
  isPersonal: boolean;
};

/** A reader's act on an article, to be learnt from. */
export type ReaderSignal = {
  kind: "read" | "opened" | "saved" | "followed" | "more" | "less" | "skipped";
  atMs: number;
  facets: readonly (readonly [Facet, number])[];
  /** How far and how long it was read, 0 to 1; 1 for acts without a measure. */
  strength: number;
};
