import Stripe from "stripe";

export type StripeFault = { kind: "unavailable"; detail: string } | { kind: "refused"; detail: string } | { kind: "not-found" };

/**
 * What a failed call to Stripe means: worth another try, never worth one, or nothing there.
 *
 * @throws what is no fault of Stripe's
 */
export function readStripeFault(cause: unknown): StripeFault {
  if (!(cause instanceof Stripe.errors.StripeError)) throw cause;
  const { code, statusCode = 0, type } = cause;
  if (code === "resource_missing") return { kind: "not-found" };
  // Words for the log: what Stripe calls it, never a card's or a customer's particulars.
  const detail = [type, code ?? "", statusCode || ""].filter(Boolean).join(" ");
  const isPassing =
    cause instanceof Stripe.errors.StripeConnectionError ||
    cause instanceof Stripe.errors.StripeRateLimitError ||
    code === "lock_timeout" ||
    statusCode >= 500 ||
    statusCode === 429;
  return { kind: isPassing ? "unavailable" : "refused", detail };
}
