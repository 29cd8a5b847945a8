import { expect, it } from "vitest";
import { openingOf } from "@/lib/articles/opening-of";
import { words } from "./make-draft";

const article = { access: "metered", language: "en", leadIn: [words(60)], leadInWords: null } as const;

it("shows the opening, a shorter one where the title says so, and none behind a hard wall", () => {
  expect(openingOf(article)).toEqual(article.leadIn);
  expect(
    openingOf({ ...article, leadInWords: 20 })
      .join(" ")
      .split(" ").length,
  ).toBeLessThanOrEqual(20);
  expect(openingOf({ ...article, access: "paid" })).toEqual([]);
});
