import { type RankTermName, rankTermNames } from "@/lib/ranking/types";
import type { PlaceReasons } from "@/lib/ranking/why-types";

/** One line of why a card stood where it did; the points of all lines sum to the score. `parts` sum to their line. */
export type ReasonLine = { name: RankTermName; words: string; points: number; parts: PlaceReasons["because"] };

/** The terms of a card's score in words, in their standing order; what counted nothing is left out. */
export function explainTerms(reasons: PlaceReasons, titleCount: number): ReasonLine[] {
  return rankTermNames
    .filter((name) => reasons.terms[name] !== 0)
    .map((name) => ({
      name,
      words: termWords(name, reasons, titleCount),
      points: reasons.terms[name],
      parts: name === "affinity" ? reasons.because : [],
    }));
}

function termWords(name: RankTermName, reasons: PlaceReasons, titleCount: number): string {
  switch (name) {
    case "importance":
      return titleCount > 1 ? `Told by ${titleCount} titles, and how high they put it` : "How high its title puts it";
    case "freshness":
      return `Fresh: ${ageWords(reasons.ageHours)} old`;
    case "affinity":
      return reasons.terms.affinity > 0 ? "Like what you read" : "Less to your taste";
    case "follow":
      return reasons.followed.length === 0 ? "You follow this story" : `You follow ${listWords(reasons.followed.map((each) => each.name))}`;
    case "place":
      return "From where you are";
    case "novelty":
      return "Something you have not read about";
    case "pick":
      return "Chosen by our editors";
    case "fatigue":
      return `Passed over ${reasons.timesShown} times`;
    default:
      return name satisfies never;
  }
}

function ageWords(hours: number): string {
  if (hours < 1) return "less than an hour";
  if (hours < 48) return countWords(Math.round(hours), "hour");
  return countWords(Math.round(hours / 24), "day");
}

const countWords = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? "" : "s"}`;

const listWords = (names: readonly string[]): string => new Intl.ListFormat("en").format(names);

/** Points with a real minus sign. */
export const pointsText = (points: number): string => (points < 0 ? `−${-points}` : String(points));
