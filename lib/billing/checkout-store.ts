import { ok, type Result } from "@/lib/core/result";
import { completeAttempt, isOwnAttempt, noteSession, openAttempt } from "./attempt-store";
import { settleGift } from "./gift-store";
import { settleCustomer, type Terms } from "./settle-store";
import type { BillingError, Books, CheckoutOutcome, CheckoutRequest, CheckoutSession } from "./types";

/** What a checkout came to for the account that made it. `foreign`: it is none of ours, or what it paid for was refused. */
export type SettledCheckout =
  | { kind: "membership"; userId: string; books: Books }
  | { kind: "gift"; userId: string; giftId: string }
  | { kind: "unpaid"; userId: string }
  | { kind: "foreign" };

/** Whom to send to the provider, for which price, and where it sends them back to. */
export type Checkout = Pick<CheckoutRequest, "userId" | "email" | "customerId" | "price" | "successUrl" | "cancelUrl">;

/** Opens the provider's page to pay for a membership; asked again within half an hour it is the same try. */
export async function openCheckout(checkout: Checkout, { provider, now }: Terms): Promise<Result<CheckoutSession, BillingError>> {
  const attemptId = await openAttempt(checkout.userId, checkout.price, provider.name, now);
  const opened = await provider.startCheckout({ kind: "membership", attemptId, months: 0, ...checkout });
  if (opened.ok) await noteSession(attemptId, opened.value.sessionId);
  return opened;
}

/**
 * Asks the provider what became of a checkout and writes it down. A checkout counts only for the account that we
 * ourselves sent there, whatever its customer says.
 */
export async function settleCheckout(sessionId: string, terms: Terms): Promise<Result<SettledCheckout, BillingError>> {
  const read = await terms.provider.readCheckout(sessionId);
  if (!read.ok) return read;
  const outcome = read.value;
  if (outcome.kind === "gift") return settleGiftCheckout(outcome, terms);
  const { attemptId, userId, customerId, isPaid } = outcome;
  if (!(await isOwnAttempt(attemptId, userId))) return ok({ kind: "foreign" });
  if (!isPaid || !customerId) return ok({ kind: "unpaid", userId });
  const settled = await settleCustomer(customerId, terms, userId);
  if (!settled.ok) return settled;
  if (settled.value.kind !== "settled" || settled.value.userId !== userId) return ok({ kind: "foreign" });
  await completeAttempt(attemptId, terms.now);
  return ok({ kind: "membership", userId, books: settled.value.books });
}

async function settleGiftCheckout(outcome: CheckoutOutcome, terms: Terms): Promise<Result<SettledCheckout, BillingError>> {
  const { attemptId, userId, isPaid, customerId } = outcome;
  if (!isPaid) return ok({ kind: "unpaid", userId });
  const gift = await settleGift(attemptId, userId, terms);
  if (!gift) return ok({ kind: "foreign" });
  // For its invoice: what a present cost is in the books too.
  const settled = customerId ? await settleCustomer(customerId, terms, userId) : ok(null);
  return settled.ok ? ok({ kind: "gift", userId, giftId: gift.id }) : settled;
}
