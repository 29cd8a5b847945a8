import { describe, expect, it } from "vitest";
import { chooseHeadline } from "@/lib/stories/choose-headline";

const at = new Date("2026-11-20T08:00:00Z");
const candidates = (...headlines: string[]) =>
  headlines.map((headline, index) => ({
    id: index + 1,
    headline,
    language: "en-GB",
    isCopy: false,
    publishedAt: new Date(at.getTime() + index),
  }));
const chosen = (...headlines: string[]) => headlines[(chooseHeadline(candidates(...headlines))?.id ?? 0) - 1];

const plain = "Grauford bridge reopens between Lythra and Ostervar after 27 years";
const others = [
  "Two presidents walk the Grauford bridge between Lythra and Ostervar",
  "Ostervar and Lythra reopen Grauford bridge after 27 years",
];

it("takes the one that names most of what the others name", () => {
  expect(chosen("A river crossing that nobody will forget in a hurry", plain, ...others)).toBe(plain);
  expect(chooseHeadline(candidates(plain, ...others))?.reason).toBe("it names most of what the others name and says it plainly");
});

describe("holds back", () => {
  it.each([
    ["a question", "Will the Grauford bridge between Lythra and Ostervar reopen after 27 years?"],
    ["a label", "Watch live: Grauford bridge reopens between Lythra and Ostervar after 27 years"],
    ["a teaser", "Here's what the Grauford bridge between Lythra and Ostervar was shut for 27 years for"],
    ["an open end", "Grauford bridge between Lythra and Ostervar after 27 years: and then this happened…"],
    ["a shout", "Grauford bridge reopens between Lythra and Ostervar after 27 years!"],
    ["capitals", "GRAUFORD BRIDGE REOPENS BETWEEN LYTHRA AND OSTERVAR AFTER 27 YEARS"],
    ["too few words", "Grauford bridge reopens"],
  ])("%s", (_what, headline) => {
    expect(chosen(headline, plain, ...others)).toBe(plain);
  });
});

it("takes the earlier of two that are alike, and has nothing to say of none", () => {
  expect(chooseHeadline(candidates(plain, plain))?.id).toBe(1);
  expect(chooseHeadline([])).toBeNull();
  expect(chooseHeadline(candidates("Anything at all?"))).toEqual({ id: 1, reason: "it is the only one" });
});
