import type { WeakPassword } from "./types";

/** Words that say nothing of whoever uses them here: found out first. */
export type AccountWords = { name: string; email: string; product: string };

/** What is left of a password beside common words has to be at least this long, or it is guessed with them. */
const ownCharactersMin = 5;

const substitutes: Record<string, string> = { "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", $: "s", "!": "i" };

/**
 * Whether a password that is long enough is still among the first to be guessed.
 *
 * @param isCommon whether a lower-case word stands in the list of common and breached passwords
 * @returns null for a password that may be set
 * Source: OWASP ASVS 6.2.4, 6.2.11, 6.2.12; NIST SP 800-63B, section 5.1.1.2
 */
export function judgePassword(password: string, words: AccountWords, isCommon: (word: string) => boolean): WeakPassword | null {
  const lower = password.normalize("NFKC").toLowerCase();
  if (spellings(lower).some(isCommon)) return "common";
  if (isPattern(lower)) return "pattern";
  return saysWhoItIs(lower, words) ? "about-you" : null;
}

/** The ways in which a common password is dressed up: joined, with digits for letters, between or before figures. */
function spellings(lower: string): string[] {
  const joined = lower.replace(/[\s._-]+/g, "");
  const bare = joined.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const all = [lower, joined, bare, unsubstitute(joined), unsubstitute(bare)].flatMap((word) => [word, halfOf(word)]);
  // A short common word with much of its own beside it is no common password.
  return all.filter((word) => word.length > 3 && lower.length - word.length < 2 * word.length);
}

const unsubstitute = (word: string): string => [...word].map((sign) => substitutes[sign] ?? sign).join("");

/** "passwordpassword" is "password". */
const halfOf = (word: string): string => {
  const half = word.slice(0, word.length / 2);
  return word.length % 2 === 0 && half + half === word ? half : word;
};

/** One sign or a few over and over, or signs in a row: up, down, or along the keyboard. */
function isPattern(lower: string): boolean {
  if (new Set(lower).size <= 4) return true;
  const codes = [...lower].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.filter((step) => step === 1 || step === -1 || step === 0).length >= steps.length - 1;
}

function saysWhoItIs(lower: string, { name, email, product }: AccountWords): boolean {
  const words = [...name.split(/\s+/), name.replace(/\s+/g, ""), ...email.split(/[@.+_-]+/), email, product].map((word) =>
    word.toLowerCase(),
  );
  const known = words.filter((word) => word.length >= 3).sort((one, other) => other.length - one.length || one.localeCompare(other));
  const rest = known.reduce((text, word) => text.replaceAll(word, ""), lower).replace(/[^\p{L}]/gu, "");
  return rest.length < ownCharactersMin && known.some((word) => lower.includes(word));
}
