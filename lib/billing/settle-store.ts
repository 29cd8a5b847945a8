import { accountKey } from "@/lib/accounts/account-key";
import { addMs, secondMs } from "@/lib/core/clock";
import { ok, type Result } from "@/lib/core/result";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { listAttemptedPrices } from "./attempt-store";
import { writeBooks } from "./books-store";
import { giveBackDuplicate } from "./duplicate-store";
import { saveInvoices } from "./invoice-store";
import { judgeReading, type Refusal } from "./judge-reading";
import { listChanges } from "./list-changes";
import { lockAccount, lockCustomer } from "./lock-store";
import { findMembership, findOwner, type MembershipRecord } from "./membership-store";
import { projectReading } from "./project-reading";
import { type CustomerReading, readCustomerWhole } from "./reading-gateway";
import { recordRefusal } from "./refusal-store";
import type { BillingError, BillingProvider, Books, BooksEvent, Price, ProviderSubscription } from "./types";

/** What settling goes by. */
export type Terms = { provider: BillingProvider; prices: readonly Price[]; isLive: boolean; secret: string; now: Date };

/** `nothing`: there is nothing of ours to write. `refused`: it is in the ledger, for a human. */
export type Settled =
  | { kind: "settled"; userId: string; books: Books; changes: readonly BooksEvent[] }
  | { kind: "refused"; refusal: Refusal; subscriptionId: string }
  | { kind: "nothing" };

/**
 * Brings an account's books in line with the provider: reads the customer there under the customer's lock and writes
 * the whole state in one transaction. Whatever called for it is only a hint, so it may be asked any number of times,
 * in any order and at once with itself. An older reading never overwrites a newer one.
 *
 * @param boundTo the account whose own checkout led to this customer, where that is what is being settled
 */
export function settleCustomer(customerId: string, terms: Terms, boundTo: string | null = null): Promise<Result<Settled, BillingError>> {
  return withTurn(() =>
    inTransaction(async (tx) => {
      await lockCustomer(customerId, tx);
      const ownerId = await findOwner(customerId, tx);
      const known = ownerId ?? boundTo;
      const knownId = known ? ((await findMembership(known, tx))?.subscriptionId ?? null) : null;
      const read = await readCustomerWhole(terms.provider, customerId, knownId);
      if (!read.ok) return read;
      return writeReading(read.value, { customerId, known }, terms, tx);
    }),
  );
}

async function writeReading(
  reading: CustomerReading,
  { customerId, known }: { customerId: string; known: string | null },
  terms: Terms,
  tx: Tx,
): Promise<Result<Settled, BillingError>> {
  const userId = known ?? (await ownerByCheckout(reading.subscription, terms.provider.name, tx));
  if (!userId) return ok({ kind: "nothing" });
  await lockAccount(userId, tx);
  const record = await findMembership(userId, tx);
  if (!record) return ok({ kind: "nothing" });
  const key = accountKey(terms.secret, userId);
  const now = addMs(terms.now, record.clockAheadSec * secondMs);
  await saveInvoices({ accountKey: key, provider: terms.provider.name }, reading.invoices, tx);
  const { subscription, duplicate, invoices } = reading;
  if (!subscription) return ok({ kind: "nothing" });
  const attempted = await listAttemptedPrices(userId, terms.provider.name, tx);
  const refusal = judgeReading(subscription, { ...terms, userId, attempted, subscription: record.books.subscription });
  if (refusal) {
    await recordRefusal(refusal, subscription, { accountKey: key, at: now }, tx);
    return ok({ kind: "refused", refusal, subscriptionId: subscription.subscriptionId });
  }
  const whole = duplicate ? await giveBackDuplicate(record, duplicate, { ...terms, now }, tx) : record;
  return ok(await writeSubscription(whole, subscription, { customerId, invoices, terms, now }, tx));
}

type Circumstances = { customerId: string; invoices: CustomerReading["invoices"]; terms: Terms; now: Date };

async function writeSubscription(
  record: MembershipRecord,
  reading: ProviderSubscription,
  { customerId, invoices, terms, now }: Circumstances,
  tx: Tx,
): Promise<Settled> {
  const { userId, books } = record;
  if (record.readAt && record.readAt > reading.readAt) return { kind: "settled", userId, books, changes: [] };
  const known = record.subscriptionId === reading.subscriptionId ? books.subscription : null;
  const next = projectReading(reading, known, invoices);
  if (!next) return { kind: "nothing" };
  const { subscriptionId, readAt } = reading;
  const changes = listChanges(known, next);
  const tie = { provider: terms.provider.name, customerId, subscriptionId, readAt };
  const cause = `${subscriptionId}:${readAt.getTime()}`;
  return { kind: "settled", userId, changes, books: await writeBooks(record, { changes, cause, now, tie, secret: terms.secret }, tx) };
}

/** Binds a customer to the account that we ourselves sent to the checkout; an address proves nothing. */
async function ownerByCheckout(reading: ProviderSubscription | null, provider: string, tx: Tx): Promise<string | null> {
  if (!reading?.userId) return null;
  const attempted = await listAttemptedPrices(reading.userId, provider, tx);
  return attempted.length > 0 ? reading.userId : null;
}

/** A settling holds a connection while it asks; the sandbox needs another to answer. Together they must leave some. */
const turnsMax = 3;
let running = 0;
const waiting: (() => void)[] = [];

async function withTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= turnsMax) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
