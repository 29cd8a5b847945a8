import { listOverdue, type Overdue } from "@/lib/billing/candidate-store";
import { announceDue, announceDueTo } from "@/lib/billing/notice-round-store";
import { settleCustomer } from "@/lib/billing/settle-store";
import { billingTerms } from "@/lib/billing/terms-gateway";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

type BillingContext = Pick<WorkerContext, "log" | "now">;

/** Memberships looked after in one round; the rest wait for the next. */
const overdueMax = 100;

/**
 * Writes to readers what is due, of one account or of all; and looks after memberships whose date passed without a
 * word from the provider. One whose grace is over is ended there, so that nothing is charged for a closed membership.
 */
export async function sendNotices({ userId }: Payload<"billing.notices">, context: BillingContext): Promise<void> {
  const now = context.now();
  if (userId !== undefined) {
    await announceDueTo(userId, now);
    return;
  }
  const announced = await announceDue(now);
  const overdue = await listOverdue(now, overdueMax);
  let settled = 0;
  for (const each of overdue) if (await lookAfter(each, now)) settled += 1;
  if (announced > 0 || overdue.length > 0) context.log.info({ job: "billing.notices", announced, overdue: overdue.length, settled });
}

/** A provider that is away is asked again in the next round. */
async function lookAfter({ customerId, subscriptionId, isGraceOver }: Overdue, now: Date): Promise<boolean> {
  const terms = billingTerms(now);
  if (isGraceOver) await terms.provider.end(subscriptionId, `grace-over-${subscriptionId}`);
  return (await settleCustomer(customerId, terms)).ok;
}
