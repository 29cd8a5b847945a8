import { claimDueFeeds } from "@/lib/feeds/store";
import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";
import { interleaveHosts } from "../interleave-hosts";
import type { Payload } from "../payloads";

const feedsMax = 400;
/** A poll that has not written within this time is given up and its feed claimed again. */
const leaseSec = 10 * 60;

/** Claims the feeds that are due and enqueues a poll of each, in the same transaction. */
export async function sweepFeeds(payload: Payload<"feeds.sweep">, context: WorkerContext): Promise<void> {
  const claimed = await inTransaction(async (tx) => {
    const feeds = await claimDueFeeds({ now: context.now(), limit: feedsMax, leaseSec, scope: payload.scope }, tx);
    for (const feed of interleaveHosts(feeds)) {
      await enqueue({ name: "feeds.poll", data: { feedId: feed.id, leaseToken: feed.leaseToken } }, tx);
    }
    return feeds.length;
  });
  if (claimed > 0) context.log.info({ job: "feeds.sweep", claimed, scope: payload.scope });
}
