import { stopWords } from "@/lib/stories/stop-words";
import type { TopicKind } from "../types";
import { calendarWords } from "./calendar-words";
import { isEmptyCapital, isGivenName, isOrganisationWord, isPeople, isSaying, isTitle, standsBeforePlaces } from "./name-words";
import type { Token } from "./read-tokens";
import type { Sighting } from "./sighting";

/** Small words within names: "Bank of England", "Ursula von der Leyen". */
const joining = new Set("of de del della di da do dos das du des la le van von der den ter al el bin ibn ben e y &".split(" "));
/** Those that also part one name from another: "Ruth Abelsen of Halden Maritime". */
const parting = new Set(["of", "de", "del", "della", "du", "des", "e", "y"]);
/** After these signs a capital may be the sentence's. */
const opening = new Set([":", "“", '"', "„", "«", "‘", "—", "–", "•", "|", "…", "!", "?", "."]);
const wordsMax = 7;
/** A lone word in capitals of so many letters is no acronym. */
const datelineCharactersMin = 7;

/** Capitalised runs of a sentence in running text, without titles before names, days, peoples and the words that only begin a sentence. */
export function findCapitalRuns(tokens: readonly Token[], language: string): Omit<Sighting, "part">[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    const end = runEnd(tokens, at, language);
    if (end > at) runs.push({ from: at, to: end });
    at = Math.max(end, at + 1);
  }
  return runs.flatMap((run) => readRun(tokens, run, language));
}

type Run = { from: number; to: number };

/** Where the run that begins here ends; `at` itself where none does. */
function runEnd(tokens: readonly Token[], at: number, language: string): number {
  if (!isCapital(tokens[at], language)) return at;
  let end = at + 1;
  while (end < tokens.length && end - at < wordsMax) {
    if (isPossessive(tokens[end - 1])) return end;
    const next = nextCapital(tokens, end, language);
    if (next === null || tokens[next]?.isElided || (next > end && !mayJoin(tokens, at, end, language))) return end;
    end = next + 1;
  }
  return end;
}

/** Small words join what is one word so far ("Bank of"), or an organisation ("European Court of"); in German, where they stand between any nouns, given names. */
function mayJoin(tokens: readonly Token[], at: number, end: number, language: string): boolean {
  if (language === "de") return isGivenName(tokens[end - 1]?.lower ?? "");
  return end - at === 1 || !parting.has(tokens[end]?.lower ?? "") || isOrganisationWord(tokens[end - 1]?.lower ?? "");
}

/** The place of the capital that goes on a run, across initials' dots and at most two small words. */
function nextCapital(tokens: readonly Token[], from: number, language: string): number | null {
  if (tokens[from]?.text === "." && tokens[from - 1]?.text.length === 1 && isCapital(tokens[from + 1], language)) return from + 1;
  for (let at = from; at < from + 3; at += 1) {
    if (isCapital(tokens[at], language)) return at;
    if (!joining.has(tokens[at]?.lower ?? "")) return null;
  }
  return null;
}

function isCapital(token: Token | undefined, language: string): boolean {
  return token?.kind === "word" && /^\p{Lu}/u.test(token.text) && !calendarWords(language).has(token.lower) && !isEmptyCapital(token.lower);
}

const isPossessive = (token: Token | undefined): boolean => token !== undefined && /['’]s$/u.test(token.text);

function readRun(tokens: readonly Token[], { from, to }: Run, language: string): Omit<Sighting, "part">[] {
  const isOpening = from === 0 || opening.has(tokens[from - 1]?.text ?? "");
  const words = tokens.slice(from, to).filter(({ kind, text }) => kind === "word" || text === "&");
  const dropped = isOpening ? countLeading(words, ({ lower }) => stopWords(language).has(lower)) : 0;
  const title = words.findLastIndex(({ lower }, index) => index >= dropped && isTitle(lower, language));
  const name = trimJoining(words.slice(Math.max(dropped, title + 1)));
  if (name.every(({ lower }) => isPeople(lower) || stopWords(language).has(lower)) || isDateline(name)) return [];
  const hint = title >= 0 && words[title + 1] === name[0] ? "person" : readHint(tokens, { from, to }, language);
  return [{ words: name.map(bareWord), hint, isDoubtful: isOpening && dropped === 0 && title < 0 && !isPossessive(words.at(-1)) }];
}

/** "TARROW FALLS", "STENNICK": where a report was written; acronyms are shorter. */
const isDateline = (name: readonly Token[]): boolean => {
  const shortest = name.length > 1 ? 2 : datelineCharactersMin;
  return name.length > 0 && name.every(({ text }) => text.length >= shortest && text === text.toUpperCase());
};

function countLeading(words: readonly Token[], isDropped: (word: Token) => boolean): number {
  const first = words.findIndex((word) => !isDropped(word));
  return first < 0 ? words.length : first;
}

/** "President of France" leaves "of France" when its title is gone. */
function trimJoining(words: readonly Token[]): Token[] {
  const from = words.findIndex(({ lower, text }) => !joining.has(lower) || /^\p{Lu}/u.test(text));
  return from < 0 ? [] : words.slice(from);
}

const bareWord = ({ text }: Token): string => text.replace(/['’](?:s|m|ve|ll|d|re)$/u, "");

/** What stands right before and after a run says of it. */
function readHint(tokens: readonly Token[], { from, to }: Run, language: string): TopicKind | null {
  const wordAt = (at: number): string => tokens[at]?.lower ?? "";
  if (isTitle(wordAt(from - 1), language) || isPersonal(wordAt(to), wordAt(to + 1), wordAt(to + 2))) return "person";
  if (standsBeforePlaces(wordAt(from - 1), language)) return "place";
  const isSaid = isSaying(wordAt(from - 1)) || isSaying(wordAt(to));
  return isSaid && to - from > 1 ? "person" : null;
}

/** What follows is ", 69," or ", who". */
const isPersonal = (sign: string, next: string, after: string): boolean =>
  sign === "," && (/^(?:who|whose|\d\d,)$/.test(next) || (/^\d\d$/.test(next) && /^[,.)]?$/.test(after)));
