import { expect, it } from "vitest";
import { openEngine } from "@/lib/stories/engine/open-engine";

/** A text of these words; texts share runs where their words are the same. */
const words = (from: number, until: number): string => Array.from({ length: until - from }, (_, index) => `word${from + index}`).join(" ");

/** What each of these texts, one a minute, is said to repeat: the number of a text, from 1, or null. */
function copiesAmong(texts: readonly string[]): (number | null)[] {
  let key = 0;
  const engine = openEngine({ newKey: () => ++key });
  const common = { language: "en", publisher: "", headline: "", standfirst: "" };
  return texts.map((text, index) => engine.add({ ...common, id: index + 1, publishedAtMs: index * 60_000, text }).copyOfId);
}

it("names the first of several copies", () => {
  expect(copiesAmong([words(0, 80), words(0, 70), words(0, 60)])).toEqual([null, 1, 1]);
});

it("names the article that is repeated where the first one shares little with the last", () => {
  expect(copiesAmong([words(0, 80), words(20, 120), words(70, 150)])).toEqual([null, 1, 2]);
});
