/** What readers did with a title or an article in some time. */
export type Figures = {
  /** Openings by eye; each reader counts once an article. */
  reads: number;
  /** Of them: who came to the end. */
  completed: number;
  /** Seconds with the text before readers' eyes. */
  activeSec: number;
  saves: number;
  gifts: number;
  giftOpens: number;
};

/** One day, "2026-11-22" in UTC. */
export type DayFigures = Figures & { day: string };

/** A day of a title; its readers are different ones. */
export type TitleDayFigures = DayFigures & { readers: number };

export type ArticleFigures = Figures & { articleId: number; slug: string; headline: string; publishedAt: Date };

/** Different readers of a title in 28 days, by country; `country` is ISO 3166-1 alpha-2, or "--" where none was named. */
export type CountryReaders = { country: string; readers: number };

/** What articles may be put in order by. */
export const sortColumns = ["reads", "completion", "minutes", "saves", "gifts", "published"] as const;
export type SortColumn = (typeof sortColumns)[number];

/** How many days a page may look back. */
export const spans = [7, 28, 90] as const;
export type Span = (typeof spans)[number];

/** A feed of a title, as the title's own staff are told of it. */
export type OwnFeed = {
  id: number;
  url: string;
  section: string;
  state: "new" | "healthy" | "late" | "held" | "failing" | "refused" | "gone" | "paused";
  lastSuccessAt: Date | null;
  lastPolledAt: Date | null;
  lastEntryAt: Date | null;
  failureCount: number;
  /** The last failure in words. */
  lastError: string | null;
  /** What reading its last whole answer ran into, in words. */
  findings: string[];
  intervalSec: number;
  days: { day: string; entries: number; failures: number }[];
};

/** Something that happened to a feed, in words. */
export type OwnFeedEvent = { feedId: number; kind: string; words: string; at: Date };

/** How many of a title's newest articles lack something that readers would miss. */
export type SelfCheck = {
  articles: number;
  withoutText: number;
  withoutPicture: number;
  withoutAuthor: number;
  withoutStandfirst: number;
  withoutSection: number;
  datedByUs: number;
  deadPictures: number;
};

/** What a contract lets us do with a title, as its staff see it. */
export type OwnPolicy = {
  slug: string;
  name: string;
  licence: "partner" | "feed" | "headline";
  wall: "open" | "registered" | "metered" | "lead_in" | "paid";
  indexing: "self" | "noindex_news" | "noindex" | "canonical_to_source";
  fullText: boolean;
  leadInWords: number | null;
};
