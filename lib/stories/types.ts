import type { SectionSlug } from "@/lib/articles/sections";
import type { ArticleCard, Direction } from "@/lib/articles/types";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";

/** One story in "Top stories right now": its lead article and how many titles tell it. */
export type TopStory = { rank: number; card: ArticleCard; titleCount: number };

/** What a story's rank is made of, in the order in which it is explained. */
export const scoreTermNames = ["titles", "places", "growth", "origin", "length", "reads", "pick", "time"] as const;
export type ScoreTermName = (typeof scoreTermNames)[number];

/** Points of each term; their sum is the score. One point is worth eight hours of freshness. */
export type ScoreTerms = Record<ScoreTermName, number>;

/** A place in "Top stories right now" of an edition and section, with why it stands there. */
export type TopPlaceView = TopStory & { slug: string; score: number; terms: ScoreTerms };

/** Which list of top stories: `edition` is "en" or "en-GB"; without a section all of them. */
export type TopRequest = { edition: string; section: SectionSlug | "all"; take: number };

/** What an article says that no other title of its story says. */
export type Novelty = {
  /** Sentences of the opening that everyone may read. */
  publicSentences: string[];
  /** How many more stand in the licensed text. */
  gatedCount: number;
};

/** One title's telling of a story. */
export type StoryVersion = {
  card: ArticleCard;
  /** The publisher's, ISO 3166-1 alpha-2. */
  country: string;
  /** The first to report. */
  isFirst: boolean;
  /** The article of this story whose text it repeats nearly word for word; null for a text of its own. */
  copyOfId: number | null;
  revisionCount: number;
  novelty: Novelty;
};

/** How far a story had grown by the end of an hour: articles and distinct titles since it began. */
export type GrowthPoint = { hourAt: string; articleCount: number; titleCount: number };

/** Another story, as a link from this one. `headline` is that of the article whose headline tells it best. */
export type LinkedStory = {
  slug: string;
  headline: string;
  language: string;
  direction: Direction;
  titleCount: number;
  firstAt: string;
  lastAt: string;
  section: SectionSlug;
};

/** The page of a story as one viewer sees it. Instants are ISO 8601 in UTC. */
export type StoryView = {
  id: number;
  slug: string;
  /** The headline that tells the event best, whose it is, and the rule that chose it, in words. */
  headline: { text: string; direction: Direction; articleSlug: string; publisher: PublisherMark; reason: string; isByDesk: boolean };
  /** Whether the desk calls it live at this moment. */
  isLive: boolean;
  section: SectionSlug;
  /** Primary subtag. */
  language: string;
  firstAt: string;
  lastAt: string;
  articleCount: number;
  titleCount: number;
  countryCount: number;
  score: number;
  /** Null until the story has been counted under the present rules. */
  scoreTerms: ScoreTerms | null;
  /** Newest first, copies among them; at most 200. */
  versions: StoryVersion[];
  /** One point for each hour in which something came, oldest first. */
  growth: GrowthPoint[];
  /** What led here, newest first. */
  earlier: LinkedStory[];
  /** What followed, newest first. */
  later: LinkedStory[];
  /** The same event in other languages, likeliest first. */
  otherLanguages: LinkedStory[];
};

/** What an address of a story leads to: the story, the address of the one that absorbed it, that this viewer has muted all of it, or nothing. */
export type FoundStory = StoryView | { movedTo: string } | { allMuted: true } | null;

/** Why an article stands among what to read next: the same event, what led to it or followed, one like it, or its section. */
export const relatedReasons = ["story", "earlier", "later", "near", "section"] as const;
export type RelatedReason = (typeof relatedReasons)[number];

export type RelatedCard = ArticleCard & { reason: RelatedReason };
