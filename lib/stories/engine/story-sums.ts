import { unit } from "./term-table";
import type { Member, StoryState } from "./types";
import { type Vector, weightAt } from "./vector";
import { type Dot, sumVectors, takeVector, weighAgainst } from "./weigh-against";

const unitSquares = unit * unit;
/** A sum is kept of stories with so many articles; of fewer, going through their vectors costs no more and keeps nothing. */
const sumMembersMin = 16;

/** An empty story. */
export const openStory = (key: number): StoryState => ({ key, members: [], sum: null, squares: 0, termTotal: 0 });

/** Puts a member that is in no story into this one. */
export function attach(member: Member, story: StoryState): void {
  story.squares += 2 * sharedWith(story, member) + squaresOf(member);
  story.members.push(member);
  member.story = story;
  story.termTotal += member.termCount;
  if (story.sum) story.sum = sumVectors([story.sum, member]);
  else if (story.members.length >= sumMembersMin) story.sum = sumVectors(story.members);
}

/** Takes a member out of its story. @returns the story it was in, empty perhaps */
export function detach(member: Member): StoryState {
  const { story } = member;
  if (!story) throw new Error(`Article ${member.id} is in no story.`);
  story.squares += squaresOf(member) - 2 * sharedWith(story, member);
  story.members.splice(story.members.indexOf(member), 1);
  member.story = null;
  story.termTotal -= member.termCount;
  if (story.sum) story.sum = story.members.length < sumMembersMin ? null : takeVector(story.sum, member);
  return story;
}

/** Whether this publisher, and no other, wrote all of these; where none is stated nobody can say. */
export const isOfOne = (members: readonly Member[], publisher: number): boolean =>
  publisher !== 0 && members.every((member) => member.publisher === publisher);

/** The vectors that a story's sum is made of: many articles' as one. */
export const vectorsOf = ({ sum, members }: Pick<StoryState, "sum" | "members">): readonly Vector[] => (sum ? [sum] : members);

/** Cosine of the article that is held with the centroid of a story, 0 to 1. */
export const centroidLikeness = (dot: Dot, story: StoryState): number => cosine(dotAll(dot, story), story);

/** Cosine with the centroid of the story that is held of an article, 0 to 1. */
export const likenessToHeld = (dot: Dot, story: StoryState, member: Member): number => cosine(dot(member), story);

const cosine = (shared: number, { squares }: StoryState): number => (squares === 0 ? 0 : shared / Math.sqrt(unitSquares * squares));

/** Cosine of the story that is held with another, 0 to 1. @param squares the squared length of the held one's sum */
export function storyLikeness(dot: Dot, squares: number, other: StoryState): number {
  return squares === 0 || other.squares === 0 ? 0 : dotAll(dot, other) / Math.sqrt(other.squares * squares);
}

/** Cosine of the article that is held with another, 0 to 1. */
export const memberLikeness = (dot: Dot, member: Member): number => dot(member) / unitSquares;

const sharedWith = (story: StoryState, vector: Vector): number => weighAgainst([vector], (dot) => dotAll(dot, story));

function dotAll(dot: Dot, { sum, members }: StoryState): number {
  if (sum) return dot(sum);
  let total = 0;
  for (const member of members) total += dot(member);
  return total;
}

function squaresOf(vector: Vector): number {
  let squares = 0;
  for (let index = 0; index < vector.termCount; index += 1) squares += weightAt(vector, index) ** 2;
  return squares;
}
