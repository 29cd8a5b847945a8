import { listLiveCustomers } from "@/lib/billing/candidate-store";
import { listUntoldGiftSessions } from "@/lib/billing/gift-store";
import { billingTerms } from "@/lib/billing/terms-gateway";
import { addMs, dayMs } from "@/lib/core/clock";
import { enqueueAll } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";

/** Webhooks lost during a night, and during a weekend without a worker. */
const lookBackMs = 3 * dayMs;
const batch = 500;
/** Presents asked after in a night; each is a call at the provider. */
const giftsMax = 1_000;

/**
 * Has every customer settled that something happened to at the provider in the last days, and every one whose
 * membership goes on, and asks after presents that were to be paid: what a lost webhook would have told is found out here.
 */
export async function reconcileBilling(context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const now = context.now();
  const since = addMs(now, -lookBackMs);
  const { provider } = billingTerms(now);
  const changed = await provider.listChangedCustomers(since);
  if (!changed.ok)
    context.log.error({ job: "billing.reconcile", error: changed.error }, "what changed at the payment provider is not known");
  const customers = new Set(changed.ok ? changed.value : []);
  let page = await listLiveCustomers("", batch);
  while (page.length > 0) {
    for (const id of page) customers.add(id);
    page = await listLiveCustomers(page.at(-1) ?? "", batch);
  }
  const sessions = await listUntoldGiftSessions(provider.name, since, giftsMax);
  const jobs = [
    ...[...customers].map((customerId) => ({ name: "billing.settle" as const, data: { customerId, sessionId: null }, key: customerId })),
    ...sessions.map((sessionId) => ({
      name: "billing.settle" as const,
      data: { customerId: null, sessionId },
      key: `session ${sessionId}`,
    })),
  ];
  for (let start = 0; start < jobs.length; start += batch) await enqueueAll(jobs.slice(start, start + batch));
  context.log.info({ job: "billing.reconcile", customers: customers.size, presents: sessions.length });
}
