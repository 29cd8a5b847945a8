import { claimDueFeeds } from "@/lib/feeds/claim-store";
import type { DueFeed } from "@/lib/feeds/types";
import { makeClaimPace } from "./claim-pace";
import type { PollContext } from "./context";

/** Feeds claimed ahead of their reading. */
export type FeedClaims = {
  /** Claimed and not begun; whoever begins one takes it out. */
  waiting: DueFeed[];
  /** Claims more, when few wait and the schedule was not just seen to hold nothing more. */
  ask: () => void;
  /** Says that one of them has been read. */
  noteRead: () => void;
  isAsking: () => boolean;
  /** Nothing waits and nothing is on its way. */
  isIdle: () => boolean;
  /** Resolves once no claim is on its way. */
  settled: () => Promise<void>;
};

type ClaimTimes = { leaseSec: number; lookEveryMs: number };

/**
 * Claims feeds ahead of their reading, one claim at a time. A database that is away has nothing due.
 *
 * @param onClaimed told of the feeds of each claim, none when nothing was due
 */
export function makeFeedClaims(
  context: PollContext,
  { leaseSec, lookEveryMs }: ClaimTimes,
  onClaimed: (feeds: DueFeed[]) => void,
): FeedClaims {
  const waiting: DueFeed[] = [];
  let asking: Promise<void> | null = null;
  let lookAt = 0;
  // A worker that may die of what it takes first, as the one before it did, begins each round with little.
  const isProven = context.isProven?.() ?? true;
  const pace = (isProven ? context.claimPace : undefined) ?? makeClaimPace();
  pace.beginRound();
  const claimOnce = async (): Promise<void> => {
    const size = pace.next();
    const feeds = await claim(context, { limit: size, leaseSec });
    // A claim that was not filled has taken all there was.
    if (feeds.length < size) lookAt = performance.now() + lookEveryMs;
    waiting.push(...feeds);
    asking = null;
    onClaimed(feeds);
  };
  return {
    waiting,
    isAsking: () => asking !== null,
    isIdle: () => asking === null && waiting.length === 0,
    noteRead: pace.noteRead,
    settled: async () => {
      await asking;
    },
    ask: () => {
      if (asking || performance.now() < lookAt || waiting.length >= pace.size() / 2) return;
      asking = claimOnce();
    },
  };
}

async function claim(context: PollContext, { limit, leaseSec }: { limit: number; leaseSec: number }): Promise<DueFeed[]> {
  try {
    return await claimDueFeeds({
      now: context.now(),
      limit,
      leaseSec,
      scope: context.scope,
      restingHosts: context.pauses.resting(),
      exemptHosts: context.exemptHosts,
      isProven: context.isProven?.() ?? true,
    });
  } catch (cause) {
    context.log.warn({ err: cause }, "could not claim feeds");
    return [];
  }
}
