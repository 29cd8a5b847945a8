import { asciiTable, mapAscii } from "@/lib/core/ascii";

/** Letters and digits alone, in lower case: what a text says without how it is set. */
export function bareText(text: string): string {
  return mapAscii(text, lowered) ?? bareUnicode(text);
}

const bareUnicode = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

const lowered = asciiTable((character) => (/[a-z0-9]/i.test(character) ? character.toLowerCase() : ""));
