import fc from "fast-check";
import { expect, it } from "vitest";
import { readAcceptLanguage } from "@/lib/core/read-accept-language";

it("reads languages by weight and the first region that is named", () => {
  expect(readAcceptLanguage("de-AT,de;q=0.9,en-GB;q=0.8,en;q=0.7")).toEqual({ languages: ["de", "en"], country: "AT" });
  expect(readAcceptLanguage("en;q=0.5, fr-CA ; q=0.9 ,fr;q=0.8")).toEqual({ languages: ["fr", "en"], country: "CA" });
  expect(readAcceptLanguage("en, pt-BR;q=0.3")).toEqual({ languages: ["en", "pt"], country: "BR" });
});

it("looks past a script to the region", () => {
  expect(readAcceptLanguage("zh-Hant-TW")).toEqual({ languages: ["zh"], country: "TW" });
  expect(readAcceptLanguage("es-419")).toEqual({ languages: ["es"], country: null });
});

it("leaves out what is refused or no language", () => {
  expect(readAcceptLanguage("*, en;q=0, de;q=2, x-klingon, fr;q=abc, 12")).toEqual({ languages: [], country: null });
  for (const nothing of [null, undefined, "", ",,,", ";q=1"]) expect(readAcceptLanguage(nothing)).toEqual({ languages: [], country: null });
});

it("gives each language once and well formed, whatever is sent", () => {
  const noise = fc.string({ unit: fc.constantFrom("e", "n", "-", ";", "q", "=", "0", ".", "9", ",", " ", "G", "B", "*"), maxLength: 700 });
  fc.assert(
    fc.property(noise, (header) => {
      const { languages, country } = readAcceptLanguage(header);
      expect(new Set(languages).size).toBe(languages.length);
      expect(languages.every((language) => /^[a-z]{2,3}$/.test(language))).toBe(true);
      expect(country === null || /^[A-Z]{2}$/.test(country)).toBe(true);
    }),
  );
});
