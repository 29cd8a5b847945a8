import type { FeedState } from "./judge-health";

/** What a feed brought on one day, UTC, as "2026-11-22". */
export type DayCount = { day: string; entries: number; failures: number };

/** Something that happened to a feed. */
export type FeedNote = { kind: string; words: string; at: Date };

/** A feed on the board of health. */
export type BoardRow = {
  id: number;
  url: string;
  section: string;
  title: { slug: string; name: string; quietToldAt: Date | null };
  state: FeedState;
  lastPolledAt: Date | null;
  lastSuccessAt: Date | null;
  lastEntryAt: Date | null;
  nextPollAt: Date;
  /** How often it is asked, in seconds. */
  intervalSec: number;
  /** How long it has been due, in seconds. */
  latenessSec: number;
  failureCount: number;
  /** The last error in words. */
  lastError: string | null;
  heldUntil: Date | null;
  /** How often in 30 days its window had moved past our last entry. */
  gaps: number;
  lastGapAt: Date | null;
  /** The last 14 days, the oldest first. */
  days: DayCount[];
};

export const boardDays = 14;

/** What the board is narrowed by. */
export const boardFilters = ["failing", "late", "quiet", "gone", "held"] as const;
export type BoardFilter = (typeof boardFilters)[number];
