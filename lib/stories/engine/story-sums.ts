import { addTermSums, dotTermSums, dotWithVector, squaresOf, type TermSum, toTermSum } from "./term-sum";
import { unit } from "./term-table";
import type { Member, StoryState } from "./types";

const unitSquares = unit * unit;

/** An empty story. */
export const openStory = (key: number): StoryState => ({ key, members: new Set(), sum: null, squares: 0, termTotal: 0 });

/** Puts a member that is in no story into this one. */
export function attach(member: Member, story: StoryState): void {
  const own = toTermSum(member.vector);
  const before = story.members.size > 0 ? sumOf(story) : null;
  story.members.add(member);
  member.story = story;
  story.termTotal += member.vector.length / 2;
  story.sum = before && addTermSums(before, own, 1);
  story.squares = squaresOf(story.sum ?? own);
}

/** The sum of a story's vectors and its squared length: what many others are held against is found once. */
export type Centroid = { sum: TermSum; squares: number };

/** The centroid of a story, of one article as well. */
export const centroidOf = (story: StoryState): Centroid => ({ sum: sumOf(story), squares: story.squares });

const sumOf = (story: StoryState): TermSum => story.sum ?? toTermSum(onlyOf(story).vector);

/** Takes a member out of its story. @returns the story it was in, empty perhaps */
export function detach(member: Member): StoryState {
  const { story } = member;
  if (!story) throw new Error(`Article ${member.id} is in no story.`);
  story.members.delete(member);
  member.story = null;
  story.termTotal -= member.vector.length / 2;
  const left = story.sum && addTermSums(story.sum, toTermSum(member.vector), -1);
  story.squares = left ? squaresOf(left) : 0;
  // The sum of one is that one.
  story.sum = story.members.size > 1 ? left : null;
  return story;
}

/** Cosine of an article with the centroid of a story, 0 to 1. */
export function centroidLikeness(vector: Uint32Array, story: StoryState): number {
  if (story.squares === 0) return 0;
  return dotWithVector(sumOf(story), vector) / Math.sqrt(unitSquares * story.squares);
}

/** Cosine of a story with the centroid of another, 0 to 1. */
export function storyLikeness(story: StoryState, other: Centroid): number {
  if (story.squares === 0 || other.squares === 0) return 0;
  const dot = story.sum ? dotTermSums(story.sum, other.sum) : dotWithVector(other.sum, onlyOf(story).vector);
  return dot / Math.sqrt(story.squares * other.squares);
}

/** Cosine of two articles, 0 to 1. @param weights the one's, by term */
export function memberLikeness(weights: ReadonlyMap<number, number>, { vector }: Member): number {
  let dot = 0;
  for (let at = 0; at < vector.length; at += 2) dot += (weights.get(vector[at] ?? 0) ?? 0) * (vector[at + 1] ?? 0);
  return dot / unitSquares;
}

/** An article's vector as a map of weights by term. */
export function weightsOf(vector: Uint32Array): Map<number, number> {
  const weights = new Map<number, number>();
  for (let at = 0; at < vector.length; at += 2) weights.set(vector[at] ?? 0, vector[at + 1] ?? 0);
  return weights;
}

function onlyOf({ key, members }: StoryState): Member {
  for (const member of members) return member;
  throw new Error(`Story ${key} has no articles.`);
}
