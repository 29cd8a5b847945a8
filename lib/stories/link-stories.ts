/** What of a story ties it to others: `keys` are terms for its own language, names and figures for others. */
export type LinkedFacts = { id: number; keys: readonly string[]; firstAt: Date; lastAt: Date };

export type StoryTie = { fromId: number; toId: number; kind: "earlier" | "later" | "language" | "near"; score: number };

/** How rare a key is: its weight, greater than 0. */
export type KeyWeight = (key: string) => number;

/** Below this two stories have words in common, not matter. */
const nearMin = 0.2;
/** From here on one led to the other; chosen on the bundled newsroom, where no two unlike events reach it. */
const linkMin = 0.38;
/** A name or a figure in common is chance. */
const languageKeysMin = 3;
const languageMin = 0.3;
/** The same event is told in other languages within a day and a half. */
const languageGapMs = 36 * 3_600_000;

/**
 * What a story has to do with others of its language: the likeness is the cosine of their strongest terms weighted by
 * rarity. Where it is great, the one that began first led to the other.
 *
 * @param others without the story itself
 * @returns likest first, ties to the later, then the lesser id
 */
export function tieStories(story: LinkedFacts, others: readonly LinkedFacts[], weight: KeyWeight): StoryTie[] {
  return others
    .map((other) => ({ other, score: cosine(story.keys, other.keys, weight).score }))
    .filter(({ score }) => score >= nearMin)
    .sort((a, b) => b.score - a.score || b.other.firstAt.getTime() - a.other.firstAt.getTime() || a.other.id - b.other.id)
    .map(({ other, score }) => ({ fromId: story.id, toId: other.id, score, kind: kindOf(story, other, score) }));
}

function kindOf(story: LinkedFacts, other: LinkedFacts, score: number): "earlier" | "later" | "near" {
  if (score < linkMin) return "near";
  const gap = other.firstAt.getTime() - story.firstAt.getTime();
  return gap < 0 || (gap === 0 && other.id < story.id) ? "earlier" : "later";
}

/**
 * The same event in other languages, as far as names in Latin script and figures tell: at least three in common, and
 * that much of what each names. Languages that spell every name their own way are found by figures alone, so seldom.
 */
export function tieLanguages(story: LinkedFacts, others: readonly LinkedFacts[], weight: KeyWeight): StoryTie[] {
  return others
    .filter((other) => gapMs(story, other) <= languageGapMs)
    .map((other) => ({ other, ...cosine(story.keys, other.keys, weight) }))
    .filter(({ score, shared }) => shared >= languageKeysMin && score >= languageMin)
    .sort((a, b) => b.score - a.score || a.other.id - b.other.id)
    .map(({ other, score }) => ({ fromId: story.id, toId: other.id, score, kind: "language" }));
}

const gapMs = (a: LinkedFacts, b: LinkedFacts): number =>
  Math.max(0, a.firstAt.getTime() - b.lastAt.getTime(), b.firstAt.getTime() - a.lastAt.getTime());

function cosine(own: readonly string[], other: readonly string[], weight: KeyWeight): { score: number; shared: number } {
  const known = new Set(own);
  const common = other.filter((key) => known.has(key));
  if (common.length === 0) return { score: 0, shared: 0 };
  return { score: squares(common, weight) / Math.sqrt(squares(own, weight) * squares(other, weight)), shared: common.length };
}

const squares = (keys: readonly string[], weight: KeyWeight): number => keys.reduce((sum, key) => sum + weight(key) ** 2, 0);
