/** How well a partition agrees with the true one, each 0 to 1. */
export type PartitionScore = { precision: number; recall: number; f1: number; pairF1: number };

/**
 * BCubed precision, recall and F1, and F1 over pairs, of a partition given as a label for each article.
 *
 * Source: A. Bagga, B. Baldwin, Entity-based cross-document coreferencing using the vector space model (1998).
 *
 * @param truth the label of each article's true story, in the order of `found`
 */
export function scorePartition(truth: readonly string[], found: readonly string[]): PartitionScore {
  const [trueSizes, foundSizes] = [countEach(truth), countEach(found)];
  const both = countEach(truth.map((label, index) => joint(label, found[index] ?? "")));
  const mean = (sizes: ReadonlyMap<string, number>, labels: readonly string[]): number =>
    labels.reduce((sum, label, index) => {
      const shared = both.get(joint(truth[index] ?? "", found[index] ?? "")) ?? 0;
      return sum + shared / (sizes.get(label) ?? 1);
    }, 0) / Math.max(1, labels.length);
  const [precision, recall] = [mean(foundSizes, found), mean(trueSizes, truth)];
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    pairF1: harmonic(pairsIn(both) / Math.max(1, pairsIn(foundSizes)), pairsIn(both) / Math.max(1, pairsIn(trueSizes))),
  };
}

/** Harmonic mean; 0 where both are. */
export const harmonic = (a: number, b: number): number => (a + b === 0 ? 0 : (2 * a * b) / (a + b));

/** How often each label stands in a list. */
export function countEach(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

const joint = (a: string, b: string): string => `${a}\n${b}`;

const pairsIn = (sizes: ReadonlyMap<string, number>): number => [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
