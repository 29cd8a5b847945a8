/** Within this many first places limits are watched. */
const watchedPlaces = 10;

/** At most `max` of the watched places go to one key. */
export type Limit<T> = { keyOf: (item: T) => string; max: number };

/**
 * Takes the first `take` of a ranked list, holding back whatever would break a limit within the first ten places. What
 * was held back follows in its old order once the ten are filled.
 *
 * @param ranked best first
 * @returns at most `take` items; all of them when too few keys exist to fill the ten
 */
export function diversify<T>(ranked: readonly T[], limits: readonly Limit<T>[], take: number): T[] {
  const head: T[] = [];
  const counts = new Map<string, number>();
  for (const item of ranked) {
    if (head.length === watchedPlaces) break;
    const keys = limits.map(({ keyOf }, index) => `${index} ${keyOf(item)}`);
    if (keys.some((key, index) => (counts.get(key) ?? 0) >= (limits[index]?.max ?? 0))) continue;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    head.push(item);
  }
  const placed = new Set(head);
  return [...head, ...ranked.filter((item) => !placed.has(item))].slice(0, take);
}
