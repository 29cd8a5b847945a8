import { err, ok, type Result } from "@/lib/core/result";
import { type StripeClient, stripeClient } from "@/lib/platform/payments/stripe-client";
import { readStripeFault } from "@/lib/platform/payments/stripe-fault";
import type { BillingError } from "./types";

/**
 * Asks Stripe, and makes its failures values.
 *
 * @throws ZodError when Stripe answers in a shape that we were not written for: a fault of ours, to be seen
 */
export async function askStripe<T>(call: (stripe: StripeClient) => Promise<T>): Promise<Result<T, BillingError>> {
  const stripe = stripeClient();
  try {
    return ok(await call(stripe));
  } catch (cause) {
    return err(readStripeFault(cause));
  }
}
