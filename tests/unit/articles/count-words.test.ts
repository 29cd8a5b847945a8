import fc from "fast-check";
import { expect, it } from "vitest";
import { countWords, readingMinutes } from "@/lib/articles/count-words";

it("counts words, figures and contractions as one each", () => {
  expect(countWords("The bank’s rate didn't fall below 4.25 per cent — yet.", "en")).toBe(10);
});

it("counts characters in Japanese and Chinese, without punctuation", () => {
  expect(countWords("灯台、点灯。", "ja")).toBe(4);
  expect(countWords("港口開放", "zh-Hant")).toBe(4);
});

it("reads 230 words or 500 characters a minute, one minute at least", () => {
  expect(readingMinutes(690, "en")).toBe(3);
  expect(readingMinutes(1500, "ja")).toBe(3);
  expect(readingMinutes(0, "en")).toBe(1);
});

it("counts plain ASCII as the pattern for all other texts does", () => {
  const ascii = fc.string({ unit: fc.constantFrom(..."ab9 .,-'\n!A"), maxLength: 60 });
  fc.assert(
    fc.property(ascii, (text) => {
      expect(countWords(text, "en")).toBe(countWords(`${text} É`, "en") - 1);
    }),
  );
});
