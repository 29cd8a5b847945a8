import { err, ok, type Result } from "@/lib/core/result";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import type { SandboxChange } from "./sandbox-changes";
import { type HeldCustomer, holdCustomer, saveOutcome, withCustomer } from "./sandbox-customer-store";
import { fromRow } from "./sandbox-row";
import type { SandboxInvoiceView, SandboxSubscription } from "./sandbox-types";
import type { BillingError } from "./types";

/** A subscription with whom it is for, and when it was read on their clock. */
export type OwnedSubscription = SandboxSubscription & { clientReference: string; readAt: Date };

/** Reads one subscription as of now: what has fallen due is done first. @param now the real instant */
export async function readSandboxSubscription(id: string, now: Date): Promise<Result<OwnedSubscription, BillingError>> {
  const customerId = await findCustomerOf(id);
  const held = customerId === null ? null : await withCustomer(customerId, now, async (customer) => customer);
  if (!held?.subscription) return err({ kind: "not-found" });
  if (held.subscription.id === id) return ok(owned(held.subscription, held));
  const earlier = await db.sandboxSubscription.findUniqueOrThrow({ where: { id } });
  return ok(owned(fromRow(earlier), held));
}

/** Reads a customer's latest subscription as of now. @param now the real instant */
export async function readSandboxCustomer(customerId: string, now: Date): Promise<Result<OwnedSubscription, BillingError>> {
  const held = await withCustomer(customerId, now, async (customer) => customer);
  if (!held?.subscription) return err({ kind: "not-found" });
  return ok(owned(held.subscription, held));
}

/**
 * Changes a subscription once for each idempotency key: asked again with the same it gives the state of now, asked for
 * something else with the same it refuses, as Stripe does.
 *
 * @param asked what is asked, in words: tells one request from another under the same key
 * @param now the real instant
 */
export async function changeSandboxSubscription(
  id: string,
  request: { key: string; asked: string; change: SandboxChange },
  now: Date,
): Promise<Result<OwnedSubscription, BillingError>> {
  const customerId = await findCustomerOf(id);
  if (!customerId) return err({ kind: "not-found" });
  return inTransaction(async (tx) => {
    const held = await holdCustomer(customerId, now, tx);
    if (!held?.subscription || held.subscription.id !== id) return err({ kind: "refused", detail: "It has ended already." } as const);
    const first = await isFirst(request.key, `${id} ${request.asked}`, tx);
    if (first === "other") return err({ kind: "refused", detail: "The key was used for something else." } as const);
    if (first === "again") return ok(owned(held.subscription, held));
    const outcome = request.change(held.subscription, held.card, held.now);
    if (!outcome.ok) {
      // A refusal changes nothing, so the same key may try again.
      await tx.sandboxRequest.delete({ where: { key: request.key } });
      return err({ kind: "refused", detail: outcome.error } as const);
    }
    await saveOutcome(outcome.value, now, tx);
    return ok(owned(outcome.value.subscription, held));
  });
}

/** Invoices of a customer, newest first. */
export async function listSandboxInvoices(customerId: string, take = 100, conn: Conn = db): Promise<SandboxInvoiceView[]> {
  const rows = await conn.sandboxInvoice.findMany({ where: { customerId }, orderBy: [{ issuedAt: "desc" }, { number: "desc" }], take });
  return rows.map(toInvoiceView);
}

/** One invoice by its unguessable id; null for none. */
export async function findSandboxInvoice(id: string, conn = db): Promise<SandboxInvoiceView | null> {
  const row = await conn.sandboxInvoice.findUnique({ where: { id } });
  return row && toInvoiceView(row);
}

const statuses = ["paid", "void", "refunded"] as const;

type InvoiceRow = Omit<SandboxInvoiceView, "number" | "status"> & { number: number; status: string };

function toInvoiceView(row: InvoiceRow): SandboxInvoiceView {
  const { id, amountMinor, currency, periodStart, periodEnd, issuedAt, paidAt } = row;
  const status = statuses.find((each) => each === row.status) ?? "open";
  return {
    id,
    number: `SBX-${String(row.number).padStart(6, "0")}`,
    status,
    amountMinor,
    currency,
    periodStart,
    periodEnd,
    issuedAt,
    paidAt,
  };
}

const owned = (subscription: SandboxSubscription, { clientReference, now }: HeldCustomer): OwnedSubscription => ({
  ...subscription,
  clientReference,
  readAt: now,
});

async function isFirst(key: string, fingerprint: string, tx: Tx): Promise<"first" | "again" | "other"> {
  const added = await tx.sandboxRequest.createMany({ data: [{ key, fingerprint }], skipDuplicates: true });
  if (added.count > 0) return "first";
  const earlier = await tx.sandboxRequest.findUnique({ where: { key } });
  return earlier?.fingerprint === fingerprint ? "again" : "other";
}

async function findCustomerOf(subscriptionId: string, conn = db): Promise<string | null> {
  const row = await conn.sandboxSubscription.findUnique({ where: { id: subscriptionId }, select: { customerId: true } });
  return row?.customerId ?? null;
}
