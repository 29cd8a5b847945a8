/** One answer of one feed, as it was at that moment. */
export type Snapshot = { feed: string; at: Date; bytes: () => Uint8Array; isUnchanged: boolean };

/** What a replay must come to, exactly. */
export type Expected = {
  articles: number;
  articlesInSeveralFeeds: number;
  retitled: number;
  redescribed: number;
  redated: number;
  unchangedPolls: number;
};

/** A recorded or made history of several feeds of one publisher, in the order of time. */
export type History = { name: string; snapshots: Snapshot[]; expected: Expected };
