import { expect, it } from "vitest";
import { findMerge, type MergeGuard } from "@/lib/stories/engine/merge-stories";
import { attach, openStory } from "@/lib/stories/engine/story-sums";
import type { Member, StoryState } from "@/lib/stories/engine/types";
import { buildEven } from "./build-member";

const free: MergeGuard = { isApart: () => false, isHeld: () => false };
const hourMs = 3_600_000;

function story(key: number, members: readonly Member[]): StoryState {
  const opened = openStory(key);
  for (const member of members) attach(member, opened);
  return opened;
}
const ferry = (id: number, more: Partial<Member> = {}) => buildEven(id, [1, 2, 3, 4], more);

it("finds the story that tells the same event, and leaves those that do not", () => {
  const [grown, same, other] = [story(1, [ferry(1)]), story(2, [ferry(2)]), story(3, [buildEven(3, [7, 8, 9])])];
  expect(findMerge(grown, [other, same], free)).toEqual({ from: same, into: grown });
  expect(findMerge(grown, [other], free)).toBeNull();
  expect(findMerge(grown, [], free)).toBeNull();
});

it("takes the likest, and of equals the one with the smaller key", () => {
  const grown = story(1, [ferry(1)]);
  const near = story(2, [buildEven(2, [1, 2, 3, 9])]);
  const [nearest, twin] = [story(5, [ferry(5)]), story(4, [ferry(4)])];
  expect(findMerge(grown, [near, nearest], free)?.from).toBe(nearest);
  expect(findMerge(grown, [nearest, near, twin], free)?.from).toBe(twin);
});

it("goes on with the story that has more articles, of equals with the smaller key, whichever has grown", () => {
  const [one, two] = [story(1, [ferry(1)]), story(2, [ferry(2), ferry(3)])];
  expect(findMerge(one, [two], free)).toEqual({ from: one, into: two });
  expect(findMerge(two, [one], free)).toEqual({ from: one, into: two });
  const equal = story(3, [ferry(4)]);
  expect(findMerge(equal, [one], free)).toEqual({ from: equal, into: one });
});

it("goes on with a story that an editor holds, and joins neither two of those nor two kept apart", () => {
  const [small, large] = [story(1, [ferry(1)]), story(2, [ferry(2), ferry(3)])];
  expect(findMerge(large, [small], { ...free, isHeld: (key) => key === 1 })).toEqual({ from: large, into: small });
  expect(findMerge(large, [small], { ...free, isHeld: () => true })).toBeNull();
  expect(findMerge(large, [small], { ...free, isApart: (a, b) => a === 2 && b === 1 })).toBeNull();
});

it("takes neither itself nor a story left empty", () => {
  const grown = story(1, [ferry(1)]);
  expect(findMerge(grown, [grown, story(2, [])], free)).toBeNull();
});

it("asks more of stories far from each other in time", () => {
  const half = buildEven(1, [1, 2, 8, 9], { atMs: 0 });
  expect(findMerge(story(1, [half]), [story(2, [ferry(2, { atMs: hourMs })])], free)).not.toBeNull();
  expect(findMerge(story(3, [buildEven(3, [1, 2, 8, 9], { atMs: 0 })]), [story(4, [ferry(4, { atMs: 60 * hourMs })])], free)).toBeNull();
});

it("asks more of two stories that one publisher tells, and nobody else", () => {
  const cause = (id: number, publisher: number) => buildEven(id, [1, 2, 3, 4], { publisher });
  const outcome = (publisher: number) => story(9, [buildEven(9, [1, 5, 6, 7, 8], { publisher })]);
  expect(findMerge(story(1, [cause(1, 7)]), [outcome(7)], free)).toBeNull();
  expect(findMerge(story(1, [cause(1, 7)]), [outcome(8)], free)).not.toBeNull();
  expect(findMerge(story(1, [cause(1, 7), cause(2, 8)]), [outcome(7)], free)).not.toBeNull();
  expect(findMerge(story(1, [cause(1, 0)]), [outcome(0)], free)).not.toBeNull();
});

it("sees two stories of many articles as it sees two of few", () => {
  const many = (key: number, from: number) =>
    story(
      key,
      Array.from({ length: 40 }, (_, index) => ferry(from + index)),
    );
  expect(findMerge(many(1, 0), [many(2, 100)], free)).not.toBeNull();
});
