import type { FeedEventDraft } from "./poll-verdict";
import type { DueFeed } from "./types";

type WindowFacts = {
  feed: Pick<DueFeed, "lastEntryAt" | "lastSuccessAt">;
  /** Dates of the entries that this answer held, in any order. */
  publishedAt: readonly Date[];
  /** How many of them were stored before. */
  knownCount: number;
};

/** A feed of very few entries replaces them all without anything being lost between. */
const windowMin = 5;

/**
 * Whether a feed's window has moved past the last entry we had: it was read before, holds none of what we know
 * and all of it is younger, so entries may have come and gone between two polls.
 *
 * A feed that renamed all its entries is none: those are not all younger than the last one.
 *
 * @returns the event that says so, or null
 */
export function detectGap({ feed, publishedAt, knownCount }: WindowFacts): FeedEventDraft | null {
  const { lastEntryAt, lastSuccessAt } = feed;
  if (lastEntryAt === null || lastSuccessAt === null || knownCount > 0 || publishedAt.length < windowMin) return null;
  const oldest = Math.min(...publishedAt.map((date) => date.getTime()));
  if (oldest <= lastEntryAt.getTime()) return null;
  const words = `All ${publishedAt.length} entries were new, so some may have come and gone unseen between ${clock(lastEntryAt)} and ${clock(new Date(oldest))}. Polling more often for now.`;
  return { kind: "gap", words };
}

const clock = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
