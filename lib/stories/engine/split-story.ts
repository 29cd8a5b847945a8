import { constants } from "./constants";
import { neededToMerge } from "./likeness";
import { attach, likenessToHeld, openStory, storyLikeness, vectorsOf } from "./story-sums";
import type { Member, StoryState } from "./types";
import { weighAgainst } from "./weigh-against";

/** A part smaller than this is a stray article or two, not an event of its own. */
const partMin = 3;
const rounds = 4;

/**
 * Looks for two events in one story: parts it in two around its least likely pair, and asks whether the halves are so
 * unlike that they would never have been merged.
 *
 * @returns the members of the younger half, or null where it is one event
 */
export function findSplit(story: StoryState): Member[] | null {
  const members = [...story.members].sort((a, b) => a.atMs - b.atMs || a.id - b.id);
  if (members.length < partMin * 2) return null;
  const halves = bisect(members, story);
  const [first, second] = halves.map(gather);
  if (!first || !second || first.members.length < partMin || second.members.length < partMin) return null;
  const needed = neededToMerge(story.termTotal / members.length, false) * constants.splitShare;
  if (weighAgainst(vectorsOf(second), (dot) => storyLikeness(dot, second.squares, first)) >= needed) return null;
  const older = members[0];
  return halves.find((half) => older !== undefined && !half.includes(older)) ?? null;
}

/** Two means on the cosine, begun at the member least like the whole and the one least like that. */
function bisect(members: readonly Member[], story: StoryState): [Member[], Member[]] {
  const firstSeed = least(members, story);
  const secondSeed = least(members, gather([firstSeed]));
  let halves: [Member[], Member[]] = [[firstSeed], [secondSeed]];
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = [gather(halves[0]), gather(halves[1])];
    const [toFirst, toSecond] = [likenesses(members, a), likenesses(members, b)];
    const isFirst = (index: number): boolean => (toFirst[index] ?? 0) >= (toSecond[index] ?? 0);
    halves = [members.filter((_, index) => isFirst(index)), members.filter((_, index) => !isFirst(index))];
  }
  return halves;
}

function least(members: readonly Member[], story: StoryState): Member {
  const found = likenesses(members, story);
  const ranked = members
    .map((member, index) => ({ member, likeness: found[index] ?? 0 }))
    .sort((a, b) => a.likeness - b.likeness || a.member.id - b.member.id);
  const [first] = ranked;
  if (!first) throw new Error("A story without articles has no halves.");
  return first.member;
}

/** Of each member its cosine with the centroid of a story, 0 to 1. */
function likenesses(members: readonly Member[], story: StoryState): number[] {
  return weighAgainst(vectorsOf(story), (dot) => members.map((member) => likenessToHeld(dot, story, member)));
}

/** These members as a story of their own, for weighing only: they stay where they are. */
function gather(members: readonly Member[]): StoryState {
  const story = openStory(0);
  for (const member of members) attach({ ...member }, story);
  return story;
}
