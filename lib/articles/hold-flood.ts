import type { ArticleDraft } from "./article-draft";
import type { EntryDecision } from "./decide-entry";
import { type FloodFacts, type FloodVerdict, judgeFlood } from "./judge-flood";

/** The decisions on one feed's answer as they are carried out, and what is to be said of the feed. */
export type HeldDecisions = { decisions: readonly EntryDecision[]; flood: FloodVerdict };

/**
 * Puts a feed's decisions under quarantine where `judgeFlood` says so: what it holds becomes "held", all else stays.
 *
 * @param decisions one for each draft, in their order
 */
export function holdFlood(
  drafts: readonly ArticleDraft[],
  decisions: readonly EntryDecision[],
  feed: FloodFacts["feed"],
  now: Date,
): HeldDecisions {
  const places = decisions.flatMap((decision, index) => (decision.kind === "duplicate" ? [] : [index]));
  const entries = places.map((index) => ({ statedAt: drafts[index]?.statedAt ?? null, isKnown: decisions[index]?.kind !== "new" }));
  const flood = judgeFlood({ feed, entries, now });
  if (flood.kind === "accept") return { decisions, flood };
  const held = new Set(places.filter((_, place) => flood.held.has(place)));
  return { decisions: decisions.map((decision, index) => (held.has(index) ? { kind: "held" as const } : decision)), flood };
}
