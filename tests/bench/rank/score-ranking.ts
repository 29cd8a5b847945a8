export type RankingScore = { auc: number; mrr: number; ndcg5: number; ndcg10: number };
export const rankingMetrics = ["auc", "mrr", "ndcg5", "ndcg10"] as const;

/**
 * How well scores put what was opened before what was not, of one occasion. Ties count half in AUC; in the others they
 * are broken by the order given, which the caller shuffles.
 *
 * Source: the measures of the MIND news recommendation task, by occasion
 */
export function scoreRanking(scores: readonly number[], opened: readonly boolean[]): RankingScore {
  const places = scores.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const hits = places.map((index) => (opened[index] ? 1 : 0));
  const count = opened.filter(Boolean).length;
  const reciprocal = hits.reduce((sum: number, hit, place) => sum + hit / (place + 1), 0) / Math.max(1, count);
  return { auc: areaUnderCurve(scores, opened), mrr: reciprocal, ndcg5: gain(hits, count, 5), ndcg10: gain(hits, count, 10) };
}

/** The means over occasions. */
export function meanScores(scores: readonly RankingScore[]): RankingScore {
  const mean = (metric: keyof RankingScore): number => scores.reduce((sum, score) => sum + score[metric], 0) / Math.max(1, scores.length);
  return { auc: mean("auc"), mrr: mean("mrr"), ndcg5: mean("ndcg5"), ndcg10: mean("ndcg10") };
}

function gain(hits: readonly number[], count: number, depth: number): number {
  const got = hits.slice(0, depth).reduce((sum, hit, place) => sum + hit / Math.log2(place + 2), 0);
  const best = hits.slice(0, Math.min(depth, count)).reduce((sum, _, place) => sum + 1 / Math.log2(place + 2), 0);
  return best === 0 ? 0 : got / best;
}

function areaUnderCurve(scores: readonly number[], opened: readonly boolean[]): number {
  const good = scores.filter((_, index) => opened[index]);
  const bad = scores.filter((_, index) => !opened[index]);
  let wins = 0;
  for (const high of good) for (const low of bad) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return wins / Math.max(1, good.length * bad.length);
}
