import type { Occasion } from "./types";

/** Distinct publishers and sections among the first twenty: means over occasions. */
export type Diversity = { publishers: number; sections: number };

const firstPlaces = 20;

/** @param keysOf by what the candidates of an occasion are ordered, highest first */
export function measureDiversity(occasions: readonly Occasion[], keysOf: (occasion: Occasion, index: number) => number[]): Diversity {
  const sums = { publishers: 0, sections: 0 };
  for (const [index, occasion] of occasions.entries()) {
    const keys = keysOf(occasion, index);
    const first = occasion.line.candidates
      .map((candidate, place) => ({ candidate, key: keys[place] ?? 0 }))
      .sort((a, b) => b.key - a.key)
      .slice(0, firstPlaces);
    sums.publishers += new Set(first.map(({ candidate }) => candidate.publisher)).size;
    sums.sections += new Set(first.map(({ candidate }) => candidate.section)).size;
  }
  const count = Math.max(1, occasions.length);
  return { publishers: sums.publishers / count, sections: sums.sections / count };
}
