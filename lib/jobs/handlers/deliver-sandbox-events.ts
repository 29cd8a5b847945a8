import { listDueCustomers } from "@/lib/billing/sandbox-clock-store";
import { withCustomer } from "@/lib/billing/sandbox-customer-store";
import { claimSandboxEvents, nextDeliveryAt, noteDelivery } from "@/lib/billing/sandbox-event-store";
import { isSandboxOn, sendSandboxEvent } from "@/lib/billing/sandbox-hook-gateway";
import { secondMs } from "@/lib/core/clock";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";

type DeliverContext = Pick<WorkerContext, "log" | "now" | "webOrigin">;

/** Lets what has fallen due in the sandbox happen, and sends its events until they are taken: at least once, oldest first. */
export async function deliverSandboxEvents(context: DeliverContext): Promise<void> {
  if (!isSandboxOn()) return;
  for (const customerId of await listDueCustomers(context.now())) await withCustomer(customerId, context.now(), async () => undefined);
  let failures = 0;
  for (let events = await claimSandboxEvents(context.now()); events.length > 0; events = await claimSandboxEvents(context.now())) {
    for (const event of events) {
      const status = await sendSandboxEvent(context.webOrigin, event.body, context.now());
      await noteDelivery(event, status, context.now());
      if (status !== null && status < 300) continue;
      failures += 1;
      context.log.warn({ event: event.eventId, status, tries: event.tries }, "a sandbox event was not taken");
    }
  }
  const next = failures > 0 ? await nextDeliveryAt() : null;
  if (next) await enqueue({ name: "sandbox.deliver", data: {}, delaySec: Math.max(1, Math.ceil((+next - +context.now()) / secondMs)) });
}
