/** What the house takes, in force from a month on. What is left of a fee goes to the titles. */
export type PayoutTerms = {
  /** The first month that is closed by them: "2026-01". */
  from: string;
  /** Ours, of what costs and tax leave; rounded down, so that what cannot be halved is the titles'. */
  shareBasisPoints: number;
  /** What taking a payment costs: a part of it, and so much each in minor units of its currency. */
  cost: { basisPoints: number; fixedMinor: Readonly<Record<string, number>> };
  /** Tax that is in the price, of the price without it. */
  taxBasisPoints: number;
};

/**
 * Every set of terms there was, oldest first. A change is a new line from a month that is not closed yet; a closed
 * month keeps the terms it was closed by in its row.
 */
const allTerms: readonly PayoutTerms[] = [
  {
    from: "2026-01",
    shareBasisPoints: 3_000,
    // A card payment's usual price: 2.9 % and a fixed part of about 30 US cents in money of each place.
    cost: { basisPoints: 290, fixedMinor: { USD: 30, EUR: 25, GBP: 20, INR: 300 } },
    taxBasisPoints: 0,
  },
];

/** The terms by which a month is closed. @throws Error for a month before the first terms */
export function termsOf(month: string): PayoutTerms {
  const terms = allTerms.findLast(({ from }) => from <= month);
  if (!terms) throw new Error(`No terms are declared for ${month}.`);
  return terms;
}

/** Days after a month's end on which it is closed: payments of its last days are told by then. */
export const closingDelayDays = 2;

/** How much of an article is a whole reading, in the thousandths that weights are counted in. */
export const wholeReading = 1_000;
/** Words a minute of attentive reading. */
export const wordsPerMinute = 240;
/** A page is not read in less, however short. */
export const readingSecMin = 15;
/** Of the reading time: whoever reads twice as fast has read it whole. */
export const wholeTimeShare = 0.5;
/** Read to the end without a measure of time, as without script: half a reading. */
export const unmeasuredReading = 500;
/** One article gets of one member in a month no more than three readings: one's own and those of one's gift. */
export const articleWeightMax = 3_000;
