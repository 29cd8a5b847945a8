import type { FacetKind, ReaderSignal } from "../types";

const dayMs = 86_400_000;

/**
 * Names the rules and constants of this folder. It is kept with every order that was shown: an order is made again with
 * the rules it was made with, so it changes whenever a rule or a constant here does.
 */
export const rankVersion = "2026-11-1";

/** The most points that each term can give (or, of fatigue, take). A thousand or so leaves few ties. */
export const points = {
  importance: 400,
  freshness: 160,
  /** Either way: what a reader likes rises as far as what a reader likes less sinks. */
  affinity: 400,
  /** For the first thing followed; each further one adds the second figure, up to the third. */
  follow: 180,
  followMore: 60,
  followMax: 300,
  place: 60,
  /** Little: it decides between equals. Room for the unknown is made by places kept free, not by points. */
  novelty: 24,
  pick: 120,
  /** For each time beyond the first that a card was passed over: a page opened twice is no verdict. */
  fatigueEach: 50,
  fatigueMax: 300,
};

/** Hours after which freshness is half. It falls as 1 / (1 + age / this): news of last week still differs from last month's. */
export const freshnessHours = 24;

/** How much a full liking of each kind counts: a topic says more than a section, a title's name more than a place. */
export const kindCounts: Record<FacetKind, number> = { publisher: 0.3, section: 1, topic: 1.2, author: 0.8, place: 0.4, term: 1.5 };

/** Days without a sign after which what was learnt is half. Topics pass; habits of sections, titles and places stay. */
const halfLifeDays: Record<FacetKind, number> = { publisher: 60, section: 90, topic: 30, author: 60, place: 90, term: 30 };

/** Half-life of what was learnt, in milliseconds. */
export const halfLifeMs = (kind: FacetKind): number => halfLifeDays[kind] * dayMs;

/**
 * How far one act moves a weight towards its end. Reads are many and small: a weight is about the share of the last
 * thirty or so reads that were of its facet. A word said outright counts as ten reads.
 */
export const actRates: Record<ReaderSignal["kind"], number> = {
  opened: 0.01,
  read: 0.03,
  saved: 0.05,
  followed: 0.3,
  more: 0.3,
  less: 0.35,
  skipped: 0.02,
};

/** A learnt weight nearer to nothing than this is forgotten, so that profiles stay small. */
export const weightMin = 0.0005;

/** The arranging of a page. */
export const arranging = {
  /** In any run of so many cards … */
  window: 12,
  /** … at most so many are of one title, and of one section. */
  publisherMax: 2,
  sectionMax: 4,
  /** Before that, each card of the same title or section in the run costs so many points: between near equals, the other. */
  publisherCrowding: 40,
  sectionCrowding: 20,
  /** One place in so many is kept for what lies outside the reader's circle … */
  outsideEvery: 8,
  /** … the first of them being this one, counted from 0. */
  outsideFirst: 5,
  /** A section, topic or author liked more than this is of the circle: more than one read in a hundred. */
  strangerMax: 0.01,
  /** What chance may add there, in points: enough that not the same few fill these places every day. */
  outsideChance: 160,
  /** Cards that stand on the first screens of a page, and how many countries are told of there at least. */
  firstScreen: 12,
  countriesMin: 3,
};
