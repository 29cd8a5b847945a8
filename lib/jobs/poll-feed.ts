import type { DueFeed } from "@/lib/feeds/types";
import { type FetchStep, readPoll } from "./read-poll";
import { type PollOutcome, storePolls } from "./store-polls";

/**
 * Polls one claimed feed by itself: what a round does for many. Fetch, compare with the last body, parse, and in
 * one transaction store the entries, the feed's state with its validators, and the jobs that follow.
 *
 * @throws only what the database threw
 */
export async function pollFeed(feed: DueFeed, now: () => Date, fetchStep?: FetchStep): Promise<PollOutcome> {
  const poll = await readPoll(feed, now, fetchStep);
  const [outcome] = await storePolls([poll], now());
  return outcome ?? { kind: "lost" };
}
