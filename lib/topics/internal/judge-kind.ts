import type { TopicKind } from "../types";
import { isGivenName, isNotion, isOrganisationWord, isPlaceWord } from "./name-words";

/** What is known of a name: its words in lower case, what stood beside it, whether a shorter form of it was used. */
export type KindEvidence = {
  words: readonly string[];
  hints: readonly (TopicKind | null)[];
  isKnownPlace: boolean;
  isAcronym: boolean;
  isSurnamed: boolean;
};

/** What a name stands for, by the first of these rules that speaks. */
export function judgeKind(evidence: KindEvidence): TopicKind {
  const { words, hints, isKnownPlace, isAcronym } = evidence;
  if (isKnownPlace) return "place";
  const isOrganisation = words.some(isOrganisationWord);
  if (hints.includes("person") && !isOrganisation) return "person";
  if (isAcronym && words.every(isNotion)) return "term";
  if (isAcronym || isOrganisation) return "organisation";
  if (isNamedLikeSomeone(evidence)) return "person";
  return words.some(isPlaceWord) || isPlacedThere(evidence) ? "place" : "term";
}

const isNamedLikeSomeone = ({ words, isSurnamed }: KindEvidence): boolean =>
  words.length > 1 && words.length <= 4 && (isSurnamed || isGivenName(words[0] ?? ""));

/** Half of the times it stood after "in", "near" and the like. */
function isPlacedThere({ words, hints }: KindEvidence): boolean {
  const places = hints.filter((hint) => hint === "place").length;
  return places > 0 && places * 2 >= hints.length && words.length <= 2;
}
