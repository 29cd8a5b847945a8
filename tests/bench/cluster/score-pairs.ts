/** The likeness of a pair and what it should be. */
export type ScoredPair = { score: number; truth: number };

/** The chance that a pair of one story (truth 1) scores higher than one of two (truth 0); a tie counts half. */
export function areaUnderCurve(pairs: readonly ScoredPair[]): number {
  const same = pairs.filter(({ truth }) => truth === 1);
  const different = pairs.filter(({ truth }) => truth === 0);
  let won = 0;
  for (const { score } of same) for (const other of different) won += score > other.score ? 1 : score === other.score ? 0.5 : 0;
  return won / Math.max(1, same.length * different.length);
}

/** Pearson's correlation of scores with their truth. */
export function correlate(pairs: readonly ScoredPair[]): number {
  const meanScore = mean(pairs.map(({ score }) => score));
  const meanTruth = mean(pairs.map(({ truth }) => truth));
  let [together, ofScore, ofTruth] = [0, 0, 0];
  for (const { score, truth } of pairs) {
    together += (score - meanScore) * (truth - meanTruth);
    ofScore += (score - meanScore) ** 2;
    ofTruth += (truth - meanTruth) ** 2;
  }
  return together / Math.sqrt(ofScore * ofTruth);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
