/** Plain texts of one article; what stands first in a sentence is no name by its capital alone. */
export type NamedText = { standfirst: string; leadIn: string; headline: string };

/** A capitalised word after a lower-case letter, a comma, another name or a letter of a script without capitals. */
const latinName =
  /(?<=[\p{Ll}\p{N},’'”)] )\p{Lu}[\p{Script=Latin}\p{M}]{2,}|(?<=\p{Lu}[\p{L}\p{M}]+ )\p{Lu}[\p{Script=Latin}\p{M}]{2,}|(?<=[\p{Lo}] ?)\p{Script=Latin}{2,}/gu;
const figure = /\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu;
const textCharsMax = 1_500;
const keysMax = 40;

/**
 * What a text names that is spelt alike in most languages: names in Latin script without their accents, and figures of
 * at least two digits without their separators ("1,200" and "1.200" are "1200"). Names that another script spells its
 * own way are out of reach, and so are those that languages translate ("Londres").
 *
 * @returns distinct keys in order of appearance, at most 40; figures begin with "#"
 */
export function findNameKeys(text: NamedText): string[] {
  const running = `${text.standfirst}\n${text.leadIn}`.slice(0, textCharsMax).normalize("NFKC");
  const keys = new Set<string>();
  for (const [name] of running.matchAll(latinName)) keys.add(foldName(name));
  for (const [digits] of `${text.headline}\n${running}`.matchAll(figure)) {
    const folded = foldDigits(digits);
    if (folded.length >= 2 && !/^(?:19|20)\d\d$/.test(folded)) keys.add(`#${folded}`);
  }
  return [...keys].filter((key) => key.length >= 3).slice(0, keysMax);
}

const foldName = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();

/** Digits of any script as ASCII; a code block of digits always begins at zero. */
function foldDigits(digits: string): string {
  let folded = "";
  for (const character of digits.replace(/[.,٫٬]/g, "")) folded += digitValue(character);
  return folded;
}

function digitValue(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1;
  return String((code - zero) % 10);
}
