/** A key's weight falls to half by this place of an article's own list. */
const halfPlace = 12;

/**
 * The keys that most lists have in common, the earlier in each list the better. Ties in the order of the alphabet.
 *
 * @param lists of one story's articles, the strongest key of each first
 */
export function rankKeys(lists: readonly (readonly string[])[], take: number): string[] {
  const weights = new Map<string, number>();
  for (const keys of lists) {
    for (const [place, key] of keys.entries()) weights.set(key, (weights.get(key) ?? 0) + halfPlace / (halfPlace + place));
  }
  return [...weights]
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || (a < b ? -1 : 1))
    .slice(0, take)
    .map(([key]) => key);
}
