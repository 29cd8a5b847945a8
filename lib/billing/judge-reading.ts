import { isOffered } from "./prices";
import type { Price, ProviderSubscription, Subscription } from "./types";

/** Why a reading is not believed, and left for a human. */
export type Refusal = "other-mode" | "foreign-account" | "foreign-price";

/** What we know ourselves, to hold a reading against. */
export type OwnFacts = {
  userId: string;
  /** Whether our key is one that moves money. */
  isLive: boolean;
  prices: readonly Price[];
  /** What this account was ever sent to pay. */
  attempted: readonly { currency: string; amountMinor: number }[];
  subscription: Subscription | null;
};

/**
 * Whether a reading may enter the books: of the mode our key is of, for the account that we bound the customer to, at
 * a price we offer, sent this account to pay, or have in its books already (prices may have changed since).
 */
export function judgeReading(reading: ProviderSubscription, own: OwnFacts): Refusal | null {
  if (reading.isLive !== own.isLive) return "other-mode";
  if (reading.userId !== null && reading.userId !== own.userId) return "foreign-account";
  const { amountMinor, priceId } = reading;
  const currency = reading.currency.toUpperCase();
  if (isOffered(own.prices, { currency, amountMinor, priceId })) return null;
  const known = own.subscription ? [...own.attempted, own.subscription] : own.attempted;
  return known.some((price) => price.currency === currency && price.amountMinor === amountMinor) ? null : "foreign-price";
}
