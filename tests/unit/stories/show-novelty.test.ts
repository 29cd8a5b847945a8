import { expect, it } from "vitest";
import type { Access } from "@/lib/entitlements/types";
import { showNovelty } from "@/lib/stories/show-novelty";

const first = "The bridge reopened on Friday after twenty-seven years of waiting on both banks.";
const second = "Lorries will pay a toll of eleven crowns from the first of March, the office said.";
const kept = (access: Access, leadInWords: number | null = null) => ({
  publicSentences: [first, second],
  gatedCount: 3,
  leadIn: leadInWords === null ? null : `${first} ${second}`,
  leadInWords,
  card: { language: "en", policy: { access } },
});

it("shows everyone what stands in an open or cut opening", () => {
  expect(showNovelty(kept("open"), false)).toEqual({ publicSentences: [first, second], gatedCount: 3 });
  expect(showNovelty(kept("metered"), false)).toEqual({ publicSentences: [first, second], gatedCount: 3 });
});

it("shows nothing from behind a hard wall, and counts it", () => {
  expect(showNovelty(kept("paid"), false)).toEqual({ publicSentences: [], gatedCount: 5 });
});

it("shows no more of an opening than its title does", () => {
  expect(showNovelty(kept("metered", 14), false)).toEqual({ publicSentences: [first], gatedCount: 4 });
});

it("shows all of it to whoever may read the text", () => {
  expect(showNovelty(kept("paid", 5), true)).toEqual({ publicSentences: [first, second], gatedCount: 3 });
});
