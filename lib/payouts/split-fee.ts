/** Something that takes part in a division. `weight`: whole, >= 0; `key` breaks ties, the smaller first. */
export type Part = { key: number; weight: number };

/**
 * Divides an amount by weights into whole minor units that sum to it exactly: each gets its share rounded down, and
 * what is left goes one by one to the largest remainders.
 *
 * @param amountMinor whole, >= 0
 * @returns the amounts in the order of the parts; none is more than a unit from its exact share
 * @throws RangeError where there is an amount and nobody with a weight
 * Source: largest remainder method (Hamilton)
 */
export function splitFee(amountMinor: number, parts: readonly Part[]): number[] {
  const total = parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  if (total === 0n) {
    if (amountMinor !== 0) throw new RangeError("There is nobody to divide an amount among.");
    return parts.map(() => 0);
  }
  const shares = parts.map(({ key, weight }, index) => {
    const product = BigInt(amountMinor) * BigInt(weight);
    return { key, index, whole: Number(product / total), remainder: product % total };
  });
  const amounts = shares.map(({ whole }) => whole);
  const left = amountMinor - amounts.reduce((sum, whole) => sum + whole, 0);
  const byRemainder = shares.toSorted((one, other) => compare(other.remainder, one.remainder) || one.key - other.key);
  for (const { index, whole } of byRemainder.slice(0, left)) amounts[index] = whole + 1;
  return amounts;
}

const compare = (one: bigint, other: bigint): number => (one < other ? -1 : Number(one > other));
