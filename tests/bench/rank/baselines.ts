import { openDraw } from "./draw";
import type { Occasion, Scorer } from "./types";

/** What ours is measured against; each is opened anew for a stream. */
export const baselines: Record<string, () => Scorer> = {
  random: () => {
    const draw = openDraw(7);
    return ({ opened }) => opened.map(() => draw.chance());
  },
  recency:
    () =>
    ({ line }) =>
      line.candidates.map(({ publishedAt }) => Date.parse(publishedAt)),
  popularity:
    () =>
    ({ line }) =>
      line.candidates.map(({ popularity }) => popularity ?? 0),
  "click-through so far":
    () =>
    ({ clickRates }) =>
      clickRates,
  "TF-IDF": openTfIdf,
};

/** The cosine of a headline with the sum of all headlines read: words as they stand, weighed by rarity among headlines seen. */
function openTfIdf(): Scorer {
  const seen = new Set<string>();
  const titlesWith = new Map<string, number>();
  const note = (title: string): void => {
    if (seen.has(title)) return;
    seen.add(title);
    for (const word of new Set(wordsOf(title))) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
  };
  const vectorOf = (title: string): Map<string, number> => {
    const vector = new Map<string, number>();
    for (const word of wordsOf(title)) {
      vector.set(word, (vector.get(word) ?? 0) + Math.log((seen.size + 1) / ((titlesWith.get(word) ?? 0) + 1)));
    }
    const length = Math.hypot(...vector.values()) || 1;
    return new Map([...vector].map(([word, weight]) => [word, weight / length]));
  };
  return ({ line }: Occasion) => {
    for (const { title } of [...line.history, ...line.candidates]) note(title);
    const profile = new Map<string, number>();
    for (const { title } of line.history) {
      for (const [word, weight] of vectorOf(title)) profile.set(word, (profile.get(word) ?? 0) + weight);
    }
    return line.candidates.map(({ title }) =>
      [...vectorOf(title)].reduce((sum, [word, weight]) => sum + weight * (profile.get(word) ?? 0), 0),
    );
  };
}

const wordsOf = (title: string): string[] => title.toLowerCase().match(/\p{L}+/gu) ?? [];
