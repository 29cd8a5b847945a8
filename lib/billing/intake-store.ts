import type { FromProvider } from "@/lib/accounts/guards";
import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { ProviderEvent } from "./types";

/**
 * Keeps an event under the provider's own id and has what it is about settled: both or neither.
 *
 * @returns false for one that came before
 */
export function takeEvent(provider: string, { event }: FromProvider<ProviderEvent>): Promise<boolean> {
  const { id, type, customerId, sessionId } = event;
  return inTransaction(async (tx) => {
    const { count } = await tx.billingWebhook.createMany({ data: [{ id, provider, type, customerId }], skipDuplicates: true });
    if (count === 0) return false;
    const key = sessionId ? `session ${sessionId}` : customerId;
    if (key !== null) await enqueue({ name: "billing.settle", data: { customerId, sessionId }, key }, tx);
    return true;
  });
}
