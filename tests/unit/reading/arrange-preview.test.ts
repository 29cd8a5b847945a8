import fc from "fast-check";
import { expect, it } from "vitest";
import { arrangePreview, type PreviewCard } from "@/lib/reading/arrange-preview";
import type { FollowTarget } from "@/lib/reading/follow-types";
import { makeCard } from "./make-card";

const pick = (target: string): FollowTarget => ({ kind: "publisher", target, name: target, path: `/publisher/${target}`, language: "en" });
const own = (id: number, ...names: string[]): PreviewCard => ({ card: makeCard({ id, storySlug: `s${id}` }), because: names.map(pick) });
const top = (id: number) => makeCard({ id, storySlug: `s${id}` });
const ids = (page: readonly PreviewCard[]) => page.map(({ card }) => card.id);

it("shows the newest of each pick before a second of any, with a top story after every two", () => {
  const picked = [own(1, "a"), own(2, "a"), own(3, "a"), own(4, "b"), own(5, "c")];
  expect(ids(arrangePreview(picked, [top(90), top(91)], 7))).toEqual([1, 4, 90, 5, 2, 91, 3]);
});

it("shows top stories alone where nothing is picked, and picks alone where there is no list", () => {
  expect(ids(arrangePreview([], [top(1), top(2)], 8))).toEqual([1, 2]);
  expect(ids(arrangePreview([own(1, "a"), own(2, "a")], [], 8))).toEqual([1, 2]);
  expect(arrangePreview([], [], 8)).toEqual([]);
});

it("shows no story twice, by whichever way it came", () => {
  expect(ids(arrangePreview([own(1, "a"), own(2, "b")], [top(1), top(2), top(3)], 8))).toEqual([1, 2, 3]);
});

it("ends, keeps its length and loses nothing that fits", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom("a", "b", "c")), { maxLength: 30 });
  fc.assert(
    fc.property(some, fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 }), (picked, tops) => {
      const page = arrangePreview(
        picked.map(([id, name]) => own(id, name)),
        tops.map(top),
        8,
      );
      const known = new Set([...picked.map(([id]) => id), ...tops]);
      expect(page).toHaveLength(Math.min(8, known.size));
      expect(new Set(ids(page)).size).toBe(page.length);
    }),
  );
});
