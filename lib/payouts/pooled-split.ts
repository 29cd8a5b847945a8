import { splitFee } from "./split-fee";

/** A title's reads of a month by all who paid in one currency, in thousandths of whole readings. */
export type TitleReads = { publisherId: number; weight: number };

/** `poolMinor`: its part of the pool. `pooledMinor`: for comparison, its part had all money been one pot. */
export type PooledTitle = { publisherId: number; poolMinor: number; pooledMinor: number };

/**
 * Divides the pool among titles by all reads of the month, and tells beside it what one pot for everybody would have
 * paid each of them.
 *
 * @param money `poolMinor`: what there is to divide, >= 0; `earnedMinor`: what readers' own money paid to titles
 * @returns none where nothing was read: the pool then waits for the next month
 */
export function pooledSplit(money: { poolMinor: number; earnedMinor: number }, titles: readonly TitleReads[]): PooledTitle[] {
  const parts = titles.filter(({ weight }) => weight > 0).map(({ publisherId, weight }) => ({ key: publisherId, weight }));
  if (parts.length === 0) return [];
  const pool = splitFee(money.poolMinor, parts);
  const pooled = splitFee(money.poolMinor + money.earnedMinor, parts);
  return parts.map(({ key }, index) => ({ publisherId: key, poolMinor: pool[index] ?? 0, pooledMinor: pooled[index] ?? 0 }));
}
