import fc from "fast-check";
import { expect, it } from "vitest";
import { type DiffPart, diffWords } from "@/lib/articles/diff-words";

const write = (parts: DiffPart[]): string =>
  parts.map(({ kind, text }) => (kind === "same" ? text : kind === "removed" ? `[-${text}-]` : `{+${text}+}`)).join("");

const sideOf = (parts: DiffPart[], without: DiffPart["kind"]): string =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join("");

it("shows the word that changed among those that stayed", () => {
  expect(write(diffWords("Nine rescued from ferry", "Eleven rescued from ferry", "en"))).toBe("[-Nine-]{+Eleven+} rescued from ferry");
});

it("keeps a run of changed words together, what went before what came", () => {
  const parts = diffWords("The minister will resign on Friday", "The minister has been dismissed on Friday", "en");
  expect(write(parts)).toBe("The minister [-will resign-]{+has been dismissed+} on Friday");
});

it("parts words where a language sets no spaces", () => {
  expect(write(diffWords("渡船九人获救", "渡船十一人获救", "zh"))).toMatch(/^渡船\[-九.*-\]\{\+十一.*\+\}/);
  expect(diffWords("", "تصحيح", "ar")).toEqual([{ kind: "added", text: "تصحيح" }]);
});

it("says nothing changed of two equal texts", () => {
  expect(diffWords("As it was", "As it was", "en")).toEqual([{ kind: "same", text: "As it was" }]);
  expect(diffWords("", "", "en")).toEqual([]);
});

it("shows texts that are too long to compare one after the other", () => {
  const [before, after] = ["a ".repeat(900).trim(), "b ".repeat(900).trim()];
  expect(diffWords(before, after, "en").map((part) => part.kind)).toEqual(["removed", "added"]);
});

it("always gives back both versions, whatever they are", () => {
  const text = fc.array(fc.constantFrom("one", "two", "three", " ", ", ", "’s", "九", "é", "\u0301", "👍🏽"), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, fc.constantFrom("en", "zh", "ar", "not a language"), (old, young, language) => {
      const [before, after] = [old.join(""), young.join("")];
      const parts = diffWords(before, after, language);
      expect(sideOf(parts, "added")).toBe(before);
      expect(sideOf(parts, "removed")).toBe(after);
      expect(parts.every((part, index) => part.text !== "" && part.kind !== parts[index - 1]?.kind)).toBe(true);
    }),
  );
});
