import { type Conn, db, type Tx } from "@/lib/platform/db";
import { type InvoiceLine, InvoiceStatus, type ProviderInvoice } from "./types";

/** Writes a customer's invoices as the provider tells them; what we know already is brought up to date. */
export async function saveInvoices(
  owner: { accountKey: string; provider: string },
  invoices: readonly ProviderInvoice[],
  tx: Tx,
): Promise<void> {
  for (const { customerId: _customerId, providerInvoiceId, ...rest } of invoices) {
    const row = { ...rest, currency: rest.currency.toUpperCase(), accountKey: owner.accountKey };
    const where = { provider_providerInvoiceId: { provider: owner.provider, providerInvoiceId } };
    await tx.invoice.upsert({ where, create: { provider: owner.provider, providerInvoiceId, ...row }, update: row });
  }
}

const linesMax = 60;

/** An account's invoices, newest first. */
export async function listInvoiceLines(accountKey: string, conn: Conn = db): Promise<InvoiceLine[]> {
  const rows = await conn.invoice.findMany({
    where: { accountKey },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: linesMax,
    select: { number: true, issuedAt: true, amountMinor: true, currency: true, status: true, hostedUrl: true },
  });
  return rows.map((row) => ({ ...row, status: InvoiceStatus.parse(row.status) }));
}
