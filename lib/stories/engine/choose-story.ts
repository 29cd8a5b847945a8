import { fade, mixNearest, neededToJoin } from "./likeness";
import type { ChoiceReasons } from "./types";

/** What speaks for a story: how like it the article is, and how long it has had no news. */
export type StoryEvidence = {
  key: number;
  memberCount: number;
  /** Cosine with the centroid of its articles, 0 to 1. */
  centroid: number;
  /** Likeness to its nearest articles, best first, each 0 to 1; at least one. */
  nearest: readonly number[];
  gapMs: number;
  /** Whether its nearest articles are all of the article's own publisher. */
  isOwn: boolean;
};

export type StoryChoice =
  | { kind: "join"; key: number; score: number; reasons: ChoiceReasons }
  | { kind: "open"; score: number; reasons: ChoiceReasons | null };

/** One bridge is not enough, and no long tail drags a likeness down. */
const nearestMembers = 2;

/**
 * Chooses the story of an article: the likest, where it is like enough for texts of this length and publisher; else a new one.
 * Ties go to the story with the smaller key.
 *
 * @param terms how many terms the article has
 */
export function chooseStory(evidence: readonly StoryEvidence[], terms: number): StoryChoice {
  const ranked = rankStories(evidence, terms);
  // The likest may be its own publisher's and ask for more than the next.
  const joined = ranked.find(({ score, reasons }) => score >= reasons.needed);
  if (joined) return { kind: "join", ...joined };
  return { kind: "open", score: ranked[0]?.score ?? 0, reasons: ranked[0]?.reasons ?? null };
}

/** Every story by its likeness, best first. */
function rankStories(evidence: readonly StoryEvidence[], terms: number): { key: number; score: number; reasons: ChoiceReasons }[] {
  return evidence
    .map(({ key, memberCount, centroid, nearest, gapMs, isOwn }) => {
      const taken = nearest.slice(0, nearestMembers);
      const mean = taken.reduce((sum, each) => sum + each, 0) / Math.max(1, taken.length);
      const freshness = fade(gapMs);
      // Of a single article the centroid is the article itself.
      const likeness = memberCount === 1 ? mean : mixNearest(centroid, mean);
      const reasons = { centroid, nearest: mean, freshness, needed: neededToJoin(terms, isOwn) };
      return { key, score: likeness * freshness, reasons };
    })
    .sort((a, b) => b.score - a.score || a.key - b.key);
}
