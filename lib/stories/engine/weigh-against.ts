/** Sum of the products of the weights that a vector and the one held give to the same terms. */
export type Dot = (vector: Uint32Array) => number;

/** Weights by term number. Empty between calls, so all windows can use the same. */
let scale = new Uint32Array(4_096);
let isHeld = false;

/**
 * Holds vectors against the sum of these: weights by term number, read at once, where a map or a search would take
 * ten times as long. A vector is term number and weight by turns, each term once.
 *
 * @param weigh may not call this function again: there is one scale
 * @returns what `weigh` does
 */
export function weighAgainst<T>(vectors: readonly Uint32Array[], weigh: (dot: Dot) => T): T {
  if (isHeld) throw new Error("Something else is on the scale.");
  isHeld = true;
  try {
    for (const vector of vectors) put(vector);
    return weigh(dot);
  } finally {
    for (const vector of vectors) take(vector);
    isHeld = false;
  }
}

/** The sum of two vectors, as a vector without order. */
export function addVectors(a: Uint32Array, b: Uint32Array): Uint32Array {
  return weighAgainst([b], () => {
    const sum = new Uint32Array(a.length + b.length);
    sum.set(a);
    for (let at = 0; at < a.length; at += 2) sum[at + 1] = (sum[at + 1] ?? 0) + lift(sum[at] ?? 0);
    let end = a.length;
    for (const term of b.filter((_, at) => at % 2 === 0)) {
      const weight = lift(term);
      if (weight === 0) continue;
      sum[end] = term;
      sum[end + 1] = weight;
      end += 2;
    }
    return sum.slice(0, end);
  });
}

/** A sum without one of the vectors in it; terms that come to nothing are left out. */
export function takeVector(sum: Uint32Array, vector: Uint32Array): Uint32Array {
  return weighAgainst([vector], () => {
    const left = new Uint32Array(sum.length);
    let end = 0;
    for (let at = 0; at < sum.length; at += 2) {
      const term = sum[at] ?? 0;
      const weight = (sum[at + 1] ?? 0) - (scale[term] ?? 0);
      if (weight === 0) continue;
      left[end] = term;
      left[end + 1] = weight;
      end += 2;
    }
    return left.slice(0, end);
  });
}

/** What the scale holds of a term, which it then holds no more. */
function lift(term: number): number {
  const weight = scale[term] ?? 0;
  if (weight > 0) scale[term] = 0;
  return weight;
}

function dot(vector: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at += 2) sum += (scale[vector[at] ?? 0] ?? 0) * (vector[at + 1] ?? 0);
  return sum;
}

function put(vector: Uint32Array): void {
  for (let at = 0; at < vector.length; at += 2) {
    const term = vector[at] ?? 0;
    if (term >= scale.length) widen(term);
    scale[term] = (scale[term] ?? 0) + (vector[at + 1] ?? 0);
  }
}

function take(vector: Uint32Array): void {
  for (let at = 0; at < vector.length; at += 2) scale[vector[at] ?? 0] = 0;
}

function widen(term: number): void {
  const wider = new Uint32Array(2 ** Math.ceil(Math.log2(term + 2)));
  wider.set(scale);
  scale = wider;
}
