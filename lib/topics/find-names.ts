import { primaryLanguage } from "@/lib/articles/count-words";
import { sectionOfWord } from "@/lib/articles/section-words";
import { splitSentences } from "@/lib/articles/split-sentences";
import { collapseSpace } from "@/lib/core/text";
import { foldName } from "./fold-name";
import { findCapitalRuns } from "./internal/capital-runs";
import { gatherNames } from "./internal/gather-names";
import { isGenericName } from "./internal/generic-name";
import { findPlaces } from "./internal/known-places";
import { readTokens } from "./internal/read-tokens";
import { findRecurringCharacters, findRecurringWords } from "./internal/recurring-runs";
import type { Sighting, TextPart } from "./internal/sighting";
import { findSpelledOut } from "./internal/spelled-out";
import { writingOf } from "./internal/writing-of";
import type { FoundName, NameSource } from "./types";

type Part = { part: TextPart; text: string };

const namesMax = 24;
/** A label of more words is a sentence. */
const categoryWordsMax = 4;
/** A publisher's own label says more than a mention in the lead-in, less than the headline. */
const categoryWeight = 2;

/**
 * The people, places, organisations and terms that an article's public texts name, weightiest first; at most 24.
 *
 * In scripts with capitals: capitalised runs of running text, titles taken off, shorter forms folded into the fuller ones of
 * the same text. In German, which writes every noun so, only runs of two and more words, acronyms and known places. In
 * other scripts: what the text says again. And the publisher's own labels, unless they name a section.
 */
export function findNames(source: NameSource): FoundName[] {
  const language = primaryLanguage(source.language);
  const parts = partsOf(source);
  const whole = parts.map(({ text }) => text).join("\n");
  const names = gatherNames({
    parts,
    language,
    sightings: findSightings(parts, language),
    spelledOut: findSpelledOut(whole),
  });
  const own = new Set(source.ownNames.map((name) => foldName(name, language)));
  return addLabels(names, source.categories, language)
    .filter(({ key }) => !own.has(key) && !isGenericName(key))
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))
    .slice(0, namesMax);
}

function partsOf({ headline, standfirst, leadIn }: NameSource): Part[] {
  const parts: Part[] = [
    { part: "headline", text: headline },
    { part: "standfirst", text: standfirst },
    { part: "leadIn", text: leadIn },
  ];
  return parts.map(({ part, text }) => ({ part, text: text.normalize("NFC") }));
}

function findSightings(parts: readonly Part[], language: string): Sighting[] {
  const writing = writingOf(parts.map(({ text }) => text).join(" "));
  switch (writing) {
    case "unspaced":
      return [...findRecurringCharacters(parts), ...findPlaces(parts, language, true)];
    case "spaced":
      return [...findRecurringWords(parts, language), ...findPlaces(parts, language, false)];
    case "cased":
      return [
        ...parts.filter(isRunning).flatMap(({ part, text }) => findInSentences(part, text, language)),
        ...(language === "de" ? findPlaces(parts, language, false) : []),
      ];
    default:
      return writing satisfies never;
  }
}

function findInSentences(part: TextPart, text: string, language: string): Sighting[] {
  const sentences = text.split("\n").flatMap((line) => [...splitSentences(line, language)]);
  return sentences.flatMap((sentence) => {
    const runs = findCapitalRuns(readTokens(sentence, language), language);
    // Where every noun has a capital, one word alone says nothing.
    const telling = language === "de" ? runs.filter(({ words }) => words.length > 1 || isAcronym(words[0] ?? "")) : runs;
    return telling.map((run) => ({ ...run, part }));
  });
}

const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]{1,6}$/u.test(word);

/** Share of capitalised words from which on a headline is written in the American way, and any text in capitals throughout. */
const capitalShareMax: Record<TextPart, number> = { headline: 0.6, standfirst: 0.9, leadIn: 0.9 };

/** A headline in the American way shows no names; nor does a text in capitals. */
function isRunning({ part, text }: Part): boolean {
  const words = (text.match(/\p{L}[\p{L}\p{M}'’-]{3,}/gu) ?? []).slice(1);
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length < 3 || capital / words.length < capitalShareMax[part];
}

function addLabels(names: readonly FoundName[], categories: readonly string[], language: string): FoundName[] {
  const byKey = new Map(names.map((name) => [name.key, name]));
  for (const label of categories) {
    const name = collapseSpace(label);
    const key = foldName(name, language);
    if (!isTopicLabel(name, key)) continue;
    const known = byKey.get(key);
    byKey.set(
      key,
      known ? { ...known, weight: known.weight + categoryWeight } : { key, name, kind: "term", weight: categoryWeight, shortKeys: [] },
    );
  }
  return [...byKey.values()];
}

const isTopicLabel = (name: string, key: string): boolean =>
  key.length >= 3 &&
  name.split(" ").length <= categoryWordsMax &&
  !sectionOfWord.has(key.replaceAll(" ", "-")) &&
  !/[/:>]|^\p{N}/u.test(name);
