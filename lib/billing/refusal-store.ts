import type { Tx } from "@/lib/platform/db";
import { insertLedgerLines } from "./event-store";
import type { Refusal } from "./judge-reading";
import type { ProviderSubscription } from "./types";

/**
 * Puts a subscription that is not believed into the ledger, once, where a human finds it.
 *
 * @returns whether it is new there
 */
export async function recordRefusal(
  refusal: Refusal | "duplicate",
  { subscriptionId, customerId, currency, amountMinor }: ProviderSubscription,
  { accountKey, at }: { accountKey: string; at: Date },
  tx: Tx,
): Promise<boolean> {
  const data = { refusal, subscriptionId, customerId, currency, amountMinor };
  return (await insertLedgerLines([{ accountKey, kind: "refused", data, key: `refused:${subscriptionId}:${refusal}`, at }], tx)) === 1;
}
