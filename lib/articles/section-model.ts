import { z } from "zod";
import { sectionOfWord } from "./section-words";
import { type SectionSlug, sections } from "./sections";

/** Of one term: articles that hold it, then pairs of a section's place in the model and the term's weight in that section's articles. */
const StoredTerm = z.tuple([z.int().positive(), z.array(z.number())]);

/** What training learnt, as `section_model.weights` keeps it: sums, from which the weights are made when it is opened. */
export const StoredSectionModel = z.strictObject({
  version: z.literal(1),
  sections: z.array(z.string()).min(2),
  articleCount: z.int().positive(),
  /** Least lead of the best section over the next at which the model is believed; null where it never is. */
  leadMin: z.number().nullable(),
  terms: z.record(z.string(), StoredTerm),
});
export type StoredSectionModel = z.infer<typeof StoredSectionModel>;

/** A model ready to be asked. `weights` holds each term's weights side by side, one a section. */
export type SectionModel = {
  sections: SectionSlug[];
  leadMin: number | null;
  placeOf: ReadonlyMap<string, number>;
  rarity: Float64Array;
  weights: Float64Array;
};

/** Counts of a term that no article of a section holds are never quite 0. Chosen in docs/decisions/022-sections-and-topics.md */
const smoothing = 0.1;

/**
 * Makes the weights of a model from what training counted: multinomial naive Bayes by each section's complement,
 * weights normalised, so that a section with few articles is not drowned.
 *
 * Source: Rennie, Shih, Teevan & Karger 2003, "Tackling the Poor Assumptions of Naive Bayes Text Classifiers"
 */
export function openSectionModel(stored: StoredSectionModel): SectionModel {
  const slugs = stored.sections.flatMap((slug) => sections.find((section) => section.slug === slug)?.slug ?? []);
  const terms = Object.entries(stored.terms);
  const width = slugs.length;
  const sums = new Float64Array(terms.length * width);
  for (const [place, [, [, pairs]]] of terms.entries()) {
    for (let at = 0; at < pairs.length; at += 2) sums[place * width + (pairs[at] ?? 0)] = pairs[at + 1] ?? 0;
  }
  return {
    sections: slugs,
    leadMin: stored.leadMin,
    placeOf: new Map(terms.map(([term], place) => [term, place])),
    rarity: Float64Array.from(terms, ([, [count]]) => rarityOf(count, stored.articleCount)),
    weights: complementWeights(sums, terms.length, width),
  };
}

/** How telling a term is by the number of articles that hold it, greater than 0. */
export const rarityOf = (holdingCount: number, articleCount: number): number => Math.log((articleCount + 1) / (holdingCount + 0.5));

function complementWeights(sums: Float64Array, termCount: number, width: number): Float64Array {
  const weights = new Float64Array(sums.length);
  const totals = new Float64Array(termCount);
  for (let at = 0; at < sums.length; at += 1) totals[Math.floor(at / width)] = (totals[Math.floor(at / width)] ?? 0) + (sums[at] ?? 0);
  for (let section = 0; section < width; section += 1) {
    const others = (place: number): number => (totals[place] ?? 0) - (sums[place * width + section] ?? 0) + smoothing;
    let all = 0;
    for (let place = 0; place < termCount; place += 1) all += others(place);
    let norm = 0;
    for (let place = 0; place < termCount; place += 1) {
      const weight = -Math.log(others(place) / all);
      weights[place * width + section] = weight;
      norm += Math.abs(weight);
    }
    for (let place = 0; place < termCount; place += 1) weights[place * width + section] = (weights[place * width + section] ?? 0) / norm;
  }
  return weights;
}

/** The words by which publishers name sections, as articles that hold nothing else: what a young store knows of each. */
export const namedSections: readonly { section: SectionSlug; words: string }[] = Array.from(sectionOfWord, ([word, section]) => ({
  section,
  words: word.replaceAll("-", " "),
}));
