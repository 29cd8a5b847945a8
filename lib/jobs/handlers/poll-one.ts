import { claimFeed } from "@/lib/feeds/claim-store";
import { fetchFeedIfWelcome } from "@/lib/feeds/robots-feed-gateway";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";
import { readPoll } from "../read-poll";
import { makePollWriter } from "../write-polls";

/** As long as a slow feed may take, and then some. */
const leaseSec = 60;

/**
 * Polls one feed now because somebody asked for it, whatever its schedule and whichever feeds the worker polls by itself.
 *
 * @throws Error while another polls it, so that the queue tries again
 */
export async function pollOne({ feedId }: Payload<"feeds.poll">, context: WorkerContext): Promise<void> {
  const feed = await claimFeed(feedId, { now: context.now(), leaseSec });
  if (!feed) throw new Error(`feed ${feedId} is being polled already`);
  const poll = await readPoll(feed, context.now, (asked) => context.gate(asked.url, () => fetchFeedIfWelcome(asked, context.now())));
  await makePollWriter(context, () => undefined).write([poll]);
}
