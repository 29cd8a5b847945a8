import { expect, it } from "vitest";
import { groupChanges } from "@/components/article/group-changes";
import { historyWords } from "@/components/article/history-words";
import { additionWords } from "@/components/story/story-words";
import { editionWords } from "@/components/top-stories/edition-words";
import { topPath } from "@/components/top-stories/top-path";
import type { ArticleChange } from "@/lib/articles/list-changes";

it("says how often an article changed, its headline first", () => {
  expect(historyWords({ headlineChanges: 0, materialChanges: 0 })).toBeNull();
  expect(historyWords({ headlineChanges: 0, materialChanges: 2 })).toBe("Changed twice");
  expect(historyWords({ headlineChanges: 1, materialChanges: 4 })).toBe("Headline changed once");
  expect(historyWords({ headlineChanges: 3, materialChanges: 4 })).toBe("Headline changed 3\u00a0times");
});

it("folds neighbouring changes of typography, but none with a correction's words", () => {
  const change = (number: number, kind: "minor" | "material", note: string | null = null): ArticleChange => ({
    number,
    kind,
    seenAt: "2026-11-20T10:00:00.000Z",
    headline: null,
    standfirst: null,
    note,
  });
  const groups = groupChanges([
    change(6, "minor"),
    change(5, "minor"),
    change(4, "material"),
    change(3, "minor", "Correction: nine."),
    change(2, "minor"),
  ]);
  expect(groups.map((group) => (group.kind === "minor" ? group.changes.map(({ number }) => number) : group.change.number))).toEqual([
    [6, 5],
    4,
    3,
    [2],
  ]);
});

it("says how much more an article alone tells, and where", () => {
  const novelty = (shown: number, gatedCount: number) => ({ publicSentences: Array<string>(shown).fill("Said here alone."), gatedCount });
  expect(additionWords(novelty(0, 0), "locked")).toBeNull();
  expect(additionWords(novelty(1, 0), "locked")).toBeNull();
  expect(additionWords(novelty(1, 3), "locked")).toBe("And 3\u00a0more in the full text.");
  expect(additionWords(novelty(2, 1), "open")).toBe("And 2\u00a0more in the article.");
  expect(additionWords(novelty(0, 1), "meter")).toBe("1\u00a0sentence in the full text.");
});

it("names editions and gives each list one address", () => {
  expect([editionWords("de"), editionWords("en-GB")]).toEqual(["German", "English, United Kingdom"]);
  expect([topPath("all", "en"), topPath("politics", "en"), topPath("all", "de"), topPath("sport", "en-GB")]).toEqual([
    "/top",
    "/top/politics",
    "/top/all/de",
    "/top/sport/en-GB",
  ]);
});
