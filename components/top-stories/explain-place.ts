import { type ScoreTermName, type ScoreTerms, scoreTermNames } from "@/lib/stories/types";

/** One line of why a story stands where it does: its points, in hundredths. */
export type TermLine = { name: ScoreTermName; words: string; hundredths: number };

/** The lines and their sum, which orders the stories of a list as their scores do. */
export type PlaceExplanation = { lines: TermLine[]; sumHundredths: number };

/** What each term stands for. */
const termWords: Record<ScoreTermName, string> = {
  titles: "How many titles tell it",
  places: "How high they put it themselves",
  growth: "How fast they took it up",
  origin: "Texts that only repeat another",
  length: "Length of the fullest text",
  reads: "Articles of it that readers opened",
  pick: "Chosen by our editors",
  time: "How new it is",
};

/** Points for a day of freshness: eight hours are worth one. */
const pointsPerDay = 3;
const dayMs = 86_400_000;
const daysBack = 7;

/** The instant from which freshness is counted on a page: midnight (UTC) a week ago. The same for all of its stories. */
export function freshnessBase(now: Date): Date {
  return new Date((Math.floor(now.getTime() / dayMs) - daysBack) * dayMs);
}

/**
 * A story's terms as a reader sees them: rounded to hundredths, what counts nothing left out, the most first, and
 * their sum of what is shown. Freshness counts from `base` instead of 1970.
 */
export function explainPlace(terms: ScoreTerms, base: Date): PlaceExplanation {
  const baseline = (base.getTime() / dayMs) * pointsPerDay;
  const lines = scoreTermNames
    .map((name) => ({ name, words: termWords[name], hundredths: Math.round((terms[name] - (name === "time" ? baseline : 0)) * 100) }))
    .filter((line) => line.hundredths !== 0)
    .sort((a, b) => b.hundredths - a.hundredths);
  return { lines, sumHundredths: lines.reduce((sum, line) => sum + line.hundredths, 0) };
}

/** Hundredths as a number of points: "3.17", "−0.42". */
export function pointsWords(hundredths: number): string {
  const figure = (Math.abs(hundredths) / 100).toFixed(2);
  return hundredths < 0 ? `−${figure}` : figure;
}
