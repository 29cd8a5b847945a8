/** Something a reader has read, as a line of the stream tells of it. Empty where it does not say; instants in epoch milliseconds. */
export type ImpressionRead = { id: string; title: string; section: string; publisher: string; atMs: number | null };

/** Something that could be shown. */
export type ImpressionCandidate = {
  id: string;
  title: string;
  section: string;
  publisher: string;
  publishedAtMs: number | null;
  /** Clicks so far, a rate or any other figure that grows with them; null where it is unknown. */
  popularity: number | null;
};

/** One occasion to show one reader some of these. */
export type Impression = { history: ImpressionRead[]; candidates: ImpressionCandidate[]; nowMs: number | null };
