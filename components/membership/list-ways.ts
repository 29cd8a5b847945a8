import type { Standing } from "@/lib/billing/types";

/** What one can do with a membership: each is one row of its page. */
export type Way = "join" | "read" | "see-prices" | "mend-card" | "keep" | "resume" | "change-plan" | "card" | "pause" | "cancel";

const waysByStanding: Record<Standing["kind"], readonly Way[]> = {
  free: ["join"],
  trialing: ["join"],
  // Paying now would buy days that are a present already.
  gifted: ["read", "see-prices"],
  lapsed: ["join"],
  active: ["change-plan", "card", "pause", "cancel"],
  past_due: ["mend-card", "cancel"],
  cancelled: ["keep", "card"],
  paused: ["resume", "card", "cancel"],
};

/** What the page offers to an account that stands so, the likeliest first. Whoever pays can always cancel. */
export function listWays(standing: Standing): readonly Way[] {
  return waysByStanding[standing.kind];
}
