import { foldName } from "../fold-name";
import type { FoundName } from "../types";
import { isGenericName } from "./generic-name";
import { judgeKind } from "./judge-kind";
import { knownPlaces } from "./known-places";
import type { Sighting, TextPart } from "./sighting";
import type { SpelledOut } from "./spelled-out";

type Gathering = {
  parts: readonly { part: TextPart; text: string }[];
  language: string;
  sightings: readonly Sighting[];
  spelledOut: readonly SpelledOut[];
};

/** What a place in the text is worth: a headline is about what it names. */
const partWeights: Record<TextPart, number> = { headline: 3, standfirst: 2, leadIn: 1 };
/** Each further mention, up to four. */
const againWeight = 0.25;
const againMax = 4;

type Named = { key: string; sightings: Sighting[]; shortKeys: Set<string>; name: string };

/** Joins the sightings of one text into names: shorter forms into fuller ones, each weighed by its places and judged by its kind. */
export function gatherNames({ parts, language, sightings, spelledOut }: Gathering): FoundName[] {
  const byKey = groupByKey(sightings, language);
  for (const { name, short } of spelledOut) spellOut(byKey, name, short, language);
  for (const [short, full] of knownPlaces(language).fullKeyOf) nameInFull(byKey, short, full, language);
  foldShortForms(byKey);
  const keyed = parts.map(({ part, text }) => ({ part, folded: ` ${foldName(text, language)} ` }));
  return [...byKey.values()].map((named) => toFoundName(named, keyed, language));
}

function groupByKey(sightings: readonly Sighting[], language: string): Map<string, Named> {
  const byKey = new Map<string, Named>();
  for (const sighting of withoutOpeners(sightings, language)) {
    const name = sighting.words.join(" ");
    const key = foldName(name, language);
    if (key === "") continue;
    const known = byKey.get(key);
    if (known) known.sightings.push(sighting);
    else byKey.set(key, { key, sightings: [sighting], shortKeys: new Set(), name });
  }
  // A single capital that only ever begins a sentence is the sentence's.
  for (const [key, { sightings: all }] of byKey) {
    if (all.every(({ isDoubtful, words }) => isDoubtful && words.length === 1 && !isAcronym(words[0] ?? ""))) byKey.delete(key);
  }
  return byKey;
}

/** "Later Brannick said": the first word is the sentence's where the text names the rest elsewhere. */
function withoutOpeners(sightings: readonly Sighting[], language: string): Sighting[] {
  const keyOf = (words: readonly string[]): string => foldName(words.join(" "), language);
  const sure = [...new Set(sightings.filter(({ isDoubtful }) => !isDoubtful).map(({ words }) => keyOf(words)))];
  return sightings.map((sighting) => {
    const { words, isDoubtful } = sighting;
    if (!isDoubtful || words.length < 2 || sure.includes(keyOf(words))) return sighting;
    const rest = keyOf(words.slice(1));
    // "Edda Marrowby" stays whole where others only say "Marrowby".
    const isNamed = sure.some((key) => (key === rest && words.length > 2) || key.endsWith(` ${rest}`));
    return isNamed ? { ...sighting, words: words.slice(1), isDoubtful: false } : sighting;
  });
}

const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&.]{1,7}$/u.test(word);

function spellOut(byKey: Map<string, Named>, name: string, short: string, language: string): void {
  const key = foldName(name, language);
  const made: Named = byKey.get(key) ?? { key, sightings: [], shortKeys: new Set(), name };
  byKey.set(key, made);
  if (made.sightings.length === 0) made.sightings.push({ words: name.split(" "), part: "leadIn", hint: "organisation", isDoubtful: false });
  made.shortKeys.add(foldName(short, language));
  moveInto(byKey, foldName(short, language), key);
}

function moveInto(byKey: Map<string, Named>, shortKey: string, fullKey: string): void {
  const short = byKey.get(shortKey);
  const full = byKey.get(fullKey);
  if (!short || !full || short === full) return;
  full.sightings.push(...short.sightings);
  full.shortKeys.add(shortKey);
  for (const key of short.shortKeys) full.shortKeys.add(key);
  byKey.delete(shortKey);
}

/** "U.S." is the United States even where the text never says so. */
function nameInFull(byKey: Map<string, Named>, shortKey: string, fullKey: string, language: string): void {
  const short = byKey.get(shortKey);
  if (!short) return;
  const name = knownPlaces(language).nameOf.get(fullKey) ?? fullKey;
  if (!byKey.has(fullKey)) byKey.set(fullKey, { key: fullKey, sightings: [], shortKeys: new Set(), name });
  moveInto(byKey, shortKey, fullKey);
}

/** "Lagarde" is the one fuller name of the text that ends so; "Arkway" the one that begins so. */
function foldShortForms(byKey: Map<string, Named>): void {
  for (const key of [...byKey.keys()]) {
    if (key.includes(" ") || isGenericName(key)) continue;
    const fuller = [...byKey.keys()].filter((other) => other.endsWith(` ${key}`) || (key.length > 3 && other.startsWith(`${key} `)));
    const [only] = fuller;
    if (fuller.length === 1 && only !== undefined) moveInto(byKey, key, only);
  }
}

function toFoundName(named: Named, keyed: readonly { part: TextPart; folded: string }[], language: string): FoundName {
  const { key, sightings, shortKeys } = named;
  const forms = [key, ...shortKeys];
  const parts = new Set(sightings.map(({ part }) => part));
  for (const { part, folded } of keyed) if (forms.some((form) => folded.includes(` ${form} `))) parts.add(part);
  const placed = [...parts].reduce((sum, part) => sum + partWeights[part], 0);
  const places = knownPlaces(language);
  const kind = judgeKind({
    words: key.split(" "),
    hints: sightings.map(({ hint }) => hint),
    isKnownPlace: places.nameOf.has(key),
    isAcronym: isAcronym(named.name) || sightings.some(({ hint }) => hint === "organisation"),
    isSurnamed: [...shortKeys].some((short) => key.endsWith(` ${short}`)),
  });
  return {
    key,
    name: places.nameOf.get(key) ?? named.name,
    kind,
    weight: placed + againWeight * Math.min(againMax, Math.max(0, sightings.length - parts.size)),
    shortKeys: [...shortKeys].filter((short) => short !== key).sort(),
  };
}
