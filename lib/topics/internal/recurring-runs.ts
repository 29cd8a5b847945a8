import { stopWords } from "@/lib/stories/stop-words";
import { foldName } from "../fold-name";
import { isTitle } from "./name-words";
import { readTokens, type Token } from "./read-tokens";
import type { Sighting, TextPart } from "./sighting";

type Parts = readonly { part: TextPart; text: string }[];

const gramWordsMax = 3;
const gramLettersMax = 8;
const timesMin = 2;

/**
 * Names of scripts without capitals whose words are parted by spaces (Arabic, Hebrew, Hangul, Devanagari): runs of two or three
 * words that the text says again and that neither begin nor end in a stop word, and what follows a title.
 */
export function findRecurringWords(parts: Parts, language: string): Sighting[] {
  const found = parts.flatMap(({ part, text }) => {
    const tokens = readTokens(text, language);
    return tokens.flatMap((_token, from) => runsFrom(tokens, from, language).map((run) => ({ ...run, part })));
  });
  return keepMaximal(found, (words) => foldName(words.join(" "), language));
}

function runsFrom(tokens: readonly Token[], from: number, language: string): Omit<Sighting, "part">[] {
  const stop = stopWords(language);
  const isTold = ({ kind, lower }: Token): boolean => kind === "word" && lower.length > 1 && !stop.has(lower);
  if (isTitle(tokens[from]?.lower ?? "", language)) return [];
  const hint = isTitle(tokens[from - 1]?.lower ?? "", language) ? ("person" as const) : null;
  return Array.from({ length: gramWordsMax - 1 }, (_, more) => tokens.slice(from, from + more + 2)).flatMap((run, more) =>
    run.length === more + 2 && run.every(isTold) ? [{ words: run.map(({ text }) => text), hint, isDoubtful: false }] : [],
  );
}

/** Runs of one script; a person's name may have an address after it. */
const unspacedRun = /(\p{Script=Han}[\p{Script=Han}々]{2,})|([\p{Script=Katakana}ー・]{3,})(氏|さん|大統領|首相|選手|会長|監督|議員)?/gu;
/** Measures and money. */
const measures = new Set("メートル センチ キロ ユーロ ドル パーセント グラム トン ポンド ページ".split(" "));

/**
 * Names in Han and Kana: runs of Katakana as they stand, and runs of three to eight Han characters that the text says again.
 */
export function findRecurringCharacters(parts: Parts): Sighting[] {
  const matches = parts.flatMap(({ part, text }) =>
    Array.from(text.normalize("NFKC").matchAll(unspacedRun), ([, han, katakana, address]) => ({ part, han, katakana, address })),
  );
  const named = matches.flatMap(({ part, katakana, address }): Sighting[] =>
    katakana === undefined || measures.has(katakana)
      ? []
      : [{ words: [katakana], part, hint: address === undefined ? null : "person", isDoubtful: false }],
  );
  const runs = matches.flatMap(({ part, han }) =>
    grams([...(han ?? "")]).map((gram): Sighting => ({ words: [gram], part, hint: null, isDoubtful: false })),
  );
  return [...named, ...keepMaximal(runs, ([word = ""]) => word)];
}

/** Every run of three to eight of these letters. */
function grams(letters: readonly string[]): string[] {
  return letters.flatMap((_letter, from) =>
    Array.from({ length: Math.max(0, Math.min(gramLettersMax, letters.length - from) - 2) }, (_, more) =>
      letters.slice(from, from + more + 3).join(""),
    ),
  );
}

/** Those said at least twice, without those that are only said as part of a longer one. */
function keepMaximal(sightings: readonly Sighting[], keyOf: (words: readonly string[]) => string): Sighting[] {
  const byKey = Map.groupBy(sightings, ({ words }) => keyOf(words));
  const recurring = [...byKey].filter(([, group]) => group.length >= timesMin || group.some(({ hint }) => hint !== null));
  const isPart = (key: string, count: number): boolean =>
    recurring.some(([other, group]) => other.length > key.length && other.includes(key) && group.length >= count);
  return recurring.flatMap(([key, group]) => (isPart(key, group.length) ? [] : group));
}
