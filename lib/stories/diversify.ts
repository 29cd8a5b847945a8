/** Within this many first places a publisher may stand at most `perPublisherMax` times. */
const watchedPlaces = 10;
const perPublisherMax = 2;

/**
 * Takes the first `take` of a ranked list, holding back any publisher that already stands twice among
 * the first ten places. What was held back follows in its old order once the ten are filled.
 *
 * @param ranked best first
 * @returns at most `take` items; all of them when fewer publishers than places exist
 */
export function diversify<T>(ranked: readonly T[], publisherOf: (item: T) => string, take: number): T[] {
  const placed: T[] = [];
  const heldBack: T[] = [];
  const counts = new Map<string, number>();
  for (const item of ranked) {
    const publisher = publisherOf(item);
    const count = counts.get(publisher) ?? 0;
    if (placed.length < watchedPlaces && count >= perPublisherMax) {
      heldBack.push(item);
      continue;
    }
    counts.set(publisher, count + 1);
    placed.push(item);
  }
  const head = placed.slice(0, watchedPlaces);
  const kept = new Set([...placed.slice(watchedPlaces), ...heldBack]);
  return [...head, ...ranked.filter((item) => kept.has(item))].slice(0, take);
}
