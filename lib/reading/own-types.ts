import type { ChangedSince } from "@/lib/articles/revision-types";
import type { ArticleCard } from "@/lib/articles/types";

/** What one reader has had of an article, and what is another in it since. */
export type OwnReading = {
  isSaved: boolean;
  /** Whether they said that it was not worth it; null for whoever pays for nothing. */
  isNotWorth: boolean | null;
  /** The sentence to go on from, counted from 0, and how far that is in percent; null at the beginning and after the end. */
  goOn: { sentence: number; depth: number } | null;
  changed: ChangedSince | null;
};

/** A page of a list that one reader made, and the cursor of the next, older one. */
export type OwnPage<Entry> = { entries: Entry[]; olderCursor: string | null };

/** `card` is null for an article that is no longer in the paper. Instants are ISO 8601 in UTC. */
export type SavedEntry = { articleId: number; savedAt: string; card: ArticleCard | null };

/** One article of a reader's history: when it was last before them, how far, how long. */
export type HistoryEntry = {
  articleId: number;
  at: string;
  isRead: boolean;
  readBy: "reading" | "marked";
  /** Percent of the text. */
  depth: number;
  activeSec: number;
  card: ArticleCard | null;
};
