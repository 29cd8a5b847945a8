/** Weights by term, both in the order of the terms' numbers: a map would take five times the memory. */
export type TermSum = { terms: Uint32Array; weights: Uint32Array };

/** A vector as a sum of one. @param vector term number and weight by turns */
export function toTermSum(vector: Uint32Array): TermSum {
  const pairs = Array.from({ length: vector.length / 2 }, (_, at) => [vector[at * 2] ?? 0, vector[at * 2 + 1] ?? 0] as const);
  pairs.sort(([a], [b]) => a - b);
  return { terms: Uint32Array.from(pairs, ([term]) => term), weights: Uint32Array.from(pairs, ([, weight]) => weight) };
}

/** Greater than the number of any term. */
const beyond = Number.POSITIVE_INFINITY;

/** The sum with another added (1) or taken away (-1); a term that comes to nothing is left out. */
export function addTermSums(sum: TermSum, other: TermSum, sign: 1 | -1): TermSum {
  const terms = new Uint32Array(sum.terms.length + other.terms.length);
  const weights = new Uint32Array(terms.length);
  let length = 0;
  let left = 0;
  let right = 0;
  while (left < sum.terms.length || right < other.terms.length) {
    const term = Math.min(sum.terms[left] ?? beyond, other.terms[right] ?? beyond);
    const isLeft = Number(sum.terms[left] === term);
    const isRight = Number(other.terms[right] === term);
    const weight = isLeft * (sum.weights[left] ?? 0) + sign * isRight * (other.weights[right] ?? 0);
    left += isLeft;
    right += isRight;
    if (weight === 0) continue;
    terms[length] = term;
    weights[length] = weight;
    length += 1;
  }
  return { terms: terms.slice(0, length), weights: weights.slice(0, length) };
}

/** Sum of the products of weights that two sums give to the same terms. */
export function dotTermSums(a: TermSum, b: TermSum): number {
  const [small, large] = a.terms.length <= b.terms.length ? [a, b] : [b, a];
  let dot = 0;
  let at = 0;
  for (const [index, term] of small.terms.entries()) {
    at = seek(large.terms, term, at);
    if (large.terms[at] === term) dot += (small.weights[index] ?? 0) * (large.weights[at] ?? 0);
  }
  return dot;
}

/** The same of a sum and a vector. @param vector term number and weight by turns */
export function dotWithVector(sum: TermSum, vector: Uint32Array): number {
  let dot = 0;
  for (let at = 0; at < vector.length; at += 2) {
    const term = vector[at] ?? 0;
    const place = seek(sum.terms, term, 0);
    if (sum.terms[place] === term) dot += (sum.weights[place] ?? 0) * (vector[at + 1] ?? 0);
  }
  return dot;
}

/** Square of a sum's length. */
export function squaresOf({ weights }: TermSum): number {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return squares;
}

/** The first place from `from` on whose term is not less. */
function seek(terms: Uint32Array, term: number, from: number): number {
  let low = from;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? 0) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
