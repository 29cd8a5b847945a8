import type { ArticleChange, ChangedPart, PublicWords } from "./list-changes";
import type { ArticleCard } from "./types";

/** The history of an article as its own page shows it; public words only. */
export type ChangesView = {
  card: ArticleCard;
  /** Newest first. */
  changes: ArticleChange[];
  /** The oldest version that is kept. */
  first: PublicWords;
  /** Whether older versions than these are left out. */
  isCut: boolean;
};

/** When a viewer read an article before, and what is another since; `readAt` is an ISO 8601 instant in UTC. */
export type ChangedSince = { readAt: string; parts: ChangedPart[] };
