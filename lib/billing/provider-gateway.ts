import { env } from "@/lib/platform/env";
import { parsePrices } from "./prices";
import { sandboxProvider } from "./sandbox-gateway";
import { stripeProvider } from "./stripe-gateway";
import type { BillingProvider, Price } from "./types";

/** Who takes the payments: Stripe where its key is set, else the sandbox. */
export function billingProvider(): BillingProvider {
  return env().STRIPE_SECRET_KEY === undefined ? sandboxProvider() : stripeProvider();
}

/** Whether our key moves money. */
export function isLiveKey(): boolean {
  return /^(sk|rk)_live_/.test(env().STRIPE_SECRET_KEY ?? "");
}

/**
 * The prices on offer, monthly first.
 *
 * @throws Error when `PRICES` cannot be read
 */
export function offeredPrices(): Price[] {
  return parsePrices(env().PRICES);
}

/** The secret under which accounts have names in the books. @throws Error where the start command did not hand it over */
export function booksSecret(): string {
  const secret = env().AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is not set: `npm start` hands it over.");
  return secret;
}
