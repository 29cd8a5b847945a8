import { expect, it } from "vitest";
import { readTerms } from "@/lib/stories/engine/read-terms";

const terms = (headline: string, language: string, text = ""): string[] =>
  readTerms({ headline, standfirst: "", text, language }).map(({ term }) => term);

it.each([
  ["en", "Chinese exports rise", "China's export rose"],
  ["de", "Die Brücken gesperrt", "Brücke gesperrt"],
  ["fr", "L’incendie du port", "Des incendies au port"],
  ["ru", "Пожары в порту", "Пожар в порту"],
  ["ar", "حريق في الميناء", "حريق الميناء"],
  ["ja", "港で火災が発生", "火災が港で"],
])("reads terms in %s that two spellings of one matter share", (language, one, other) => {
  const first = new Set(terms(one, language));
  expect(terms(other, language).filter((term) => first.has(term)).length).toBeGreaterThan(0);
});

it("counts a figure more than a word, and a headline's word more than a text's", () => {
  const strengths = new Map(
    readTerms({ headline: "Ferry", standfirst: "", text: "storm 140", language: "en" }).map(({ term, strength }) => [term, strength]),
  );
  const [ferry = 0, storm = 0, figure = 0] = [...strengths.values()];
  expect(ferry).toBeGreaterThan(storm);
  expect(figure).toBeGreaterThan(storm);
});
