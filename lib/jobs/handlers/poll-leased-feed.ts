import { findLeasedFeed } from "@/lib/feeds/store";
import type { DueFeed } from "@/lib/feeds/types";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";
import { assignmentFor, type PollOutcome, pollFeed } from "../poll-feed";

/** Polls a feed that a sweep claimed, unless its lease has passed to another meanwhile. */
export async function pollLeasedFeed(payload: Payload<"feeds.poll">, context: WorkerContext): Promise<void> {
  const feed = await findLeasedFeed(payload.feedId, payload.leaseToken, context.now());
  if (!feed) return;
  const outcome = await context.gate(feed.url, () => pollFeed(feed, context.now));
  logOutcome(feed, outcome, context);
  if (outcome.kind !== "stored" || outcome.createdIds.length === 0) return;
  // The transaction's own assignment may have been folded into one that ran before it committed.
  await enqueue(assignmentFor(feed));
  await seedPicksOf(feed, context);
}

async function seedPicksOf(feed: DueFeed, context: WorkerContext): Promise<void> {
  if (!feed.publisher.isSample || context.newsroomOrigin === null) return;
  await enqueue({ name: "picks.seed", data: { origin: context.newsroomOrigin }, key: "picks", delaySec: 2 });
}

function logOutcome(feed: DueFeed, outcome: PollOutcome, context: WorkerContext): void {
  const facts = { job: "feeds.poll", feedId: feed.id, publisher: feed.publisher.slug, outcome: outcome.kind };
  if (outcome.kind === "failed") context.log.warn({ ...facts, error: outcome.error });
  else if (outcome.kind === "stored") context.log.info({ ...facts, ...outcome.counts });
  else context.log.debug(facts);
}
