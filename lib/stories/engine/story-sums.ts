import { unit } from "./term-table";
import type { Member, StoryState } from "./types";
import { addVectors, type Dot, takeVector, weighAgainst } from "./weigh-against";

const unitSquares = unit * unit;
/** A sum is kept of stories with so many articles; of fewer, going through their vectors costs no more and keeps nothing. */
const sumMembersMin = 16;

/** An empty story. */
export const openStory = (key: number): StoryState => ({ key, members: [], sum: null, squares: 0, termTotal: 0 });

/** Puts a member that is in no story into this one. */
export function attach(member: Member, story: StoryState): void {
  const { vector } = member;
  story.squares += 2 * sharedWith(story, vector) + squaresOf(vector);
  story.members.push(member);
  member.story = story;
  story.termTotal += vector.length / 2;
  if (story.sum) story.sum = addVectors(story.sum, vector);
  else if (story.members.length >= sumMembersMin) story.sum = story.members.map((each) => each.vector).reduce(addVectors);
}

/** Takes a member out of its story. @returns the story it was in, empty perhaps */
export function detach(member: Member): StoryState {
  const { story, vector } = member;
  if (!story) throw new Error(`Article ${member.id} is in no story.`);
  story.squares += squaresOf(vector) - 2 * sharedWith(story, vector);
  story.members.splice(story.members.indexOf(member), 1);
  member.story = null;
  story.termTotal -= vector.length / 2;
  if (story.sum) story.sum = story.members.length < sumMembersMin ? null : takeVector(story.sum, vector);
  return story;
}

/** Whether this publisher, and no other, wrote all of these; where none is stated nobody can say. */
export const isOfOne = (members: readonly Member[], publisher: number): boolean =>
  publisher !== 0 && members.every((member) => member.publisher === publisher);

/** The vectors that a story's sum is made of: many articles' as one. */
export const vectorsOf = ({ sum, members }: Pick<StoryState, "sum" | "members">): Uint32Array[] =>
  sum ? [sum] : members.map(({ vector }) => vector);

/** Cosine of the article that is held with the centroid of a story, 0 to 1. */
export const centroidLikeness = (dot: Dot, story: StoryState): number => cosine(dotAll(dot, story), story);

/** Cosine with the centroid of the story that is held of an article, 0 to 1. */
export const likenessToHeld = (dot: Dot, story: StoryState, { vector }: Member): number => cosine(dot(vector), story);

const cosine = (shared: number, { squares }: StoryState): number => (squares === 0 ? 0 : shared / Math.sqrt(unitSquares * squares));

/** Cosine of the story that is held with another, 0 to 1. @param squares the squared length of the held one's sum */
export function storyLikeness(dot: Dot, squares: number, other: StoryState): number {
  return squares === 0 || other.squares === 0 ? 0 : dotAll(dot, other) / Math.sqrt(other.squares * squares);
}

/** Cosine of the article that is held with another, 0 to 1. */
export const memberLikeness = (dot: Dot, { vector }: Member): number => dot(vector) / unitSquares;

const sharedWith = (story: StoryState, vector: Uint32Array): number => weighAgainst([vector], (dot) => dotAll(dot, story));

function dotAll(dot: Dot, { sum, members }: StoryState): number {
  if (sum) return dot(sum);
  let total = 0;
  for (const { vector } of members) total += dot(vector);
  return total;
}

function squaresOf(vector: Uint32Array): number {
  let squares = 0;
  for (let at = 1; at < vector.length; at += 2) squares += (vector[at] ?? 0) ** 2;
  return squares;
}
