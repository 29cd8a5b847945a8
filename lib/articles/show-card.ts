import { hasFullAccess, mayRead, type ReadDecision } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import type { CardRow } from "./card-row";
import type { ArticleCard, CardLock } from "./types";

/**
 * A card as one viewer sees it: the lock is `mayRead`'s live answer, and the policy behind it stays here. It asks about no
 * mute: a list goes by `showCards` or `showStoryCards`, or comes through `withoutMuted` first.
 */
export function showCard(row: CardRow, viewer: Viewer, now: Date): ArticleCard {
  const { policy, storyId: _storyId, alternates: _alternates, ...card } = row;
  return { ...card, lock: lockOf(mayRead(viewer, policy, now), hasFullAccess(viewer, now)) };
}

function lockOf(decision: ReadDecision, readsEverything: boolean): CardLock {
  if (!decision.granted) return decision.reason === "meter" ? "meter" : "locked";
  return decision.by === "open" && !readsEverything ? "free" : "open";
}
