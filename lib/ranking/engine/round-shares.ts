/**
 * Rounds parts to whole numbers that sum to a total exactly: what rounding down leaves over goes to the largest
 * remainders, ties to the earlier part.
 *
 * @param total a whole number, the rounded sum of the parts
 * @param parts of either sign
 */
export function roundShares(total: number, parts: readonly number[]): number[] {
  const shares = parts.map((part) => Math.floor(part) || 0);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  let left = total - shares.reduce((sum, share) => sum + share, 0);
  for (let turn = 0; left !== 0 && parts.length > 0; turn = (turn + 1) % parts.length) {
    const index = byRemainder[turn]?.index ?? 0;
    shares[index] = (shares[index] ?? 0) + Math.sign(left) || 0;
    left -= Math.sign(left);
  }
  return shares;
}
