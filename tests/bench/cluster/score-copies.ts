import { harmonic } from "./score-partition";

/** How well copies were found. */
export type CopyScore = { precision: number; recall: number; f1: number };

/**
 * Scores what a stream's articles were said to repeat. An article is a copy if one before it has its root; it is found
 * if the article it is said to repeat has that root as well.
 *
 * @param roots of each article, the article that its text goes back to
 * @param ids and @param copyOf of each article, in the order of the stream
 */
export function scoreCopies(ids: readonly string[], roots: readonly string[], copyOf: readonly (string | null)[]): CopyScore {
  const rootOf = new Map(ids.map((id, index) => [id, roots[index] ?? id]));
  const seen = new Set<string>();
  let [copies, said, right] = [0, 0, 0];
  for (const [index, root] of roots.entries()) {
    const of = copyOf[index] ?? null;
    if (seen.has(root)) copies += 1;
    seen.add(root);
    if (of !== null) said += 1;
    if (of !== null && rootOf.get(of) === root) right += 1;
  }
  const [precision, recall] = [right / Math.max(1, said), right / Math.max(1, copies)];
  return { precision, recall, f1: harmonic(precision, recall) };
}
