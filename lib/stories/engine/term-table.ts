import { constants } from "./constants";
import { openPagedNumbers } from "./paged-numbers";
import type { CountedTerm } from "./read-terms";
import { termAt, toVector, type Vector } from "./vector";

/** Weights are whole numbers of this length, so that sums are exact in any order. */
export const unit = 10_000;

/** The terms of a window by number, and how many articles of the window have each. */
export type TermTable = {
  /** Numbers and weighs the terms of an article that comes: rarity is asked of the window with the article in it. */
  weigh: (terms: readonly CountedTerm[]) => { vector: Vector; terms: string[]; weights: number[] };
  /** Numbers terms that were weighed before. */
  vectorOf: (terms: readonly string[], weights: readonly number[]) => Vector;
  enter: (vector: Vector) => void;
  leave: (vector: Vector) => void;
  /** Forgets terms that no article has, once they are most; their numbers are given out again. @returns whether it did */
  compact: () => boolean;
};

/** Fewer idle terms than this are not worth a sweep. */
const idleTermsMin = 50_000;

/** Opens an empty table. */
export function openTermTable(): TermTable {
  const numbers = new Map<string, number>();
  const counts = openPagedNumbers();
  const free: number[] = [];
  let articles = 0;
  /** Terms with a number that no article has. */
  let idle = 0;

  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    // Every number given is in the map or free.
    const number = free.pop() ?? numbers.size;
    counts.set(number, 0);
    idle += 1;
    numbers.set(ownText(term), number);
    return number;
  };
  const change = (vector: Vector, by: 1 | -1): void => {
    for (let index = 0; index < vector.termCount; index += 1) {
      const term = termAt(vector, index);
      const before = counts.get(term);
      counts.set(term, before + by);
      if (before === 0) idle -= 1;
      else if (before + by === 0) idle += 1;
    }
  };
  const rarity = (term: string): number => {
    const number = numbers.get(term);
    const known = number === undefined ? 0 : counts.get(number);
    return Math.log((articles + 1 + constants.steadyArticles) / (known + 1.5));
  };
  const vectorOf = (terms: readonly string[], weights: readonly number[]): Vector => toVector(terms.map(numberOf), weights);
  return {
    vectorOf,
    weigh: (counted) => {
      const raw = counted.map(({ term, strength }) => ({ term, weight: strength * Math.max(0.01, rarity(term)) }));
      const length = Math.hypot(...raw.map(({ weight }) => weight)) || 1;
      const heaviest = raw
        .map(({ term, weight }) => ({ term, weight: Math.round((weight / length) * unit) }))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
      const terms = heaviest.map(({ term }) => term);
      const weights = heaviest.map(({ weight }) => weight);
      return { vector: vectorOf(terms, weights), terms, weights };
    },
    enter: (vector) => {
      articles += 1;
      change(vector, 1);
    },
    leave: (vector) => {
      articles -= 1;
      change(vector, -1);
    },
    compact: () => {
      // Asked after every article: the numbers are walked only when there is something to sweep.
      if (idle < idleTermsMin || idle * 2 < numbers.size) return false;
      for (const [term, number] of numbers) {
        if (counts.get(number) !== 0) continue;
        numbers.delete(term);
        free.push(number);
      }
      idle = 0;
      return true;
    },
  };
}

/** A copy: a word cut from a text keeps the whole text in memory for as long as it is held itself. */
const ownText = (term: string): string => Buffer.from(term, "utf16le").toString("utf16le");
