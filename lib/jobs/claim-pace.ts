import { secondMs } from "@/lib/core/clock";

/** How many feeds a claim takes, as they were read lately. */
export type ClaimPace = {
  /** Size of the last claim. */
  size: () => number;
  /** Size of the next claim, which begins now. */
  next: () => number;
  /** Says that a feed has been read. */
  noteRead: () => void;
  /** Says that a round begins: how long nothing was due tells nothing of how fast feeds are read. */
  beginRound: () => void;
};

/**
 * Feeds claimed at once: as many as were read in a second lately, so that no place waits, no other worker goes idle, and
 * a killed worker leaves few behind. Feeds that changed take a hundred times as long as those that did not.
 */
const claimSize = { min: 32, max: 500 };

/**
 * Makes the pace of a worker, which lasts from round to round: a worker that begins each with the smallest claim asks three
 * times for what one claim would give. Time is the process's own, in milliseconds.
 */
export function makeClaimPace(monotonicMs: () => number = () => performance.now()): ClaimPace {
  let size = claimSize.min;
  let read = 0;
  let claimedAt: number | null = null;
  return {
    size: () => size,
    next: () => {
      const now = monotonicMs();
      if (claimedAt !== null) {
        const readPerSec = (read * secondMs) / (now - claimedAt);
        size = Math.min(Math.max(Math.round(readPerSec), claimSize.min), claimSize.max);
      }
      claimedAt = now;
      read = 0;
      return size;
    },
    noteRead: () => {
      read += 1;
    },
    beginRound: () => {
      claimedAt = null;
    },
  };
}
