import { type Arbitrary, integer, record } from "fast-check";
import type { PayoutTerms } from "@/lib/payouts/terms";

/** Any terms at all, also such as nobody would declare. */
export const anyTerms: Arbitrary<PayoutTerms> = record({
  shareBasisPoints: integer({ min: 0, max: 10_000 }),
  taxBasisPoints: integer({ min: 0, max: 3_000 }),
  basisPoints: integer({ min: 0, max: 2_000 }),
  fixed: integer({ min: 0, max: 400 }),
}).map(({ shareBasisPoints, taxBasisPoints, basisPoints, fixed }) => ({
  from: "2026-01",
  shareBasisPoints,
  taxBasisPoints,
  cost: { basisPoints, fixedMinor: { EUR: fixed, JPY: fixed, KWD: fixed } },
}));
