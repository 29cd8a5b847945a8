import type { PairSide, SetArticle } from "./types";

/** Where no headline is, the beginning of the text stands for it. */
const openingWords = 30;

type Weights = Map<string, number>;
/** A single pass over a stream at one threshold. */
export type Baseline = (articles: readonly SetArticle[]) => (threshold: number) => string[];

/** Joins the nearest article by the Jaccard likeness of headlines' words. */
export const titleJaccard: Baseline = (articles) => {
  const nearest = findNearest(articles.map((article) => headWords(article)));
  return (threshold) => {
    const stories: string[] = [];
    for (const [index, { likeness, at }] of nearest.entries()) {
      stories.push(at >= 0 && likeness >= threshold ? (stories[at] ?? "") : String(index));
    }
    return stories;
  };
};

/** Joins the story with the nearest centroid by the cosine of words weighed by the whole set's rarity. */
export const plainTfIdf: Baseline = (articles) => {
  const vectors = weighAll(articles);
  return (threshold) => {
    const sums: { weights: Weights; squares: number }[] = [];
    const storiesOf = new Map<string, Set<number>>();
    return vectors.map((vector) => {
      const best = nearestCentroid(vector, sums, storiesOf);
      const joins = best !== null && best.likeness >= threshold;
      const story = joins ? best.story : sums.push({ weights: new Map(), squares: 0 }) - 1;
      addTo(sums[story], vector);
      for (const word of vector.keys()) storiesOf.set(word, (storiesOf.get(word) ?? new Set()).add(story));
      return String(story);
    });
  };
};

/** The Jaccard likeness of two headlines. */
export const jaccardOfPair = (a: PairSide, b: PairSide): number => jaccard(headWords(a), headWords(b));

/** The likeness of two of these texts by words weighed by rarity among them. */
export function openPairCosine(sides: readonly PairSide[]): (a: PairSide, b: PairSide) => number {
  const vectors = weighAll(sides);
  const vectorOf = new Map(sides.map((side, index) => [side, vectors[index] ?? new Map()] as const));
  return (a, b) => dot(vectorOf.get(a) ?? new Map(), vectorOf.get(b) ?? new Map());
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const headWords = ({ title, text }: { title: string; text: string }): Set<string> =>
  new Set(title === "" ? wordsOf(text).slice(0, openingWords) : wordsOf(title));

/** Each article's nearest among those before it. */
function findNearest(heads: readonly ReadonlySet<string>[]): { likeness: number; at: number }[] {
  const having = new Map<string, number[]>();
  return heads.map((head, index) => {
    const before = new Set([...head].flatMap((word) => having.get(word) ?? []));
    for (const word of head) having.set(word, [...(having.get(word) ?? []), index]);
    let best = { likeness: 0, at: -1 };
    for (const at of before) {
      const likeness = jaccard(head, heads[at] ?? new Set());
      if (likeness > best.likeness) best = { likeness, at };
    }
    return best;
  });
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Every text's words weighed by (1 + log times) × log(texts / texts with it), of length 1. */
function weighAll(texts: readonly { title: string; text: string }[]): Weights[] {
  const counts = texts.map(({ title, text }) => countWords(`${title} ${text}`));
  const texted = new Map<string, number>();
  for (const count of counts) for (const word of count.keys()) texted.set(word, (texted.get(word) ?? 0) + 1);
  return counts.map((count) => {
    const raw = [...count].map(
      ([word, times]) => [word, (1 + Math.log(times)) * Math.log((texts.length + 1) / (texted.get(word) ?? 1))] as const,
    );
    const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return new Map(raw.map(([word, weight]) => [word, weight / length]));
  });
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function nearestCentroid(
  vector: Weights,
  sums: readonly { weights: Weights; squares: number }[],
  storiesOf: ReadonlyMap<string, ReadonlySet<number>>,
): { story: number; likeness: number } | null {
  const dots = new Map<number, number>();
  for (const [word, weight] of vector) {
    for (const story of storiesOf.get(word) ?? []) dots.set(story, (dots.get(story) ?? 0) + weight * (sums[story]?.weights.get(word) ?? 0));
  }
  let best: { story: number; likeness: number } | null = null;
  for (const [story, value] of dots) {
    const likeness = value / Math.sqrt(sums[story]?.squares ?? 1);
    if (!best || likeness > best.likeness) best = { story, likeness };
  }
  return best;
}

function addTo(sum: { weights: Weights; squares: number } | undefined, vector: Weights): void {
  if (!sum) return;
  for (const [word, weight] of vector) {
    const before = sum.weights.get(word) ?? 0;
    sum.weights.set(word, before + weight);
    sum.squares += (before + weight) ** 2 - before ** 2;
  }
}

function dot(a: Weights, b: Weights): number {
  let sum = 0;
  for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
  return sum;
}
