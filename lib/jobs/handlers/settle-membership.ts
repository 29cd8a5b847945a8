import { settleCheckout } from "@/lib/billing/checkout-store";
import { settleCustomer } from "@/lib/billing/settle-store";
import { billingTerms } from "@/lib/billing/terms-gateway";
import type { BillingError } from "@/lib/billing/types";
import { markProcessed } from "@/lib/billing/webhook-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

type BillingContext = Pick<WorkerContext, "log" | "now">;

/**
 * Brings an account's books in line with the payment provider: what it says now, not what an event said.
 *
 * @throws Error while the provider cannot be reached, so that the queue tries again
 */
export async function settleMembership({ customerId, sessionId }: Payload<"billing.settle">, context: BillingContext): Promise<void> {
  const now = context.now();
  if (sessionId !== null) await settleSession(sessionId, now, context);
  if (customerId === null) return;
  const settled = await settleCustomer(customerId, billingTerms(now));
  if (!settled.ok) return giveUp(settled.error, { customerId }, context);
  if (settled.value.kind === "refused")
    context.log.error({ job: "billing.settle", customerId, ...settled.value }, "a subscription was refused");
  if (settled.value.kind === "settled" && settled.value.changes.length > 0)
    context.log.info({ job: "billing.settle", customerId, changes: settled.value.changes.map((change) => change.kind) });
  await markProcessed(customerId, now);
}

async function settleSession(sessionId: string, now: Date, context: BillingContext): Promise<void> {
  const settled = await settleCheckout(sessionId, billingTerms(now));
  if (!settled.ok) return giveUp(settled.error, { sessionId }, context);
  if (settled.value.kind === "foreign") context.log.error({ job: "billing.settle", sessionId }, "a checkout that is none of ours");
}

/** @throws Error for a fault that may pass */
function giveUp(error: BillingError, about: object, { log }: BillingContext): void {
  if (error.kind === "unavailable") throw new Error(`The payment provider cannot be reached: ${error.detail}`);
  log.error({ job: "billing.settle", ...about, error }, "the payment provider does not know it");
}
