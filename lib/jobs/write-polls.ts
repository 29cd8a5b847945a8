import { setTimeout as delay } from "node:timers/promises";
import type { DueFeed } from "@/lib/feeds/types";
import { enqueueAll, type JobRequest } from "@/lib/platform/queue";
import type { PollContext } from "./context";
import { assignmentsFor } from "./follow-ups";
import type { WritePolls } from "./poll-sink";
import type { ReadPoll } from "./read-poll";
import { type PollOutcome, storePolls } from "./store-polls";

/** What a round did, in feeds and entries. */
export type RoundCounts = {
  stored: number;
  unchanged: number;
  failed: number;
  lost: number;
  entries: number;
  created: number;
  revised: number;
};

/** While the database is away, polls in hand are offered again for about as long as a lease lasts. */
const triesMax = 20;
const retryMs = 2_000;

/**
 * Makes the writer of a round: stores sets of polls, counts and logs what came of each, and enqueues what must
 * come after the commit.
 *
 * @param onSettled told of each set once nothing more will be written for it
 */
export function makePollWriter(
  context: Pick<PollContext, "log" | "now" | "newsroomOrigin">,
  onSettled: (polls: readonly ReadPoll[]) => void,
): { write: WritePolls; counts: RoundCounts } {
  const counts: RoundCounts = { stored: 0, unchanged: 0, failed: 0, lost: 0, entries: 0, created: 0, revised: 0 };
  const write: WritePolls = async (polls) => {
    try {
      const outcomes = await storePatiently(polls, context);
      for (const [index, poll] of polls.entries()) {
        const outcome = outcomes[index] ?? { kind: "lost" };
        addOutcome(counts, outcome);
        logOutcome(poll.feed, outcome, context);
      }
      const grown = polls.filter((_, index) => hasCreated(outcomes[index])).map((poll) => poll.feed);
      await enqueueAll(followUpsAfter(grown, context));
    } catch (cause) {
      // The leases run out and the feeds are polled again.
      context.log.error({ err: cause, feeds: polls.length }, "polls could not be written");
    }
    onSettled(polls);
  };
  return { write, counts };
}

async function storePatiently(polls: ReadPoll[], context: Pick<PollContext, "log" | "now">): Promise<PollOutcome[]> {
  for (let attempt = 1; attempt < triesMax; attempt += 1) {
    try {
      return await storePolls(polls, context.now());
    } catch (cause) {
      context.log.warn({ err: cause, attempt }, "the database is away; polls wait");
      await delay(retryMs);
    }
  }
  return storePolls(polls, context.now());
}

/** The transaction's own assignment may have been folded into one that ran before it committed, so it is asked for again. */
function followUpsAfter(grown: readonly DueFeed[], context: Pick<PollContext, "newsroomOrigin">): JobRequest[] {
  const hasSample = grown.some((feed) => feed.publisher.isSample);
  const picks: JobRequest[] =
    hasSample && context.newsroomOrigin !== null
      ? [{ name: "picks.seed", data: { origin: context.newsroomOrigin }, key: "picks", delaySec: 2 }]
      : [];
  return [...assignmentsFor(grown), ...picks];
}

const hasCreated = (outcome: PollOutcome | undefined): boolean => outcome?.kind === "stored" && outcome.createdIds.length > 0;

function addOutcome(counts: RoundCounts, outcome: PollOutcome): void {
  if (outcome.kind === "not-modified") counts.unchanged += 1;
  else counts[outcome.kind] += 1;
  if (outcome.kind !== "stored") return;
  counts.entries += outcome.counts.entries;
  counts.created += outcome.counts.created;
  counts.revised += outcome.counts.revised;
}

function logOutcome(feed: DueFeed, outcome: PollOutcome, context: Pick<PollContext, "log">): void {
  const facts = { job: "feeds.poll", feedId: feed.id, publisher: feed.publisher.slug, outcome: outcome.kind };
  if (outcome.kind === "failed") context.log.warn({ ...facts, error: outcome.error });
  else if (outcome.kind === "stored") context.log.info({ ...facts, ...outcome.counts });
  else context.log.debug(facts);
}
