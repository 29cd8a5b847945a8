import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldWords } from "@/lib/entitlements/fold-words";
import { findKeyword, foldKeyword, indexKeywords } from "@/lib/entitlements/match-keyword";

const holds = (text: string, keyword: string): boolean => findKeyword(foldWords([text]), indexKeywords([keyword]), () => true) !== null;

/** Words without anything that folding touches, each in letters of one language. */
const letters: Record<string, string> = {
  en: "abcdefgnrt",
  de: "abeghmnrst",
  fr: "aceilnorsu",
  tr: "abcekmnrst",
  ar: "ابتحدرسعلم",
  ja: "",
};
const wordOf = (language: string) => fc.string({ unit: fc.constantFrom(...(letters[language] ?? "")), minLength: 2, maxLength: 4 });
const separator = fc.constantFrom(" ", ", ", "-", " – ", ": ", "’", "... ", "\n", " «");

describe("a keyword in a text", () => {
  it.each(["en", "de", "fr", "tr", "ar"])("is found exactly where it stands as whole words (%s)", (language) => {
    fc.assert(
      fc.property(
        fc.array(wordOf(language), { minLength: 1, maxLength: 12 }),
        fc.array(wordOf(language), { minLength: 1, maxLength: 2 }),
        fc.array(separator, { minLength: 12, maxLength: 12 }),
        (words, keyword, between) => {
          const text = words.map((word, index) => word + (between[index] ?? " ")).join("");
          const isThere = words.some((_word, start) => keyword.every((word, place) => words[start + place] === word));
          expect(holds(text, keyword.join(" "))).toBe(isThere);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("is found among many just as alone, and the first that counts is named", () => {
    const word = wordOf("en");
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.array(word, { maxLength: 20 }), fc.nat(), (words, keywords, muted) => {
        const index = indexKeywords(keywords);
        const counts = (place: number) => place !== muted;
        const found = findKeyword(foldWords([words.join(" ")]), index, counts);
        const there = keywords.flatMap((keyword, place) => (words.includes(keyword) && counts(place) ? [place] : []));
        expect(found === null ? there.length === 0 : there.includes(found)).toBe(true);
      }),
    );
  });
});

describe("words as readers write them", () => {
  it.each([
    ["The party goes on", "art", false],
    ["White House’s plan", "white house", true],
    ["White paint on a house", "white house", false],
    ["Trump's tariffs", "TRUMP", true],
    ["The banks fail", "bank", false],
    ["São Paulo floods", "sao paulo", true],
    ["Covid-19 returns", "covid 19", true],
    ["Disney+ raises prices", "Disney", true],
    ["Vitamin C helps", "C++", false],
    ["A compiler for C++", "c++", true],
    ["Straße gesperrt", "STRASSE", true],
    ["Schöner Tag in Köln", "koln", true],
    ["Guerre en l’Iran", "iran", true],
    ["L’élection présidentielle", "Élection", true],
    ["İSTANBUL'da sel", "istanbul", true],
    ["Irak'ta seçim", "ırak", true],
    ["الحَرْبُ في غزّة", "غزة", true],
    ["أخبار اليوم", "اخبار", true],
    ["الحرب", "حرب", false],
    ["トランプ大統領が会見", "トランプ", true],
    ["東京都知事選", "東京都", true],
    ["東京都知事選", "京都", false],
    ["東京 オリンピック", "東京オリンピック", true],
    ["ﾄﾗﾝﾌﾟ氏", "トランプ", true],
    ["特朗普宣布关税", "特朗普", true],
    ["ประเทศไทยประกาศ", "ประเทศไทย", true],
    ["ёлка в Кремле", "елка", true],
    ["мой дом", "мои", false],
  ])("%s | %s", (text, keyword, isThere) => {
    expect(holds(text, keyword)).toBe(isThere);
  });
});

describe("what is no word of a text", () => {
  it("goes from no text into the next", () => {
    const index = indexKeywords(["white house"]);
    expect(findKeyword(foldWords(["All white", "House prices"]), index, () => true)).toBeNull();
  });

  it("is empty where it holds no word, and then hides nothing", () => {
    expect(foldKeyword("!?…")).toBe("");
    expect(holds("anything at all", "!?…")).toBe(false);
  });
});
