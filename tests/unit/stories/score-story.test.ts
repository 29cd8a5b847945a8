import { expect, it } from "vitest";
import { scoreStory } from "@/lib/stories/score-story";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

it("ranks a story told by more titles above one of the same hour", () => {
  const few = scoreStory({ publisherCount: 2, pickCount: 0, firstAt: at(8) });
  const many = scoreStory({ publisherCount: 5, pickCount: 0, firstAt: at(8) });
  expect(many.score).toBeGreaterThan(few.score);
});

it("makes a doubling of titles worth eight hours", () => {
  const early = scoreStory({ publisherCount: 8, pickCount: 0, firstAt: at(0) });
  const late = scoreStory({ publisherCount: 4, pickCount: 0, firstAt: at(8) });
  expect(early.score).toBeCloseTo(late.score, 9);
});

it("never needs decay: the order of two stories does not depend on when it is asked", () => {
  const { score, coverage, picks, time } = scoreStory({ publisherCount: 4, pickCount: 2, firstAt: at(8) });
  expect(score).toBe(coverage + picks + time);
});
