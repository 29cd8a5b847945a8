import fc from "fast-check";
import { expect, it } from "vitest";
import { findSplit } from "@/lib/stories/engine/split-story";
import { attach, openStory } from "@/lib/stories/engine/story-sums";
import type { Member, StoryState } from "@/lib/stories/engine/types";
import { buildEven } from "./build-member";

function story(members: readonly Member[]): StoryState {
  const opened = openStory(1);
  for (const member of members) attach(member, opened);
  return opened;
}
const ferry = (id: number) => buildEven(id, [1, 2, 3, 4, 10 + id]);
const glacier = (id: number) => buildEven(id, [5, 6, 7, 8, 10 + id]);
const ids = (members: readonly Member[] | null): number[] | undefined => members?.map(({ id }) => id).sort((a, b) => a - b);

it("parts two events that have nothing in common, and gives the one that began later", () => {
  const both = fc
    .uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 6, maxLength: 40 })
    .chain((all) => fc.integer({ min: 3, max: all.length - 3 }).map((count) => ({ first: all.slice(0, count), second: all.slice(count) })));
  fc.assert(
    fc.property(both, ({ first, second }) => {
      const part = findSplit(story([...first.map(ferry), ...second.map(glacier)]));
      const later = Math.min(...first) < Math.min(...second) ? second : first;
      expect(ids(part)).toEqual(later.toSorted((a, b) => a - b));
    }),
    { numRuns: 100 },
  );
});

it("leaves one event whole, however many tell it", () => {
  for (const count of [6, 8, 16, 64]) expect(findSplit(story(Array.from({ length: count }, (_, id) => ferry(id))))).toBeNull();
});

it("leaves a story alone that is too small for two, or has a stray article or two", () => {
  expect(findSplit(story([ferry(1), ferry(2), glacier(3), glacier(4)]))).toBeNull();
  expect(findSplit(story([1, 2, 3, 4, 5, 6].map(ferry).concat([7, 8].map(glacier))))).toBeNull();
});

it("changes nothing in the story it looks through", () => {
  const looked = story([1, 2, 3].map(ferry).concat([4, 5, 6].map(glacier)));
  const before = { ...looked, members: [...looked.members] };
  findSplit(looked);
  expect(looked).toEqual(before);
  expect(looked.members.every((member) => member.story === looked)).toBe(true);
});
