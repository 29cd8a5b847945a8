import { describe, expect, it } from "vitest";
import { ArticleAct, correctionCharsMax } from "@/lib/articles/desk-types";

const read = (input: object) => ArticleAct.safeParse({ slug: "an-article", ...input });

describe("an act on an article", () => {
  it("takes an embargo's field as UTC, and an empty one as none", () => {
    expect(read({ act: "embargo", until: "2026-12-01T06:00" }).data).toMatchObject({ until: new Date("2026-12-01T06:00:00Z") });
    expect(read({ act: "embargo", until: "" }).data).toMatchObject({ until: "" });
    for (const until of ["tomorrow", "2026-13-01T06:00", undefined]) expect(read({ act: "embargo", until }).success).toBe(false);
  });

  it("withdraws for a reason only", () => {
    expect(read({ act: "withdraw", reason: "  " }).success).toBe(false);
    expect(read({ act: "withdraw", reason: "Its title asked" }).success).toBe(true);
  });

  it("knows the sections and walls there are, and no more", () => {
    expect(read({ act: "section", section: "science" }).success).toBe(true);
    expect(read({ act: "section", section: "gossip" }).success).toBe(false);
    expect(read({ act: "wall", wall: "title" }).success).toBe(true);
    expect(read({ act: "wall", wall: "none" }).success).toBe(false);
  });

  it("bounds a correction", () => {
    expect(read({ act: "correct", words: "x".repeat(correctionCharsMax + 1) }).success).toBe(false);
    expect(read({ act: "correct", words: "" }).success).toBe(true);
  });
});
