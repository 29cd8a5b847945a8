import { accountKey } from "@/lib/accounts/account-key";
import type { Tx } from "@/lib/platform/db";
import { writeBooks } from "./books-store";
import type { MembershipRecord } from "./membership-store";
import { recordRefusal } from "./refusal-store";
import type { BillingProvider, ProviderSubscription } from "./types";

/**
 * Gives back a membership that was bought beside another (two open checkouts, both paid): its time becomes a present,
 * once, and the provider is told to end it, so that it is never charged again.
 *
 * @param now the account's own clock, UTC
 * @returns the record with the time given back
 */
export async function giveBackDuplicate(
  record: MembershipRecord,
  duplicate: ProviderSubscription,
  { provider, secret, now }: { provider: BillingProvider; secret: string; now: Date },
  tx: Tx,
): Promise<MembershipRecord> {
  const { subscriptionId, periodStart, periodEnd } = duplicate;
  const isNew = await recordRefusal("duplicate", duplicate, { accountKey: accountKey(secret, record.userId), at: now }, tx);
  const ms = periodEnd.getTime() - periodStart.getTime();
  const entry = { changes: [{ kind: "credited" as const, ms, at: now }], cause: `duplicate:${subscriptionId}`, now, tie: null, secret };
  const books = isNew ? await writeBooks(record, entry, tx) : record.books;
  // A provider that is away keeps it going: the next settling finds it and tries again.
  await provider.end(subscriptionId, `duplicate-${subscriptionId}`);
  return { ...record, books };
}
