import { letterLikeness, readLetters } from "@/lib/stories/engine/letter-likeness";
import { fade, mixLetters } from "@/lib/stories/engine/likeness";
import { readTerms } from "@/lib/stories/engine/read-terms";
import { openTermTable, unit } from "@/lib/stories/engine/term-table";
import type { PairSide } from "./types";

/**
 * The engine's likeness of two articles, weighed as if all of these had come before: terms, letters of the headlines
 * where there is little text, and the time between them where both have a date.
 */
export function openPairLikeness(sides: readonly PairSide[]): (a: PairSide, b: PairSide) => number {
  const table = openTermTable();
  const distinct = new Map(sides.map((side) => [`${side.title}\n${side.text}`, side] as const));
  const termsOf = ({ title, text, language }: PairSide) => readTerms({ headline: title, standfirst: "", text, language });
  for (const side of distinct.values()) table.enter(table.weigh(termsOf(side)).vector);
  const weightsOf = (side: PairSide): Map<string, number> => {
    const { terms, weights } = table.weigh(termsOf(side));
    return new Map(terms.map((term, index) => [term, (weights[index] ?? 0) / unit]));
  };
  return (a, b) => {
    const [first, second] = [weightsOf(a), weightsOf(b)];
    let cosine = 0;
    for (const [term, weight] of first) cosine += weight * (second.get(term) ?? 0);
    const letters = letterLikeness(readLetters(a.title), readLetters(b.title));
    return mixLetters(cosine, letters, Math.min(first.size, second.size)) * fade(Math.abs(a.publishedAtMs - b.publishedAtMs));
  };
}
