import { describe, expect, it } from "vitest";
import { StoryAct } from "@/lib/stories/desk-types";

const read = (input: object) => StoryAct.safeParse({ slug: "a-story", ...input });

describe("an act on a story", () => {
  it("takes the other story by its whole address, its path or its name", () => {
    for (const into of ["https://paper.example/story/the-other?x=1#top", "/story/the-other", "/story/the-other/countries", " the-other "]) {
      expect(read({ act: "merge", into }).data, into).toMatchObject({ into: "the-other" });
    }
  });

  it("takes one checked article as well as several, and says when none is", () => {
    expect(read({ act: "split", article: "7" }).data).toMatchObject({ article: [7] });
    expect(read({ act: "split", article: ["7", "8"] }).data).toMatchObject({ article: [7, 8] });
    expect(read({ act: "split", article: undefined }).error?.issues[0]?.message).toBe("Check the articles first");
    expect(read({ act: "split", article: ["7", "x"] }).success).toBe(false);
  });

  it("is live for a bounded time", () => {
    expect(read({ act: "live", hours: "6" }).data).toMatchObject({ hours: 6 });
    for (const hours of ["-1", "73", "1.5"]) expect(read({ act: "live", hours }).success, hours).toBe(false);
  });

  it("is one of those there are", () => {
    expect(read({ act: "burn" }).success).toBe(false);
    expect(read({}).success).toBe(false);
  });
});
