import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collapseSpace } from "@/lib/core/text";

/** Texts of words and every sort of white space, and of anything else. */
const spaced = fc.oneof(
  fc
    .array(fc.constantFrom("a", "b.", "É", "漢", " ", "  ", "\n", "\t", "\u00a0", "\u200b", "\u2003", "\u3000", "\ufeff"))
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

describe("one line of a text", () => {
  it("is what replacing every run of white space makes of it", () => {
    fc.assert(
      fc.property(spaced, (text) => {
        expect(collapseSpace(text)).toBe(text.replace(/[\s\u200b]+/g, " ").trim());
      }),
    );
  });
});
