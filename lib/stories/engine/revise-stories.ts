import { findMerge, type MergeGuard } from "./merge-stories";
import { findSplit } from "./split-story";
import type { StorySet } from "./story-set";
import type { StoryState } from "./types";

/** A story is looked through for a second event whenever it has doubled. */
const firstLook = 8;

/**
 * Merges a story that has grown with those near it that turn out to be the same event, one after another.
 *
 * @returns the merges in their order, by key
 */
export function mergeAround(
  grown: StoryState,
  near: readonly StoryState[],
  set: StorySet,
  guard: MergeGuard,
): { from: number; into: number }[] {
  const merged: { from: number; into: number }[] = [];
  let story = grown;
  for (;;) {
    const found = findMerge(story, near.filter(set.isLive), guard);
    if (!found) return merged;
    set.move([...found.from.members], found.into);
    merged.push({ from: found.from.key, into: found.into.key });
    story = found.into;
  }
}

/** Parts a story that holds two events, when it has just doubled. @returns the split, or none */
export function splitGrown(
  story: StoryState,
  set: StorySet,
  guard: MergeGuard,
  newKey: () => number,
): { from: number; into: number; ids: number[] }[] {
  const size = story.members.length;
  const hasDoubled = size >= firstLook && (size & (size - 1)) === 0;
  const part = hasDoubled && !guard.isHeld(story.key) ? findSplit(story) : null;
  if (!part) return [];
  const opened = set.storyOf(newKey());
  set.move(part, opened);
  return [{ from: story.key, into: opened.key, ids: part.map(({ id }) => id) }];
}
