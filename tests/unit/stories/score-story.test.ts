import { describe, expect, it } from "vitest";
import { type StoryFacts, scoreStory } from "@/lib/stories/score-story";

const at = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));

/** A story told by `titles` titles at once, changed as a test needs. */
const told = (titles: number, changes: Partial<StoryFacts> = {}): StoryFacts => ({
  publisherCount: titles,
  originalCount: titles,
  feedPlaces: [],
  titleTimes: Array.from({ length: titles }, () => at(8)),
  wordsMost: 400,
  readCount: 0,
  isPicked: false,
  firstAt: at(8),
  ...changes,
});
const score = (facts: StoryFacts) => scoreStory(facts).score;

it("is the sum of its terms", () => {
  const { score: total, terms } = scoreStory(told(4, { feedPlaces: [0, 3], readCount: 5, isPicked: true }));
  expect(Object.values(terms).reduce((sum, points) => sum + points, 0)).toBe(total);
});

it("makes a point worth eight hours", () => {
  const late = told(1, { firstAt: at(16), titleTimes: [at(16)] });
  expect(score(told(1, { isPicked: true }))).toBeCloseTo(score(late), 9);
});

it("never needs decay: no term but time knows the clock", () => {
  const early = scoreStory(told(4)).terms;
  const late = scoreStory(told(4, { firstAt: at(20), titleTimes: [at(20), at(20), at(20), at(20)] })).terms;
  expect({ ...late, time: 0 }).toEqual({ ...early, time: 0 });
  expect(late.time - early.time).toBeCloseTo(12 / 8, 9);
});

describe("raises a story", () => {
  const before = told(3);
  it.each<[string, Partial<StoryFacts>]>([
    ["told by another title", { publisherCount: 4, originalCount: 4 }],
    ["told by another title with a copied text", { publisherCount: 4, originalCount: 3 }],
    ["put at the top of a feed", { feedPlaces: [0] }],
    ["that readers open", { readCount: 3 }],
    ["that an editor picked", { isPicked: true }],
    ["with a longer text", { wordsMost: 600 }],
    ["taken up later by one of its titles", { titleTimes: [at(8), at(8), at(14)] }],
  ])("%s", (_why, changes) => {
    const after = { ...before, ...changes };
    // Growth is its own term: here the three came at once.
    expect(score(after) + (changes.titleTimes ? 1 : 0)).toBeGreaterThan(score(before));
  });
});

it("counts a title at the top of its feed for more than one far down", () => {
  expect(score(told(2, { feedPlaces: [0, 1] }))).toBeGreaterThan(score(told(2, { feedPlaces: [9, 20] })));
});

it("counts titles within three hours as growth", () => {
  const quick = scoreStory(told(3, { titleTimes: [at(8), at(9), at(10)] })).terms.growth;
  const slow = scoreStory(told(3, { titleTimes: [at(8), at(13), at(18)] })).terms.growth;
  expect(quick).toBeGreaterThan(slow);
  expect(slow).toBe(0);
});
