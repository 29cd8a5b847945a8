import fc from "fast-check";
import { expect, it } from "vitest";
import { chooseTitles, type OfferedTitle } from "@/lib/reading/choose-titles";

const title = (slug: string, country: string, language = "en", topStories = 0): OfferedTitle => ({
  id: slug.length,
  slug,
  country,
  language: `${language}-${country}`,
  topStories,
  articles: 10,
});

const slugs = (titles: readonly OfferedTitle[]) => titles.map(({ slug }) => slug);

it("gives half to the reader's own country and spreads the rest, the most seen first", () => {
  const titles = [
    ...["a", "b", "c", "d"].map((slug, at) => title(`gb-${slug}`, "GB", "en", 9 - at)),
    ...["a", "b", "c"].map((slug, at) => title(`us-${slug}`, "US", "en", 20 - at)),
    title("au-a", "AU", "en", 1),
  ];
  expect(slugs(chooseTitles(titles, { country: "GB", languages: ["en"] }, 6))).toEqual(["gb-a", "gb-b", "gb-c", "us-a", "au-a", "us-b"]);
});

it("fills up from home where abroad has little, and the other way round", () => {
  const home = ["a", "b", "c", "d"].map((slug) => title(`gb-${slug}`, "GB"));
  expect(slugs(chooseTitles([...home, title("us", "US")], { country: "GB", languages: ["en"] }, 4))).toEqual([
    "gb-a",
    "gb-b",
    "gb-c",
    "us",
  ]);
  expect(chooseTitles(home, { country: "NZ", languages: ["en"] }, 4)).toHaveLength(4);
});

it("offers nothing that the reader cannot read", () => {
  const titles = [title("gb", "GB"), title("fr", "FR", "fr", 50)];
  expect(slugs(chooseTitles(titles, { country: "FR", languages: ["en"] }, 5))).toEqual(["gb"]);
  expect(slugs(chooseTitles(titles, { country: null, languages: ["en", "fr"] }, 5))).toEqual(["fr", "gb"]);
});

it("chooses no more than asked, none twice, and the same whatever order they come in", () => {
  const some = fc.uniqueArray(
    fc.record({
      id: fc.integer({ min: 1, max: 999 }),
      slug: fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 5 }),
      country: fc.constantFrom("GB", "US", "AU"),
      language: fc.constantFrom("en", "en-GB", "de"),
      topStories: fc.nat(5),
      articles: fc.nat(30),
    }),
    { selector: ({ slug }) => slug, maxLength: 40 },
  );
  fc.assert(
    fc.property(some, fc.constantFrom("GB", "AU", null), (titles, country) => {
      const chosen = chooseTitles(titles, { country, languages: ["en"] }, 12);
      expect(chosen).toHaveLength(Math.min(12, titles.filter(({ language }) => language.startsWith("en")).length));
      expect(new Set(slugs(chosen)).size).toBe(chosen.length);
      expect(chooseTitles(titles.toReversed(), { country, languages: ["en"] }, 12)).toEqual(chosen);
    }),
  );
});
