import type { Charge, DividedSlice, LedgerAccount, LedgerEntry, TitleAmount } from "./types";

/** Whether the entries of a transfer come to nothing in every currency, and none of them is nothing. */
export function isBalanced(entries: readonly LedgerEntry[]): boolean {
  const sums = new Map<string, number>();
  for (const { currency, amountMinor } of entries) sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  return entries.length > 0 && entries.every(({ amountMinor }) => amountMinor !== 0) && [...sums.values()].every((sum) => sum === 0);
}

/** A payment came in: it is the member's until its days have passed. */
export function receivedEntries({ amountMinor, currency }: Pick<Charge, "amountMinor" | "currency">): LedgerEntry[] {
  return collect(currency, [
    ["cash", amountMinor],
    ["prepaid", -amountMinor],
  ]);
}

/** What of a payment belongs to a month goes to costs, tax, us and the titles, or the pool. */
export function dividedEntries(slice: DividedSlice): LedgerEntry[] {
  const { currency, titles } = slice;
  const head = collect(currency, [
    ["prepaid", slice.feeMinor],
    ["costs", -slice.costMinor],
    ["tax", -slice.taxMinor],
    ["share", -slice.shareMinor],
    ["pool", titles.length === 0 ? -slice.titlesMinor : 0],
  ]);
  return [...head, ...payables(currency, titles)];
}

/**
 * A payment was given back: everything that was written for it is written the other way. What taking it had cost is
 * not given back by whoever took it: that is ours to bear, the titles lose only what nobody paid.
 *
 * @param written the sums of all that was written for the charge, by account and title
 */
export function returnedEntries(charge: Pick<Charge, "currency" | "costMinor">, written: readonly LedgerEntry[]): LedgerEntry[] {
  const { currency, costMinor } = charge;
  const sums = new Map<string, LedgerEntry>();
  const borne = collect(currency, [
    ["costs", -costMinor],
    ["share", costMinor],
  ]);
  const back = written.map((entry) => ({ ...entry, amountMinor: -entry.amountMinor }));
  for (const entry of [...back, ...borne]) {
    const key = `${entry.account} ${entry.publisherId ?? ""}`;
    sums.set(key, { ...entry, amountMinor: (sums.get(key)?.amountMinor ?? 0) + entry.amountMinor });
  }
  return [...sums.values()].filter(({ amountMinor }) => amountMinor !== 0);
}

/** The pool is divided among titles. */
export function poolEntries(currency: string, titles: readonly TitleAmount[]): LedgerEntry[] {
  const amount = titles.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  return [...collect(currency, [["pool", amount]]), ...payables(currency, titles)];
}

const payables = (currency: string, titles: readonly TitleAmount[]): LedgerEntry[] =>
  titles
    .filter(({ amountMinor }) => amountMinor !== 0)
    .map(({ publisherId, amountMinor }) => ({ account: "payable", publisherId, currency, amountMinor: -amountMinor }));

const collect = (currency: string, sides: [LedgerAccount, number][]): LedgerEntry[] =>
  sides.filter(([, amount]) => amount !== 0).map(([account, amountMinor]) => ({ account, publisherId: null, currency, amountMinor }));
