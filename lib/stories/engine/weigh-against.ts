import { termAt, toVector, type Vector, weightAt } from "./vector";

/** Sum of the products of the weights that a vector and the one held give to the same terms. */
export type Dot = (vector: Vector) => number;

/** Weights by term number. Empty between calls, so all windows can use the same. */
let scale = new Uint32Array(4_096);
let isHeld = false;

/**
 * Holds vectors against the sum of these: weights by term number, read at once, where a map or a search would take
 * ten times as long.
 *
 * @param weigh may not call this function again: there is one scale
 * @returns what `weigh` does
 */
export function weighAgainst<T>(vectors: readonly Vector[], weigh: (dot: Dot) => T): T {
  if (isHeld) throw new Error("Something else is on the scale.");
  isHeld = true;
  try {
    for (const vector of vectors) put(vector);
    return weigh(dot);
  } finally {
    for (const vector of vectors) clear(vector);
    isHeld = false;
  }
}

/** The sum of vectors, as a vector without order. */
export const sumVectors = (vectors: readonly Vector[]): Vector => weighAgainst(vectors, () => lift(vectors));

/** A sum without one of the vectors in it; terms that come to nothing are left out. */
export const takeVector = (sum: Vector, vector: Vector): Vector =>
  weighAgainst([sum], () => {
    for (let index = 0; index < vector.termCount; index += 1) {
      const term = termAt(vector, index);
      scale[term] = (scale[term] ?? 0) - weightAt(vector, index);
    }
    return lift([sum]);
  });

/** What the scale holds of these vectors' terms, which it then holds no more. */
function lift(vectors: readonly Vector[]): Vector {
  const terms: number[] = [];
  const weights: number[] = [];
  for (const vector of vectors) {
    for (let index = 0; index < vector.termCount; index += 1) {
      const term = termAt(vector, index);
      const weight = scale[term] ?? 0;
      if (weight === 0) continue;
      scale[term] = 0;
      terms.push(term);
      weights.push(weight);
    }
  }
  return toVector(terms, weights);
}

function dot(vector: Vector): number {
  let sum = 0;
  for (let index = 0; index < vector.termCount; index += 1) sum += (scale[termAt(vector, index)] ?? 0) * weightAt(vector, index);
  return sum;
}

function put(vector: Vector): void {
  for (let index = 0; index < vector.termCount; index += 1) {
    const term = termAt(vector, index);
    if (term >= scale.length) widen(term);
    scale[term] = (scale[term] ?? 0) + weightAt(vector, index);
  }
}

function clear(vector: Vector): void {
  for (let index = 0; index < vector.termCount; index += 1) scale[termAt(vector, index)] = 0;
}

function widen(term: number): void {
  const wider = new Uint32Array(2 ** Math.ceil(Math.log2(term + 2)));
  wider.set(scale);
  scale = wider;
}
