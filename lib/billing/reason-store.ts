import { accountKey } from "@/lib/accounts/account-key";
import { type Conn, db } from "@/lib/platform/db";
import { insertLedgerLines } from "./event-store";

/** Keeps why somebody left, where they said so, without saying who it was. */
export async function recordReason(
  userId: string,
  reason: string,
  { secret, subscriptionId, now }: { secret: string; subscriptionId: string | null; now: Date },
  conn: Conn = db,
): Promise<void> {
  const key = `cancel-reason:${subscriptionId}:${now.getTime()}`;
  await insertLedgerLines([{ accountKey: accountKey(secret, userId), kind: "cancel-reason", data: { reason }, key, at: now }], conn);
}
