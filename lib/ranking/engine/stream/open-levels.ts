import { openReadCounts } from "./open-read-counts";
import type { Impression, ImpressionCandidate } from "./types";

/** The popularity that a stream tells of, or where it tells none how often a thing stands in its histories. */
export type Levels = {
  note: (impression: Impression) => void;
  /** By how much a candidate's level has grown since it was asked last; 0 the first time, and where it fell. */
  takeGrowth: (candidate: ImpressionCandidate) => number;
  /** On a scale on which twice as popular is a step of one length; null where nothing is known. */
  logOf: (candidate: ImpressionCandidate) => number | null;
  /** Whether levels are counts of what happens in the stream: they change, and hardly ever fall. */
  isCount: () => boolean;
};

/** Popularity that falls in more than this share of its changes is no count of clicks but a figure of the hour. */
const fallsMax = 0.1;
const changesMin = 20;
/** This part of the usual level is added to all, so that the first few clicks are not everything. */
const floorShare = 0.1;

/** Opens an empty record. */
export function openLevels(): Levels {
  const reads = openReadCounts();
  const last = new Map<string, number>();
  let isTold = false;
  let seen = { sum: 0, count: 0, rises: 0, falls: 0, isWhole: true };

  const levelOf = (candidate: ImpressionCandidate): number | null => (isTold ? candidate.popularity : reads.countOf(candidate));
  return {
    note: ({ history, candidates }) => {
      reads.note(history);
      if (isTold || candidates.every(({ popularity }) => popularity === null)) return;
      // From here on the stream's own word counts, and what was counted from histories is of another measure.
      isTold = true;
      seen = { sum: 0, count: 0, rises: 0, falls: 0, isWhole: true };
      last.clear();
    },
    takeGrowth: (candidate) => {
      const level = levelOf(candidate);
      if (level === null) return 0;
      const growth = level - (last.get(candidate.id) ?? level);
      last.set(candidate.id, level);
      seen.sum += level;
      seen.count += 1;
      seen.isWhole &&= Number.isInteger(level);
      if (growth > 0) seen.rises += 1;
      if (growth < 0) seen.falls += 1;
      return Math.max(0, growth);
    },
    logOf: (candidate) => {
      const level = levelOf(candidate);
      const floor = Math.max((seen.sum / Math.max(1, seen.count)) * floorShare, seen.isWhole ? 1 : 0);
      return level === null || floor <= 0 ? null : Math.log(Math.max(0, level) + floor);
    },
    isCount: () => {
      const changes = seen.rises + seen.falls;
      return changes >= changesMin && seen.falls <= changes * fallsMax;
    },
  };
}
