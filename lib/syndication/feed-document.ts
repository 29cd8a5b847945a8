/** One article as a feed names it. Plain texts; addresses absolute. */
export type FeedEntry = {
  /** Our page of it, which is also its name for good. */
  url: string;
  title: string;
  /** What everyone may read of it, never more. */
  excerpt: string;
  publishedAt: Date;
  updatedAt: Date | null;
  byline: string;
  /** The title that printed it. */
  publisher: string;
  section: string;
  language: string;
};

/** A list, ready to be written in any format. */
export type FeedDocument = {
  title: string;
  description: string;
  homeUrl: string;
  selfUrl: string;
  language: string;
  /** Of the newest entry; null for an empty list. */
  updatedAt: Date | null;
  /** Newest first. */
  entries: readonly FeedEntry[];
};
