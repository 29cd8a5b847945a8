import { fade, neededToMerge } from "./likeness";
import { isOfOne, storyLikeness, vectorsOf } from "./story-sums";
import type { StoryState } from "./types";
import { weighAgainst } from "./weigh-against";

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
  const open = others.filter((other) => other !== story && other.members.length > 0 && mayMerge(story, other, guard));
  if (open.length === 0) return null;
  const publisher = story.members[0]?.publisher ?? 0;
  const isOneTitle = isOfOne(story.members, publisher);
  const isOwn = (other: StoryState): boolean => isOneTitle && isOfOne(other.members, publisher);
  const [best] = weighAgainst(vectorsOf(story), (dot) =>
    open.map((other) => {
      const likeness = storyLikeness(dot, story.squares, other) * fade(gapBetween(story, other));
      return { other, excess: likeness - neededToMerge(meanTerms(story, other), isOwn(other)) };
    }),
  )
    .filter(({ excess }) => excess >= 0)
    .sort((a, b) => b.excess - a.excess || a.other.key - b.other.key);
  return best ? direct(story, best.other, guard) : null;
}

const mayMerge = (a: StoryState, b: StoryState, guard: MergeGuard): boolean =>
  !guard.isApart(a.key, b.key) && !(guard.isHeld(a.key) && guard.isHeld(b.key));

function direct(a: StoryState, b: StoryState, guard: MergeGuard): { from: StoryState; into: StoryState } {
  const heldFirst = Number(guard.isHeld(b.key)) - Number(guard.isHeld(a.key));
  const aGoesOn = (heldFirst || b.members.length - a.members.length || a.key - b.key) < 0;
  return aGoesOn ? { from: b, into: a } : { from: a, into: b };
}

/** Geometric mean of what the two stories' articles have on average: a headline beside a text is short. */
const meanTerms = (a: StoryState, b: StoryState): number => Math.sqrt((a.termTotal / a.members.length) * (b.termTotal / b.members.length));

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
