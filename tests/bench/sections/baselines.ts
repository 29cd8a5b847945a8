import { sectionTerms } from "@/lib/articles/section-terms";
import type { LabelledText } from "./load-texts";

/** Names a section for a text; null for none. */
export type Namer = (text: LabelledText) => string | null;

/** Always the section that most texts of the training half have. */
export function majority(training: readonly LabelledText[]): Namer {
  const [first] = [...Map.groupBy(training, ({ section }) => section)].sort(([, a], [, b]) => b.length - a.length);
  return () => first?.[0] ?? null;
}

/** The section whose mean vector of unweighted terms is nearest by cosine. */
export function nearestCentroid(training: readonly LabelledText[]): Namer {
  const centroids = [...Map.groupBy(training, ({ section }) => section)].map(([section, texts]) => {
    const sums = new Map<string, number>();
    for (const text of texts) for (const term of termsOf(text)) sums.set(term, (sums.get(term) ?? 0) + 1);
    return { section, sums, norm: Math.hypot(...sums.values()) };
  });
  return (text) => {
    const terms = termsOf(text);
    const ranked = centroids
      .map(({ section, sums, norm }) => ({ section, score: terms.reduce((sum, term) => sum + (sums.get(term) ?? 0), 0) / norm }))
      .sort((a, b) => b.score - a.score);
    return ranked[0]?.section ?? null;
  };
}

const termsOf = ({ text }: LabelledText): string[] => sectionTerms(text).map(({ term }) => term);
