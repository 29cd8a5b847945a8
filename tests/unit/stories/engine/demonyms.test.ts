import fc from "fast-check";
import { expect, it } from "vitest";
import { foldDemonyms } from "@/lib/stories/engine/demonyms";

it("puts the country in the place of its people and its adjective", () => {
  expect(foldDemonyms("Chinese exports to Germans and the Dutch", "en")).toBe("China exports to Germany and the Netherlands");
  expect(foldDemonyms("RUSSIAN and russian ships", "en")).toBe("Russia and Russia ships");
});

it("leaves words alone that only begin or end so", () => {
  expect(foldDemonyms("Indianapolis, Germanic, Romanians", "en")).toBe("Indianapolis, Germanic, Romanians");
});

it("reads English alone", () => {
  expect(foldDemonyms("Der Chinese und der Pole, Japanese", "de")).toBe("Der Chinese und der Pole, Japanese");
});

it("has nothing left to fold once it has folded, and keeps all that is no word", () => {
  const texts = fc
    .array(fc.oneof(fc.constantFrom("Chinese", "french", "Turkish", "Turkey", "Swiss", "ferry"), fc.string()))
    .map((all) => all.join(" "));
  fc.assert(
    fc.property(texts, (text) => {
      const folded = foldDemonyms(text, "en");
      expect(foldDemonyms(folded, "en")).toBe(folded);
      expect(folded.replace(/\p{L}/gu, "")).toBe(text.replace(/\p{L}/gu, ""));
    }),
  );
});
