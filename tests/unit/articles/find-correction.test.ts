import { describe, expect, it } from "vitest";
import { findCorrection } from "@/lib/articles/find-correction";

const story = [
  "The council met on Monday evening to vote on the harbour.",
  "Two members stayed away. The vote was close.",
  "Outside, some forty people waited in the rain.",
  "The mayor spoke of a good day for the town.",
  "The works are to begin in the spring.",
  "The plans can be seen in the library until Friday.",
  "A second vote is to follow.",
];

describe("a correction's own words", () => {
  it.each([
    ["en", "Correction: An earlier version misstated the year. It was 1998."],
    ["en-GB", "This article was amended on 12 November to give the right name of the harbour."],
    ["en", "Clarification (3 May 2026): the council has nine members."],
    ["en", "Corrections and clarifications: the vote was on Monday."],
    ["de", "Korrektur: Der Rat hat neun Mitglieder."],
    ["de-AT", "In einer früheren Version dieses Artikels stand ein falsches Jahr."],
    ["fr", "Rectificatif : le vote a eu lieu lundi."],
    ["es", "Fe de errores: la votación fue el lunes."],
    ["sv", "Rättelse: Rådet har nio ledamöter."],
    ["nb", "Rettelse: Rådet har ni medlemmer."],
    ["ru", "Исправление: в совете девять членов."],
    ["ar", "تصحيح: عدد الأعضاء تسعة."],
    ["zh", "更正：议会有九名成员。"],
    ["ja", "訂正：議員は九人です。"],
  ])("are found at the foot and at the head (%s)", (language, notice) => {
    expect(findCorrection([...story, notice], language)).toBe(notice);
    expect(findCorrection([...story, notice, "Reporting by A. Writer", "© The Title"], language)).toBe(notice);
    expect(findCorrection([notice, ...story], language)).toBe(notice);
  });

  it("lose the ornament before them", () => {
    expect(findCorrection([...story, "• Correction: the vote was on Monday."], "en")).toBe("Correction: the vote was on Monday.");
    expect(findCorrection([...story, "[This story has been corrected to name the harbour.]"], "en")).toContain(
      "This story has been corrected",
    );
  });

  it("are one sentence where they stand in a paragraph of the text", () => {
    const paragraph = "The works begin in the spring. An earlier version of this article gave another year. The mayor was glad.";
    expect(findCorrection([...story, paragraph], "en")).toBe("An earlier version of this article gave another year.");
  });
});

describe("no more of the text than that", () => {
  it.each([
    "Correction officers in the county are on strike, and nobody knows for how long.",
    "Correction of the river: what the town has planned for the spring.",
    "The correction was made on Monday, said the mayor.",
    "Editor’s note: this piece first stood in our magazine.",
    "He read an earlier version of this article aloud.",
  ])("is taken for one: %s", (sentence) => {
    expect(findCorrection([sentence, ...story, sentence], "en")).toBeNull();
  });

  it("is taken from the middle of a text, or from a text in another language", () => {
    const notice = "Correction: the vote was on Monday.";
    expect(findCorrection([...story.slice(0, 2), notice, ...story.slice(2)], "en")).toBeNull();
    expect(findCorrection([...story, notice], "de")).toBeNull();
    expect(findCorrection([...story, notice], "xx")).toBeNull();
  });

  it("follows a notice that opens a text without paragraphs", () => {
    const run = `Correction: the vote was on Monday. ${"The whole of the licensed text goes on here. ".repeat(40)}`;
    expect(findCorrection([run], "en")).toBe("Correction: the vote was on Monday.");
  });

  it("is ever longer than 300 characters", () => {
    const notice = `Correction: ${"The council has nine members and two clerks. ".repeat(12)}`;
    const found = findCorrection([...story, notice], "en") ?? "";
    expect(found.length).toBeLessThanOrEqual(300);
    expect(found).toMatch(/clerks\.$/);
  });
});
