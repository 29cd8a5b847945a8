import { median } from "./median";
import { openLevels } from "./open-levels";
import type { Impression, ImpressionCandidate } from "./types";

/** Learns from a stream how often what is shown is opened. */
export type ClickRates = {
  /** Takes a line in, before its candidates are weighed. */
  note: (impression: Impression) => void;
  /** How popular each candidate is beside the others of its line, 0 to 1, the middle one 0.5. */
  importanceOf: (candidates: readonly ImpressionCandidate[]) => number[];
};

type Count = { shown: number; opened: number };

/** Beyond so many times (e to this) the middle one, more says no more. */
const logMax = 2.5;
/** So many openings' worth of what is usual stand beside what was counted of a candidate, and of a section or publisher. */
const priorOpenings = 1.5;
const groupPriorOpenings = 30;
/**
 * What a level of popularity says beside a rate, and how much more of a candidate whose rate was hardly counted yet. The rate
 * alone would be fooled by places: what stands on top is opened more often and goes on standing there.
 */
const levelBesideRate = 0.4;
const levelBesideDoubt = 0.2;

/**
 * Opens an empty count. Popularity that grows from line to line is a count of clicks: its growth by the times shown
 * since is a rate, and a rate tells more than a count, which tells mostly how often a thing was shown. Other popularity is
 * taken as it is. What was shown little is taken to be like others of its section and publisher.
 */
export function openClickRates(): ClickRates {
  const levels = openLevels();
  const counts = new Map<string, Count>();
  const all: Count = { shown: 0, opened: 0 };

  const countOf = (key: string): Count => {
    const count = counts.get(key) ?? { shown: 0, opened: 0 };
    counts.set(key, count);
    return count;
  };
  const groupsOf = ({ section, publisher }: ImpressionCandidate): Count[] => [
    ...(section ? [countOf(`section ${section}`)] : []),
    ...(publisher ? [countOf(`publisher ${publisher}`)] : []),
  ];
  /** The log of how often it is opened where shown, against what is usual; and how little that rests on, 0 to 1. */
  const judge = (candidate: ImpressionCandidate): { logRate: number; doubt: number } => {
    const usual = all.opened / Math.max(1, all.shown);
    const likely = groupsOf(candidate).map(({ shown, opened }) => (opened + groupPriorOpenings) / (shown * usual + groupPriorOpenings));
    const expected = likely.reduce((product, each) => product * each, 1);
    const { shown, opened } = countOf(`candidate ${candidate.id}`);
    const counted = shown * usual + priorOpenings;
    return { logRate: Math.log((opened + priorOpenings * expected) / counted), doubt: priorOpenings / counted };
  };
  return {
    note: (impression) => {
      levels.note(impression);
      for (const candidate of impression.candidates) {
        const opened = levels.takeGrowth(candidate);
        for (const count of [all, countOf(`candidate ${candidate.id}`), ...groupsOf(candidate)]) {
          count.shown += 1;
          count.opened += opened;
        }
      }
    },
    importanceOf: (candidates) => {
      const told = candidates.map(levels.logOf);
      const middle = median(told.filter((level) => level !== null));
      const isCount = levels.isCount();
      const logs = candidates.map((candidate, index) => {
        const level = (told[index] ?? middle) - middle;
        if (!isCount) return level;
        const { logRate, doubt } = judge(candidate);
        return logRate + level * (levelBesideRate + levelBesideDoubt * doubt);
      });
      const center = median(logs);
      return logs.map((log) => 0.5 + Math.max(-logMax, Math.min(logMax, log - center)) / (2 * logMax));
    },
  };
}
