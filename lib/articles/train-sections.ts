import { hash32 } from "@/lib/core/hash";
import { classifySection, type FoundSection } from "./classify-section";
import { namedSections, openSectionModel, rarityOf, type StoredSectionModel } from "./section-model";
import { type SectionText, sectionTerms } from "./section-terms";
import type { SectionSlug } from "./sections";

/** An article whose section its title or an editor named; those of one `group` tell of one event. */
export type SectionExample = { text: SectionText; section: SectionSlug; group: string };

export type SectionTraining =
  | {
      kind: "trained";
      model: StoredSectionModel;
      accuracy: number;
      articleCount: number /** Share of the held-out articles of which it is sure. */;
      sureShare: number;
    }
  /** Nothing can be learnt from so few, or from one section. */
  | { kind: "too-few"; articleCount: number };

/** A language with fewer labelled articles has no model. */
const articlesMin = 200;
/** A section with fewer is never named by the model. */
const sectionArticlesMin = 10;
/** One event in so many is held back, to measure on. */
const heldOutOf = 5;
/** Of the articles it is sure of, this share must be right: about as often as publishers' own categories are. */
const sureAccuracyMin = 0.8;
/** A threshold that rests on fewer held-out articles is chance. */
const sureCountMin = 20;
const termsMax = 40_000;
/** Each word that names a section counts as this many articles. */
const namedWeight = 3;
/** Articles between two pauses: some milliseconds of work. */
const stepArticles = 100;

/**
 * Learns a language's sections from its labelled articles, and how far it may be trusted from the events held back:
 * the threshold is the least lead at which four in five of what it names are right. The same articles in any order
 * give the same model.
 *
 * A generator, so that a worker can see to its sockets between two steps; it yields every hundred articles.
 */
export function* trainSections(examples: readonly SectionExample[]): Generator<void, SectionTraining> {
  const isTaught = sectionsTaught(examples);
  if (examples.length < articlesMin || isTaught.size < 2) return { kind: "too-few", articleCount: examples.length };
  const isHeldOut = ({ group }: SectionExample): boolean => Number.parseInt(hash32(group).slice(0, 8), 16) % heldOutOf === 0;
  const [heldOut, kept] = [examples.filter(isHeldOut), examples.filter((example) => !isHeldOut(example))];
  const rehearsal = openSectionModel(yield* learn(kept, isTaught));
  const answers: { found: FoundSection | null; isRight: boolean }[] = [];
  for (const [index, { text, section }] of heldOut.entries()) {
    if (index % stepArticles === 0) yield;
    const found = classifySection(rehearsal, text);
    answers.push({ found, isRight: found?.section === section });
  }
  const leadMin = chooseLeadMin(answers);
  const model = { ...(yield* learn(examples, isTaught)), leadMin };
  const sure = answers.filter(({ found }) => found !== null && leadMin !== null && found.lead >= leadMin);
  return {
    kind: "trained",
    model,
    articleCount: examples.length,
    accuracy: share(answers.filter(({ isRight }) => isRight).length, answers.length),
    sureShare: share(sure.length, answers.length),
  };
}

/** The same without pauses. */
export function trainSectionsAtOnce(examples: readonly SectionExample[]): SectionTraining {
  const steps = trainSections(examples);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function sectionsTaught(examples: readonly SectionExample[]): Set<SectionSlug> {
  const bySection = Map.groupBy(examples, ({ section }) => section);
  return new Set([...bySection].flatMap(([section, group]) => (group.length >= sectionArticlesMin ? [section] : [])));
}

type Tally = { holding: number; bySection: Map<SectionSlug, number> };

/** Two passes: how rare each term is must be known before an article's terms can be weighed. */
function* learn(examples: readonly SectionExample[], taught: ReadonlySet<SectionSlug>): Generator<void, StoredSectionModel> {
  const texts = [...namedTexts(taught), ...examples.filter(({ section }) => taught.has(section))];
  const tallies = new Map<string, Tally>();
  const termsOf: string[][] = [];
  for (const [index, { text }] of texts.entries()) {
    if (index % stepArticles === 0) yield;
    const terms = sectionTerms(text).map(({ term }) => term);
    termsOf.push(terms);
    for (const term of terms) tallyOf(tallies, term).holding += 1;
  }
  for (const [index, { section }] of texts.entries()) {
    if (index % stepArticles === 0) yield;
    addWeights(tallies, termsOf[index] ?? [], section, texts.length);
  }
  return toStored(tallies, [...taught].sort(), texts.length);
}

function namedTexts(taught: ReadonlySet<SectionSlug>): Pick<SectionExample, "text" | "section">[] {
  const texts = namedSections.flatMap(({ section, words }) =>
    taught.has(section) ? [{ section, text: { headline: words, standfirst: "", leadIn: "", language: "" } }] : [],
  );
  return Array.from({ length: namedWeight }, () => texts).flat();
}

function tallyOf(tallies: Map<string, Tally>, term: string): Tally {
  const known = tallies.get(term);
  if (known) return known;
  const made: Tally = { holding: 0, bySection: new Map() };
  tallies.set(term, made);
  return made;
}

function addWeights(tallies: Map<string, Tally>, terms: readonly string[], section: SectionSlug, articleCount: number): void {
  const weighed = terms.map((term) => ({ tally: tallyOf(tallies, term), weight: rarityOf(tallyOf(tallies, term).holding, articleCount) }));
  const norm = Math.sqrt(weighed.reduce((sum, { weight }) => sum + weight ** 2, 0)) || 1;
  for (const { tally, weight } of weighed) tally.bySection.set(section, (tally.bySection.get(section) ?? 0) + weight / norm);
}

/** The commonest terms, in one order whatever order the articles came in. Weights are rounded, so that their sums are too. */
function toStored(tallies: ReadonlyMap<string, Tally>, slugs: readonly SectionSlug[], articleCount: number): StoredSectionModel {
  const kept = [...tallies].sort(([a, one], [b, other]) => other.holding - one.holding || (a < b ? -1 : 1)).slice(0, termsMax);
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  const terms = kept.map(([term, { holding, bySection }]) => {
    const pairs = slugs.flatMap((slug, place) => (bySection.has(slug) ? [place, rounded(bySection.get(slug) ?? 0)] : []));
    return [term, [holding, pairs]] as const;
  });
  return { version: 1, sections: [...slugs], articleCount, leadMin: null, terms: Object.fromEntries(terms) as StoredSectionModel["terms"] };
}

/** The least lead from which on enough of the answers are right; null where no lead is enough. */
function chooseLeadMin(answers: readonly { found: FoundSection | null; isRight: boolean }[]): number | null {
  const ranked = answers.flatMap(({ found, isRight }) => (found ? [{ lead: found.lead, isRight }] : [])).sort((a, b) => b.lead - a.lead);
  let right = 0;
  let leadMin: number | null = null;
  for (const [index, { lead, isRight }] of ranked.entries()) {
    right += Number(isRight);
    // Where even the last is among enough that are right, no lead is too small.
    if (index + 1 >= sureCountMin && right / (index + 1) >= sureAccuracyMin) leadMin = index + 1 === ranked.length ? 0 : lead;
  }
  return leadMin;
}
