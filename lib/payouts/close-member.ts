import { feeOfMonth } from "./fee-of-month";
import { splitFee } from "./split-fee";
import type { Charge, DividedSlice, ReadFact, ReceiptDraft, Slice, TitleAmount, WeighedRead } from "./types";
import { weighReads } from "./weigh-reads";

/** A member's month: what was paid and is not divided yet, and everything that was read. */
export type MemberMonth = { charges: readonly Charge[]; facts: readonly ReadFact[]; until: Date; shareBasisPoints: number };

/**
 * Divides a member's fee of a month among the titles that this member read: first among titles by the weights of
 * their articles, then each title's amount among those. Whoever read nothing that counts pays into the pool, which all
 * reads of the month in that currency divide.
 *
 * @returns one draft a currency, in the order of their names; none where nothing is due
 */
export function closeMember({ charges, facts, until, shareBasisPoints }: MemberMonth): ReceiptDraft[] {
  const slices = charges.flatMap((charge) => feeOfMonth(charge, until, shareBasisPoints) ?? []);
  if (slices.length === 0) return [];
  const reads = weighReads(facts);
  const currencies = [...new Set(slices.map(({ currency }) => currency))].sort();
  return currencies.map((currency) =>
    draftReceipt(
      currency,
      slices.filter((slice) => slice.currency === currency),
      reads,
    ),
  );
}

function draftReceipt(currency: string, slices: readonly Slice[], reads: readonly WeighedRead[]): ReceiptDraft {
  const weights = titleWeights(reads);
  const divided = slices.map((slice) => ({ ...slice, titles: divideSlice(slice, weights) }));
  const isRead = weights.length > 0;
  const sum = (of: (slice: Slice) => number) => slices.reduce((total, slice) => total + of(slice), 0);
  const left = sum((slice) => slice.titlesMinor);
  return {
    currency,
    feeMinor: sum((slice) => slice.feeMinor),
    costMinor: sum((slice) => slice.costMinor),
    taxMinor: sum((slice) => slice.taxMinor),
    shareMinor: sum((slice) => slice.shareMinor),
    titlesMinor: isRead ? left : 0,
    poolMinor: isRead ? 0 : left,
    slices: divided,
    reads: divideTitles(divided, reads),
  };
}

type TitleWeight = { key: number; weight: number };

function titleWeights(reads: readonly WeighedRead[]): TitleWeight[] {
  const weights = new Map<number, number>();
  for (const { publisherId, weight } of reads) weights.set(publisherId, (weights.get(publisherId) ?? 0) + weight);
  return [...weights].map(([key, weight]) => ({ key, weight }));
}

function divideSlice({ titlesMinor }: Slice, weights: readonly TitleWeight[]): TitleAmount[] {
  if (weights.length === 0) return [];
  const amounts = splitFee(titlesMinor, weights);
  return weights.map(({ key: publisherId }, index) => ({ publisherId, amountMinor: amounts[index] ?? 0 }));
}

/** What each article got of its title's amount, over all slices. */
function divideTitles(slices: readonly DividedSlice[], reads: readonly WeighedRead[]): ReceiptDraft["reads"] {
  const amounts = new Map<number, number>();
  for (const { publisherId, amountMinor } of slices.flatMap(({ titles }) => titles))
    amounts.set(publisherId, (amounts.get(publisherId) ?? 0) + amountMinor);
  const byTitle = Map.groupBy(reads, ({ publisherId }) => publisherId);
  return [...byTitle].flatMap(([publisherId, own]) => {
    const parts = own.map(({ articleId, weight }) => ({ key: articleId, weight }));
    const divided = splitFee(amounts.get(publisherId) ?? 0, parts);
    return own.map((read, index) => ({ ...read, amountMinor: divided[index] ?? 0 }));
  });
}
