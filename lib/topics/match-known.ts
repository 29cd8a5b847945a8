import { primaryLanguage } from "@/lib/articles/count-words";
import { foldName } from "./fold-name";
import type { FoundName, NameSource, TopicKind } from "./types";

/** Topics by the folded names that lead to them. */
export type KnownNames = ReadonlyMap<string, { name: string; kind: TopicKind }>;

const gramWordsMax = 4;
const partWeights = { headline: 3, standfirst: 2, leadIn: 1 };

/**
 * Names of open topics that a text holds and its capitals do not show: those of several words in any case ("interest rates"),
 * and any in a headline, which may be capitalised throughout. Single words are looked for with their capital.
 *
 * @param found keys that were found already
 */
export function matchKnown(source: NameSource, known: KnownNames, found: ReadonlySet<string>): FoundName[] {
  const language = primaryLanguage(source.language);
  const matched = new Map<string, FoundName>();
  for (const part of ["headline", "standfirst", "leadIn"] as const) {
    for (const key of new Set(grams(source[part], language))) {
      const topic = found.has(key) ? undefined : known.get(key);
      if (!topic || !isMeant(key, topic.kind, part, source[part])) continue;
      const before = matched.get(key);
      matched.set(key, { key, ...topic, weight: (before?.weight ?? 0) + partWeights[part], shortKeys: [] });
    }
  }
  return [...matched.values()];
}

function isMeant(key: string, kind: TopicKind, part: string, text: string): boolean {
  if (key.includes(" ")) return true;
  if (kind === "term" && key.length < 5) return false;
  return part === "headline" && new RegExp(`(?<![\\p{L}])${capital(key)}(?![\\p{Ll}])`, "u").test(text);
}

/** Keys are folded, so only what folding left as it was is found: a missed mark costs a mention, never a wrong one. */
const capital = (key: string): string => {
  const escaped = key.replace(/[^\p{L}\p{N}]/gu, "\\$&");
  return `(?:${escaped.charAt(0).toUpperCase()}${escaped.slice(1)}|${escaped.toUpperCase()})`;
};

function grams(text: string, language: string): string[] {
  const words = foldName(text, language) === "" ? [] : foldWords(text, language);
  return words.flatMap((_word, from) => Array.from({ length: gramWordsMax }, (_, more) => words.slice(from, from + more + 1).join(" ")));
}

/** Word by word, so that no length limit of names applies to a text. */
const foldWords = (text: string, language: string): string[] =>
  text.split(/[^\p{L}\p{M}\p{N}&'’.-]+/u).flatMap((word) => foldName(word, language).split(" ").filter(Boolean));
