export type Overlap = { precision: number; recall: number; f1: number };

const shingleWords = 4;

/**
 * How far an extracted text agrees with the true one, by shared runs of four words, each as often as it occurs.
 *
 * @returns null where both are empty
 * Source: scrapinghub/article-extraction-benchmark, evaluate.py
 */
export function shingleOverlap(truth: string, found: string): { tp: number; fp: number; fn: number } {
  const expected = shingles(truth);
  const actual = shingles(found);
  let tp = 0;
  let fp = 0;
  for (const [key, count] of actual) {
    const shared = Math.min(count, expected.get(key) ?? 0);
    tp += shared;
    fp += count - shared;
  }
  let total = 0;
  for (const count of expected.values()) total += count;
  return { tp, fp, fn: total - tp };
}

function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  const last = words.length === 0 ? -1 : Math.max(0, words.length - shingleWords);
  for (let at = 0; at <= last; at += 1) {
    const key = words.slice(at, at + shingleWords).join(" ");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** F1 of the mean precision and the mean recall over pages, as that benchmark defines it. */
export function meanOverlap(pages: readonly { tp: number; fp: number; fn: number }[]): Overlap {
  const precision = mean(pages.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp)));
  const recall = mean(pages.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)));
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const mean = (values: number[]): number => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length);
