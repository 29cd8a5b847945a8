import { describe, expect, it } from "vitest";
import { newToken } from "@/tests/bench/leak/canary";
import { tokensIn } from "@/tests/bench/leak/find-tokens";

const token = newToken();
const half = token.length / 2;
const [head, tail] = [token.slice(0, half), token.slice(half)];
const each = (spell: (character: string, code: number) => string) =>
  [...token].map((letter) => spell(letter, letter.charCodeAt(0))).join("");
const hex = (code: number, digits: number) => code.toString(16).padStart(digits, "0");

const spellings: Record<string, string | Buffer> = {
  "as it is": `<p>The word is ${token}.</p>`,
  "in capitals": token.toUpperCase(),
  "as JSON escapes": `"${each((_letter, code) => `\\u${hex(code, 4)}`)}"`,
  "as JSON escapes inside a string inside JSON": `"${each((_letter, code) => `\\\\u${hex(code, 4)}`)}"`,
  "as script escapes": each((_letter, code) => `\\x${hex(code, 2)}`),
  "as decimal entities": each((_letter, code) => `&#${code};`),
  "as hexadecimal entities, escaped once more": each((_letter, code) => `&amp;#x${hex(code, 2)};`),
  "percent encoded": each((_letter, code) => `%${hex(code, 2)}`),
  "in base64": `data:,${Buffer.from(`x ${token} y`).toString("base64")}`,
  "in base64 after a path": `/media/z${Buffer.from(`The word is ${token}.`).toString("base64url")}`,
  "cut by the page's data stream": `self.__next_f.push([1,"a ${head}"])</script><script>self.__next_f.push([1,"${tail} b"])</script>`,
  "cut by tags": `<b>${head}</b><i>${tail}</i>`,
  "cut by soft hyphens and spaces": `${head}\u00ad\u200b ${tail}`,
  "in UTF-16": Buffer.from(`The word is ${token}.`, "utf16le"),
};

describe("the search for canaries", () => {
  for (const [name, spelling] of Object.entries(spellings)) {
    it(`finds one ${name}`, () => expect(tokensIn([Buffer.from(spelling)], [token])).toEqual([token]));
  }

  it("finds none where there is none", () => {
    const others = Buffer.from(`${newToken()} ${head} something between ${tail}`);
    expect(tokensIn([others], [token])).toEqual([]);
  });
});
