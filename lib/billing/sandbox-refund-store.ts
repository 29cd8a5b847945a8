import { err, ok, type Result } from "@/lib/core/result";
import { db, inTransaction } from "@/lib/platform/db";
import { holdCustomer } from "./sandbox-customer-store";
import { appendSandboxEvents } from "./sandbox-event-store";
import type { BillingError } from "./types";

/**
 * Pays an invoice back, and says so by an event. One that was paid back already stays as it is, so no key is needed.
 *
 * @param now the real instant
 */
export async function refundSandboxInvoice(invoiceId: string, now: Date): Promise<Result<void, BillingError>> {
  const found = await db.sandboxInvoice.findUnique({ where: { id: invoiceId }, select: { customerId: true } });
  if (!found) return err({ kind: "not-found" });
  const { customerId } = found;
  return inTransaction(async (tx) => {
    const held = await holdCustomer(customerId, now, tx);
    if (!held) return err({ kind: "not-found" });
    const invoice = await tx.sandboxInvoice.findUniqueOrThrow({ where: { id: invoiceId }, select: { status: true, subscriptionId: true } });
    if (invoice.status === "refunded") return ok(undefined);
    if (invoice.status !== "paid") return err({ kind: "refused", detail: "Nothing was paid for it." });
    await tx.sandboxInvoice.update({ where: { id: invoiceId }, data: { status: "refunded" }, select: { id: true } });
    const { subscriptionId } = invoice;
    await appendSandboxEvents([{ type: "charge.refunded", customerId, subscriptionId, sessionId: null, at: held.now }], now, tx);
    return ok(undefined);
  });
}
