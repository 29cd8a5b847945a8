import { hastenPoll } from "@/lib/feeds/hub-store";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

/** Makes a feed due that was being polled when its hub pushed. */
export async function hastenFeed(payload: Payload<"feeds.hasten">, context: Pick<WorkerContext, "now">): Promise<void> {
  await hastenPoll(payload.feedId, context.now());
}
