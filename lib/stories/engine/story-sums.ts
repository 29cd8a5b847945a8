import { unit } from "./term-table";
import type { Member, StoryState } from "./types";

const unitSquares = unit * unit;

/** An empty story. */
export const openStory = (key: number): StoryState => ({ key, members: new Set(), sum: null, squares: 0, termTotal: 0 });

/** Puts a member that is in no story into this one. */
export function attach(member: Member, story: StoryState): void {
  const first = story.members.size === 1 ? [...story.members][0] : undefined;
  if (first && !story.sum) story.sum = sumOf(first.vector);
  story.members.add(member);
  member.story = story;
  story.termTotal += member.vector.length / 2;
  if (story.sum) addTo(story, member.vector, 1);
  else story.squares = squaresOf(member.vector);
}

/** Takes a member out of its story. @returns the story it was in, empty perhaps */
export function detach(member: Member): StoryState {
  const { story } = member;
  if (!story) throw new Error(`Article ${member.id} is in no story.`);
  story.members.delete(member);
  member.story = null;
  story.termTotal -= member.vector.length / 2;
  if (story.sum) addTo(story, member.vector, -1);
  const last = story.members.size === 1 ? [...story.members][0] : undefined;
  if (last) Object.assign(story, { sum: null, squares: squaresOf(last.vector) });
  if (story.members.size === 0) Object.assign(story, { sum: null, squares: 0 });
  return story;
}

/** Cosine of an article's weights with the centroid of a story, 0 to 1. */
export function centroidLikeness(weights: ReadonlyMap<number, number>, story: StoryState): number {
  if (story.squares === 0) return 0;
  return dotOf(weights, story) / Math.sqrt(unitSquares * story.squares);
}

/** Cosine of the centroids of two stories, 0 to 1. */
export function storyLikeness(a: StoryState, b: StoryState): number {
  if (a.squares === 0 || b.squares === 0) return 0;
  const [small, large] = termCount(a) <= termCount(b) ? [a, b] : [b, a];
  return dotOf(small.sum ?? sumOf(vectorOfOnly(small)), large) / Math.sqrt(a.squares * b.squares);
}

/** Cosine of two articles, 0 to 1. */
export function memberLikeness(weights: ReadonlyMap<number, number>, { vector }: Member): number {
  return dotWithVector(weights, vector) / unitSquares;
}

/** An article's vector as a map of weights by term. */
export function sumOf(vector: Uint32Array): Map<number, number> {
  const sum = new Map<number, number>();
  for (let at = 0; at < vector.length; at += 2) sum.set(vector[at] ?? 0, vector[at + 1] ?? 0);
  return sum;
}

function dotOf(weights: ReadonlyMap<number, number>, story: StoryState): number {
  if (!story.sum) return dotWithVector(weights, vectorOfOnly(story));
  let dot = 0;
  for (const [term, weight] of weights) dot += weight * (story.sum.get(term) ?? 0);
  return dot;
}

function dotWithVector(weights: ReadonlyMap<number, number>, vector: Uint32Array): number {
  let dot = 0;
  for (let at = 0; at < vector.length; at += 2) dot += (weights.get(vector[at] ?? 0) ?? 0) * (vector[at + 1] ?? 0);
  return dot;
}

function vectorOfOnly({ members }: StoryState): Uint32Array {
  for (const member of members) return member.vector;
  return new Uint32Array();
}

const termCount = (story: StoryState): number => story.sum?.size ?? vectorOfOnly(story).length / 2;

function squaresOf(vector: Uint32Array): number {
  let squares = 0;
  for (let at = 1; at < vector.length; at += 2) squares += (vector[at] ?? 0) ** 2;
  return squares;
}

function addTo(story: StoryState, vector: Uint32Array, sign: 1 | -1): void {
  const sum = story.sum ?? new Map<number, number>();
  for (let at = 0; at < vector.length; at += 2) {
    const term = vector[at] ?? 0;
    const before = sum.get(term) ?? 0;
    const after = before + sign * (vector[at + 1] ?? 0);
    story.squares += after * after - before * before;
    if (after === 0) sum.delete(term);
    else sum.set(term, after);
  }
  story.sum = sum;
}
