import { expect, it } from "vitest";
import { countWords } from "@/lib/articles/count-words";
import { cutLeadIn, cutStandfirst } from "@/lib/articles/cut-lead-in";
import { words } from "./make-draft";

it("keeps whole paragraphs while they fit", () => {
  expect(cutLeadIn(["One short paragraph.", "Another."], "en")).toEqual(["One short paragraph.", "Another."]);
});

it("cuts the last paragraph at the end of a sentence", () => {
  const cut = cutLeadIn([words(60), words(60)], "en");
  expect(cut).toHaveLength(2);
  expect(cut[1]).toMatch(/again\.$/);
  expect(countWords(cut.join(" "), "en")).toBeLessThanOrEqual(90);
});

it("does not end a sentence at an abbreviation's figure", () => {
  const cut = cutLeadIn([`The bank held its rate at 4.25 per cent. ${words(120)}`], "en");
  expect(cut[0]?.startsWith("The bank held its rate at 4.25 per cent.")).toBe(true);
});

it("gives Japanese the same reading time, counted in characters", () => {
  const sentence = "灯台の光が二十キロ先の海まで届いた。";
  const cut = cutLeadIn([sentence.repeat(40)], "ja");
  expect(cut[0]?.endsWith("。")).toBe(true);
  expect(countWords(cut[0] ?? "", "ja")).toBeLessThanOrEqual(200);
  expect(countWords(cut[0] ?? "", "ja")).toBeGreaterThan(150);
});

it("never hands out a text that has no full stop", () => {
  const endless = Array.from({ length: 900 }, () => "word").join(" ");
  const cut = cutLeadIn([endless], "en");
  expect(cut[0]?.endsWith("…")).toBe(true);
  expect(countWords(cut[0] ?? "", "en")).toBeLessThanOrEqual(90);
});

it("has nothing to show of nothing", () => {
  expect(cutLeadIn([], "en")).toEqual([]);
});

it("cuts a standfirst at a sentence, or at a word when one sentence is too long", () => {
  expect(cutStandfirst("One is short. Two is a little longer than that.", "en", 20)).toBe("One is short.");
  expect(cutStandfirst("A single sentence that is far too long for this", "en", 24)).toBe("A single sentence that…");
});
