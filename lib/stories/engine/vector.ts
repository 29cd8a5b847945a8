/** Of one term: the low and the high half of its number, and its weight. */
const shortsPerTerm = 3;
const weightMax = 0xffff;

/**
 * Terms by number with their weights, three whole numbers of 16 bits a term: there are a hundred of them for every
 * article of three days. They stand among others' numbers, `from` the first of theirs on.
 */
export type Vector = { numbers: Uint16Array; from: number; termCount: number };

/** The number of a vector's term, by its place from 0. */
export function termAt({ numbers, from }: Vector, index: number): number {
  const at = from + index * shortsPerTerm;
  return (numbers[at] ?? 0) | ((numbers[at + 1] ?? 0) << 16);
}

/** The weight of a vector's term, by its place from 0. */
export const weightAt = ({ numbers, from }: Vector, index: number): number => numbers[from + index * shortsPerTerm + 2] ?? 0;

/** Where the numbers behind the terms begin. */
export const endOfTerms = ({ from, termCount }: Vector): number => from + termCount * shortsPerTerm;

/**
 * A vector of these terms in this order. A weight beyond 16 bits stands in parts, each with its term: whatever is
 * summed over terms comes to the same.
 */
export function toVector(terms: readonly number[], weights: readonly number[]): Vector {
  const shorts: number[] = [];
  for (const [index, term] of terms.entries()) {
    for (let left = weights[index] ?? 0; left > 0; left -= weightMax) {
      shorts.push(term & 0xffff, term >>> 16, Math.min(left, weightMax));
    }
  }
  return { numbers: Uint16Array.from(shorts), from: 0, termCount: shorts.length / shortsPerTerm };
}
