import { expect, it } from "vitest";
import { chooseStory, type StoryEvidence } from "@/lib/stories/engine/choose-story";

const evidence = (key: number, likeness: number, more: Partial<StoryEvidence> = {}): StoryEvidence => ({
  key,
  memberCount: 1,
  centroid: likeness,
  nearest: [likeness],
  gapMs: 0,
  isOwn: false,
  ...more,
});

it("joins the likest story and says why", () => {
  expect(chooseStory([evidence(1, 0.3), evidence(2, 0.5)], 8)).toMatchObject({
    kind: "join",
    key: 2,
    score: 0.5,
    reasons: { nearest: 0.5 },
  });
});

it("opens a story where nothing is like enough, and where nothing is near", () => {
  expect(chooseStory([evidence(1, 0.05)], 8)).toMatchObject({ kind: "open", score: 0.05 });
  expect(chooseStory([], 8)).toEqual({ kind: "open", score: 0, reasons: null });
});

it("gives a tie to the smaller key", () => {
  expect(chooseStory([evidence(5, 0.4), evidence(3, 0.4)], 8)).toMatchObject({ key: 3 });
});

it("asks more where only the article's own publisher tells a story, and says how much", () => {
  expect(chooseStory([evidence(1, 0.18)], 8).kind).toBe("join");
  const own = chooseStory([evidence(1, 0.18, { isOwn: true })], 8);
  expect(own.kind).toBe("open");
  expect(own.reasons?.needed).toBeGreaterThan(0.18);
  expect(chooseStory([evidence(1, 0.3, { isOwn: true })], 8).kind).toBe("join");
});

it("asks more of long texts and of stories long without news", () => {
  expect(chooseStory([evidence(1, 0.2)], 8).kind).toBe("join");
  expect(chooseStory([evidence(1, 0.2)], 100).kind).toBe("open");
  expect(chooseStory([evidence(1, 0.2, { gapMs: 60 * 3_600_000 })], 8).kind).toBe("open");
});
