import { dayMs } from "@/lib/core/clock";
import type { PayoutTerms } from "./terms";
import type { Charge, Slice } from "./types";

const wholeBasis = 10_000;

/**
 * What of a payment never reaches anybody: what taking it costs, and tax that is in it.
 *
 * @returns minor units; together no more than the amount
 */
export function deductionsOf(amountMinor: number, currency: string, terms: PayoutTerms): { costMinor: number; taxMinor: number } {
  const taxMinor = Math.floor((amountMinor * terms.taxBasisPoints) / (wholeBasis + terms.taxBasisPoints));
  const cost = Math.round((amountMinor * terms.cost.basisPoints) / wholeBasis) + (terms.cost.fixedMinor[currency] ?? 0);
  return { costMinor: Math.min(cost, amountMinor - taxMinor), taxMinor };
}

/**
 * What of a charge belongs to the month that ends at `until` and is not divided yet: its days up to then, rounded down,
 * less what earlier months had. So each unit is divided once, the last month of a charge gets the rest, and what comes
 * in late for a closed month is divided with the open one.
 *
 * @param shareBasisPoints ours, of what costs and tax leave
 * @returns null where nothing of it is due
 */
export function feeOfMonth(charge: Charge, until: Date, shareBasisPoints: number): Slice | null {
  const earned = earnedUntil(charge, until);
  const feeMinor = earned - charge.dividedMinor;
  if (feeMinor <= 0) return null;
  const [before, after] = [deductedOf(charge, charge.dividedMinor), deductedOf(charge, earned)];
  const costMinor = after.costMinor - before.costMinor;
  const taxMinor = after.taxMinor - before.taxMinor;
  const net = feeMinor - costMinor - taxMinor;
  const shareMinor = partOf(net, shareBasisPoints, wholeBasis);
  const { id: chargeId, currency } = charge;
  return { chargeId, currency, feeMinor, costMinor, taxMinor, shareMinor, titlesMinor: net - shareMinor };
}

/** What the days of a charge before `until` come to, in whole minor units, rounded down; all of it after its last day. */
export function earnedUntil({ amountMinor, startsAt, endsAt }: Pick<Charge, "amountMinor" | "startsAt" | "endsAt">, until: Date): number {
  const first = dayOf(startsAt);
  // A period within one day is that day's.
  const days = Math.max(1, dayOf(endsAt) - first);
  const passed = Math.min(days, Math.max(0, dayOf(until) - first));
  return partOf(amountMinor, passed, days);
}

/** One inside the other, so that neither ever falls as the fee grows and both end whole. */
function deductedOf({ amountMinor, costMinor, taxMinor }: Charge, feeMinor: number): { costMinor: number; taxMinor: number } {
  const whole = costMinor + taxMinor;
  if (whole === 0) return { costMinor: 0, taxMinor: 0 };
  const deducted = partOf(whole, feeMinor, amountMinor);
  const tax = partOf(taxMinor, deducted, whole);
  return { costMinor: deducted - tax, taxMinor: tax };
}

/** Beyond 2^53 a product of amounts is not exact. */
const partOf = (amount: number, part: number, whole: number): number => Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

const dayOf = (at: Date): number => Math.floor(at.getTime() / dayMs);
