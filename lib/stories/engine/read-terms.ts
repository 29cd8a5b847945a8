import { stemWord } from "../stem-word";
import { stopWords } from "../stop-words";
import { constants } from "./constants";
import { foldDemonyms } from "./demonyms";
import { findNames } from "./find-names";
import { listWords } from "./list-words";

/** What of an article tells its event, most telling first. Plain texts; `language` is a primary subtag. */
export type TermSource = { headline: string; standfirst: string; text: string; language: string };

/** A term and how strongly the article says it, before rarity is asked: 1 for a word said once in the text. */
export type CountedTerm = { term: string; strength: number };

const bodyCharactersMax = 4_000;
/** More terms than this come from lists. */
const termsMax = 120;
/** What publishers put behind a headline: their own name. */
const titleTail = /\s+[|»]\s+\S.{0,40}$/u;

/**
 * The terms of an article: stems of words that are no stop words, figures, and pairs of characters where words are
 * not parted by spaces; words of the headline count four times, names within sentences and figures more than other words.
 * Adjectives of countries count as the country ("Chinese", "China").
 *
 * @returns distinct terms in order of appearance, headline first; at most 120
 */
export function readTerms(source: TermSource): CountedTerm[] {
  const { language } = source;
  const headline = fold(source.headline.replace(titleTail, ""), language);
  const body = fold(`${source.standfirst}\n${source.text}`.slice(0, bodyCharactersMax), language);
  const counts = new Map<string, number>();
  for (const term of listTerms(headline, language)) counts.set(term, (counts.get(term) ?? 0) + constants.headlineTimes);
  for (const term of listTerms(body, language).slice(0, constants.bodyWords)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const names = new Set(findNames(body, language).flatMap((name) => listTerms(name, language)));
  return [...counts].slice(0, termsMax).map(([term, count]) => ({ term, strength: strengthOf(term, count, names) }));
}

/** Words that tell an event, stemmed, in order and with repetitions. */
function listTerms(text: string, language: string): string[] {
  const stop = stopWords(language);
  return listWords(text, language)
    .filter((word) => !stop.has(word) && (word.length > 1 || isFigure(word)))
    .map((word) => (isFigure(word) ? word.replace(/,/g, "") : stemWord(word, language)));
}

const fold = (text: string, language: string): string => foldDemonyms(text.normalize("NFKC"), language);

const isFigure = (word: string): boolean => /^\p{N}/u.test(word);

function strengthOf(term: string, count: number, names: ReadonlySet<string>): number {
  const said = 1 + constants.repetition * Math.log(count);
  if (isFigure(term)) return said * constants.figureStrength;
  return names.has(term) ? said * constants.nameStrength : said;
}
