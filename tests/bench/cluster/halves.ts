import { sha256Hex } from "@/lib/core/hash";
import { seededRandom } from "@/tests/support/seeded-random";

/** Thresholds were tuned on the half with even keys (first byte of the SHA-256), never on the other. */
export const isTuned = (key: string): boolean => Number.parseInt(sha256Hex(key).slice(0, 2), 16) % 2 === 0;

/** The list in another order, the same for the same seed. */
export function shuffle<T>(list: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return list
    .map((value, index) => ({ value, index, rank: random() }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ value }) => value);
}
