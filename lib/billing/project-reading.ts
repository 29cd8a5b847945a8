import type { ProviderInvoice, ProviderSubscription, Subscription } from "./types";

/**
 * What a reading of the provider makes of the paid part of the books, whatever came before.
 *
 * @param known the books' subscription when it is the same one; it only says when a cancellation was first seen
 * @param invoices the customer's; a refunded one for the period takes its days back, once the subscription has ended
 * @returns null for a subscription nobody has paid for yet
 */
export function projectReading(
  reading: ProviderSubscription,
  known: Subscription | null,
  invoices: readonly ProviderInvoice[],
): Subscription | null {
  if (reading.status === "incomplete") return null;
  const { plan, amountMinor, periodStart } = reading;
  const state = stateOf(reading);
  // An end is final: what it left paid was settled when it came.
  if (state === "lapsed" && known?.state === "lapsed") return known;
  const paidUntil = state === "lapsed" ? keptUntil(reading, invoices) : reading.periodEnd;
  const isOwing = reading.status === "past_due";
  return {
    state,
    plan,
    currency: reading.currency.toUpperCase(),
    amountMinor,
    periodStart,
    periodEnd: paidUntil,
    pastDueSince: isOwing ? (reading.pastDueSince ?? known?.pastDueSince ?? reading.readAt) : null,
    cancelledAt: cancelledAt(state, reading, known),
    resumesAt: state === "paused" ? reading.resumesAt : null,
  };
}

function stateOf({ status, willCancelAtPeriodEnd, resumesAt }: ProviderSubscription): Subscription["state"] {
  if (status === "ended" || status === "incomplete") return "lapsed";
  if (status === "cancelled" || willCancelAtPeriodEnd) return "cancelled";
  if (status === "past_due") return "past_due";
  return resumesAt ? "paused" : "active";
}

function cancelledAt(state: Subscription["state"], { readAt }: ProviderSubscription, known: Subscription | null): Date | null {
  if (state === "cancelled") return known?.cancelledAt ?? readAt;
  return state === "lapsed" ? (known?.cancelledAt ?? null) : null;
}

function keptUntil(reading: ProviderSubscription, invoices: readonly ProviderInvoice[]): Date {
  const isRefunded = invoices.some(
    ({ status, periodEnd }) => status === "refunded" && periodEnd?.getTime() === reading.periodEnd.getTime(),
  );
  return isRefunded && reading.readAt < reading.periodEnd ? reading.readAt : reading.periodEnd;
}
