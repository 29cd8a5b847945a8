import type { BoardRow, DayCount, FeedNote } from "./board-types";
import type { FeedState } from "./judge-health";

/** How one of a title's feeds is, without its address and without what its server said. */
type PublicFeed = {
  /** The host alone: an address may hold a key. */
  host: string;
  /** Its section's slug, or "top" for a feed of everything. */
  section: string;
  state: FeedState;
  lastSuccessAt: Date | null;
  intervalSec: number;
  days: DayCount[];
  gaps: number;
};

/** How a title is being read, as anybody may see it. */
export type PublicHealth = {
  slug: string;
  name: string;
  standing: "retired" | "paused" | "read";
  quietSince: Date | null;
  feeds: PublicFeed[];
  /** What happened lately, in words that name no address. */
  notes: { kind: string; at: Date }[];
  /** Why it is in the paper, or no longer; who decided stays within the house. */
  decisions: { verdict: string; reason: string; decidedAt: Date }[];
};

type Title = { slug: string; name: string; pausedAt: Date | null; retiredAt: Date | null; quietToldAt: Date | null };

/** What happened that a reader may know of; the rest is between the office and the publisher's server. */
const publicKinds = new Set(["failing", "healed", "moved", "merged", "gone", "gap", "quiet", "spoke"]);

/** Leaves out of a title's health what is private: addresses, errors, and who asked for what. */
export function makePublicHealth(
  title: Title,
  rows: readonly BoardRow[],
  notes: readonly FeedNote[],
  decisions: PublicHealth["decisions"],
): PublicHealth {
  return {
    slug: title.slug,
    name: title.name,
    standing: title.retiredAt ? "retired" : title.pausedAt ? "paused" : "read",
    quietSince: title.quietToldAt,
    feeds: rows.map(({ url, section, state, lastSuccessAt, intervalSec, days, gaps }) => ({
      host: new URL(url).hostname,
      section,
      state,
      lastSuccessAt,
      intervalSec,
      days,
      gaps,
    })),
    notes: notes.filter(({ kind }) => publicKinds.has(kind)).map(({ kind, at }) => ({ kind, at })),
    decisions: decisions.map(({ verdict, reason, decidedAt }) => ({ verdict, reason, decidedAt })),
  };
}
