import { ok, type Result } from "@/lib/core/result";
import type { BillingError, BillingProvider, ProviderInvoice, ProviderSubscription } from "./types";

/** What the provider says of a customer. */
export type CustomerReading = {
  /** The subscription that counts; null for a customer who never had one. */
  subscription: ProviderSubscription | null;
  /** One that was paid for while another was still going on. */
  duplicate: ProviderSubscription | null;
  invoices: ProviderInvoice[];
};

/**
 * Reads a customer whole. Of two subscriptions that both go on, the one that our books hold counts: the other was
 * bought beside it.
 *
 * @param knownId the subscription in our books; null for none
 */
export async function readCustomerWhole(
  provider: BillingProvider,
  customerId: string,
  knownId: string | null,
): Promise<Result<CustomerReading, BillingError>> {
  const [newest, invoices] = [await provider.readCustomer(customerId), await provider.listInvoices(customerId)];
  if (isFault(newest)) return newest;
  if (isFault(invoices)) return invoices;
  const found = { subscription: newest.ok ? newest.value : null, duplicate: null, invoices: invoices.ok ? invoices.value : [] };
  const { subscription } = found;
  if (knownId === null || !subscription || subscription.subscriptionId === knownId) return ok(found);
  const known = await provider.readSubscription(knownId);
  if (isFault(known)) return known;
  if (!known.ok || !isGoingOn(known.value)) return ok(found);
  return ok({ ...found, subscription: known.value, duplicate: isGoingOn(subscription) ? subscription : null });
}

/** What is not there is no fault: a customer may never have subscribed. */
const isFault = (read: Result<unknown, BillingError>): read is { ok: false; error: BillingError } =>
  !read.ok && read.error.kind !== "not-found";

const isGoingOn = ({ status }: ProviderSubscription): boolean => status !== "ended" && status !== "incomplete";
