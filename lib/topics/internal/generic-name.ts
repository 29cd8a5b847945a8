import { isOrganisationWord, isPeople, isPlaceWord } from "./name-words";

const lettersMin = 2;

/** Whether a folded name is one word that any text may mean something else by: "Bank", "Court", "North", a single letter. */
export function isGenericName(key: string): boolean {
  if (key.length < lettersMin || /^[\d\s]+$/.test(key)) return true;
  return key.split(" ").every((word) => isOrganisationWord(word) || isPlaceWord(word) || isPeople(word));
}
