import type { SectionModel } from "./section-model";
import { type SectionText, sectionTerms } from "./section-terms";
import type { SectionSlug } from "./sections";

/** The section a model finds, how far ahead of the next it is (0 and more), and whether that is far enough to be believed. */
export type FoundSection = { section: SectionSlug; lead: number; isSure: boolean };

/** A word or pair of words of the text and what it said for the section found, greatest first. */
export type SectionReason = { words: string; weight: number };

const reasonsMax = 8;
/** Weights are shares of a whole vocabulary, so small; told in millionths they can be read. */
const leadUnit = 1e6;

/** The section of a text by a model; null for a text of which it knows no word. */
export function classifySection(model: SectionModel, text: SectionText): FoundSection | null {
  const known = knownTerms(model, text);
  if (known.length === 0) return null;
  const scores = model.sections.map((section, index) => ({
    section,
    score: known.reduce((sum, { place, share }) => sum + share * weightOf(model, place, index), 0),
  }));
  scores.sort((a, b) => b.score - a.score || (a.section < b.section ? -1 : 1));
  const [best, next] = scores;
  if (!best || !next) return null;
  const lead = (best.score - next.score) * leadUnit;
  return { section: best.section, lead, isSure: model.leadMin !== null && lead >= model.leadMin };
}

/** The words that decided: those that spoke most for the section found, against the mean of the others. At most 8. */
export function explainSection(model: SectionModel, text: SectionText): { found: FoundSection; reasons: SectionReason[] } | null {
  const found = classifySection(model, text);
  if (!found) return null;
  const chosen = model.sections.indexOf(found.section);
  const others = model.sections.length - 1;
  const reasons = knownTerms(model, text)
    .map(({ place, share, words }) => {
      const all = model.sections.reduce((sum, _section, index) => sum + weightOf(model, place, index), 0);
      const own = weightOf(model, place, chosen);
      return { words, weight: share * (own - (all - own) / others) * leadUnit };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.words < b.words ? -1 : 1))
    .slice(0, reasonsMax);
  return { found, reasons };
}

type KnownTerm = { place: number; share: number; words: string };

/** The text's terms that the model knows, by rarity, in shares whose squares sum to 1: a long text says no more than a short one. */
function knownTerms(model: SectionModel, text: SectionText): KnownTerm[] {
  const known = sectionTerms(text).flatMap(({ term, words }) => {
    const place = model.placeOf.get(term);
    return place === undefined ? [] : [{ place, share: model.rarity[place] ?? 0, words }];
  });
  const norm = Math.sqrt(known.reduce((sum, { share }) => sum + share ** 2, 0));
  return norm === 0 ? [] : known.map((term) => ({ ...term, share: term.share / norm }));
}

const weightOf = (model: SectionModel, place: number, section: number): number =>
  model.weights[place * model.sections.length + section] ?? 0;
