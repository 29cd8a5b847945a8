import { mapAscii } from "@/lib/core/ascii";

/** Letters and digits alone, in lower case: what a text says without how it is set. */
export function bareText(text: string): string {
  return mapAscii(text, lowered) ?? bareUnicode(text);
}

const bareUnicode = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

/** What is kept of each ASCII character: its lower case, or nothing (0). */
const lowered = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});
