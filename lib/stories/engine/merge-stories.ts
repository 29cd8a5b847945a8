import { fade, neededToMerge } from "./likeness";
import { centroidOf, storyLikeness } from "./story-sums";
import type { StoryState } from "./types";

/** An editor's word that keeps stories from becoming one. */
export type MergeGuard = {
  isApart: (a: number, b: number) => boolean;
  /** Whether an editor has put an article into this story. */
  isHeld: (key: number) => boolean;
};

/**
 * The story among these that has turned out to be the same event as `story`: the likest, where it is like enough.
 *
 * @returns which of the two goes on (a held one; else the one with more articles; else the smaller key), or null
 */
export function findMerge(
  story: StoryState,
  others: readonly StoryState[],
  guard: MergeGuard,
): { from: StoryState; into: StoryState } | null {
  const own = centroidOf(story);
  let best: { other: StoryState; excess: number } | null = null;
  for (const other of others) {
    if (other === story || other.members.size === 0 || !mayMerge(story, other, guard)) continue;
    const excess = storyLikeness(other, own) * fade(gapBetween(story, other)) - neededToMerge(meanTerms(story, other));
    if (excess >= 0 && (!best || excess > best.excess || (excess === best.excess && other.key < best.other.key))) {
      best = { other, excess };
    }
  }
  return best && direct(story, best.other, guard);
}

const mayMerge = (a: StoryState, b: StoryState, guard: MergeGuard): boolean =>
  !guard.isApart(a.key, b.key) && !(guard.isHeld(a.key) && guard.isHeld(b.key));

function direct(a: StoryState, b: StoryState, guard: MergeGuard): { from: StoryState; into: StoryState } {
  const heldFirst = Number(guard.isHeld(b.key)) - Number(guard.isHeld(a.key));
  const aGoesOn = (heldFirst || b.members.size - a.members.size || a.key - b.key) < 0;
  return aGoesOn ? { from: b, into: a } : { from: a, into: b };
}

/** Geometric mean of what the two stories' articles have on average: a headline beside a text is short. */
const meanTerms = (a: StoryState, b: StoryState): number => Math.sqrt((a.termTotal / a.members.size) * (b.termTotal / b.members.size));

/** Milliseconds between the last article of the one and the first of the other; 0 where they overlap. */
function gapBetween(a: StoryState, b: StoryState): number {
  const [aFrom, aUntil] = spanOf(a);
  const [bFrom, bUntil] = spanOf(b);
  return Math.max(0, aFrom - bUntil, bFrom - aUntil);
}

function spanOf({ members }: StoryState): [number, number] {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const { atMs } of members) {
    from = Math.min(from, atMs);
    until = Math.max(until, atMs);
  }
  return [from, until];
}
