import { expect, it } from "vitest";
import { extractTerms } from "@/lib/stories/extract-terms";

const terms = (headline: string, language: string, standfirst = "") => extractTerms({ headline, standfirst, leadIn: "", language });

it("drops stop words and stems the rest, so that forms of a word meet", () => {
  expect(terms("The merging rates", "en-GB")).toEqual(["merg", "rate"]);
  expect(terms("A merger rate", "en-GB")).toEqual(["merg", "rate"]);
});

it("keeps figures as they are written", () => {
  expect(terms("Rate held at 4.25%, 3,870 leave", "en")).toEqual(expect.arrayContaining(["4.25", "3.870"]));
});

it("counts a name within a sentence twice", () => {
  expect(terms("", "en", "On Monday Governor Maren Oswick spoke.")).toEqual(expect.arrayContaining(["oswick", "=oswick"]));
});

it("takes pairs of characters where words are not parted by spaces", () => {
  expect(terms("防潮水門が全閉", "ja")).toEqual(expect.arrayContaining(["防潮", "水門", "全閉"]));
});

it("takes the article off an Arabic word", () => {
  expect(terms("البنك المركزي", "ar")).toEqual(terms("بنك مركزي", "ar"));
});
