import { dictionary } from "@zxcvbn-ts/language-common";

let common: Set<string> | undefined;

/**
 * Whether a lower-case word is among the 49,000 most common passwords of known breaches; asked offline, so that no
 * password leaves the house.
 */
export function isCommonPassword(word: string): boolean {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(word);
}
