import { accountKey } from "@/lib/accounts/account-key";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import { addMs, secondMs } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { accessUntil } from "./access-until";
import type { OfficeInvoice, RefundForm } from "./admin-types";
import { writeBooks } from "./books-store";
import { findMember, settleMember } from "./change-store";
import { lockAccount } from "./lock-store";
import { findMembership } from "./membership-store";
import type { Terms } from "./settle-store";
import { type BillingError, InvoiceStatus } from "./types";

const linesMax = 60;

/** Who acts, on whose books, and why. */
export type BooksDeed = { actor: AuditActor; userId: string; reason: string };

/** An account's invoices with their numbers here, newest first. @param provider whoever takes our payments now */
export async function listOfficeInvoices(key: string, provider: string, conn: Conn = db): Promise<OfficeInvoice[]> {
  const rows = await conn.invoice.findMany({
    where: { accountKey: key },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    take: linesMax,
    select: { id: true, number: true, issuedAt: true, amountMinor: true, currency: true, status: true, provider: true },
  });
  return rows.map(({ id, provider: by, status, ...row }) => ({
    ...row,
    invoiceId: id,
    status: InvoiceStatus.parse(status),
    isRefundable: status === "paid" && by === provider,
  }));
}

/**
 * Gives an account days of reading. They stand in the books as a present does: after everything that is open already, and
 * moved behind each period that is paid for later, so that no settling takes them away.
 *
 * @returns until when everything is open now
 */
export function grantDays(days: number, deed: BooksDeed, terms: Terms): Promise<Result<Date | null, StaffRefusal>> {
  const { actor, userId, reason } = deed;
  return inTransaction(async (tx) => {
    await lockAccount(userId, tx);
    const record = await findMembership(userId, tx);
    if (!record) return notFound;
    const now = addMs(terms.now, record.clockAheadSec * secondMs);
    const changes = [{ kind: "granted" as const, days, at: now }];
    const facts = { before: untilFacts(accessUntil(record.books)), after: { days } };
    const seq = await recordAct({ actor, act: "member.grant", subject: { kind: "member", id: userId }, ...facts, reason }, terms.now, tx);
    const books = await writeBooks(record, { changes, cause: `grant:${seq}`, now, tie: null, secret: terms.secret }, tx);
    return ok(accessUntil(books));
  });
}

const untilFacts = (until: Date | null): AuditFacts => ({ openUntil: until?.toISOString() ?? null });

/**
 * Pays an invoice back through whoever took the payment. That it was asked for stands in the log before the provider hears
 * of it; what the provider then says is settled into the books as always, whether we read it now or are told.
 */
export async function refundInvoice(form: RefundForm, actor: AuditActor, terms: Terms): Promise<Result<void, StaffRefusal>> {
  const { userId, reason, invoiceId, alsoEnd } = form;
  const member = await findMember(userId, terms);
  const invoice = member && (await findOwnInvoice(invoiceId, userId, terms));
  if (!member || !invoice) return notFound;
  if (invoice.status === "refunded") return refuse("conflict", "This invoice was paid back already.");
  if (invoice.status !== "paid") return refuse("conflict", "Nothing was paid for this invoice.");
  if (invoice.provider !== terms.provider.name)
    return refuse("conflict", "Whoever took this payment takes ours no more: pay it back there.");
  const { number, amountMinor, currency, providerInvoiceId } = invoice;
  const deed = { actor, userId, reason };
  const facts = { invoice: number, amountMinor, currency };
  await keep("member.refund", { before: { ...facts, status: "paid" }, after: { ...facts, status: "asked", alsoEnd } }, deed, terms.now);
  const asked = await terms.provider.refund(providerInvoiceId, `refund-${providerInvoiceId}`);
  if (asked.ok && alsoEnd) await endRunning(userId, terms);
  // Where it cannot be read now, the provider's own event brings it.
  await settleMember(member, terms);
  const after = await findOwnInvoice(invoiceId, userId, terms);
  if (asked.ok || after?.status === "refunded") return ok(undefined);
  const why = words(asked.error);
  await keep("member.refund-failed", { before: facts, after: { why } }, deed, terms.now);
  return refuse("failed", `It was not paid back: ${why}.`);
}

const words = (error: BillingError): string =>
  error.kind === "unavailable" ? "the provider cannot be reached, try again in a while" : "the provider refused it";

/** Ends at the provider whatever could still be charged. @returns a fault of the provider; nothing to end is none */
export async function endRunning(userId: string, terms: Terms): Promise<Result<void, BillingError>> {
  const member = await findMember(userId, terms);
  if (!member?.subscriptionId || member.books.subscription?.state === "lapsed") return ok(undefined);
  const ended = await terms.provider.end(member.subscriptionId, `erase-${member.subscriptionId}`);
  return ended.ok || ended.error.kind === "not-found" ? ok(undefined) : ended;
}

function findOwnInvoice(id: number, userId: string, { secret }: Terms) {
  const select = { number: true, amountMinor: true, currency: true, status: true, provider: true, providerInvoiceId: true } as const;
  return db.invoice.findFirst({ where: { id, accountKey: accountKey(secret, userId) }, select });
}

async function keep(act: string, facts: { before: AuditFacts; after: AuditFacts }, deed: BooksDeed, now: Date): Promise<void> {
  const { actor, userId, reason } = deed;
  await inTransaction((tx) => recordAct({ actor, act, subject: { kind: "member", id: userId }, ...facts, reason }, now, tx));
}
