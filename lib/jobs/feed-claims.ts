import { secondMs } from "@/lib/core/clock";
import { claimDueFeeds } from "@/lib/feeds/claim-store";
import type { DueFeed } from "@/lib/feeds/types";
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

type ClaimPace = { leaseSec: number; lookEveryMs: number };

/**
 * Feeds claimed at once: as many as were read in a second lately, so that no place waits, no other worker goes idle, and
 * a killed worker leaves few behind. Feeds that changed take a hundred times as long as those that did not.
 */
const claimSize = { min: 32, max: 500 };

/**
 * Claims feeds ahead of their reading, one claim at a time. A database that is away has nothing due.
 *
 * @param onClaimed told of the feeds of each claim, none when nothing was due
 */
export function makeFeedClaims(
  context: PollContext,
  { leaseSec, lookEveryMs }: ClaimPace,
  onClaimed: (feeds: DueFeed[]) => void,
): FeedClaims {
  const waiting: DueFeed[] = [];
  let asking: Promise<void> | null = null;
  let size = claimSize.min;
  let read = 0;
  let askedAt = 0;
  let lookAt = 0;
  const claimOnce = async (): Promise<void> => {
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
    noteRead: () => {
      read += 1;
    },
    settled: async () => {
      await asking;
    },
    ask: () => {
      const now = performance.now();
      if (asking || now < lookAt || waiting.length >= size / 2) return;
      const readPerSec = (read * secondMs) / (now - askedAt);
      size = Math.min(Math.max(Math.round(readPerSec), claimSize.min), claimSize.max);
      read = 0;
      askedAt = now;
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
