import fc from "fast-check";
import { expect, it } from "vitest";
import { signText } from "@/lib/stories/engine/text-signature";
import type { Member } from "@/lib/stories/engine/types";
import { termAt, weightAt } from "@/lib/stories/engine/vector";
import { openWindow, type StoryWindow } from "@/lib/stories/engine/window";
import { buildEven, enterAll } from "./build-member";

const hourMs = 3_600_000;
const windowMs = 72 * hourMs;

/** Articles in order of time, some hours apart, of a few terms out of thirty. */
const streams = fc
  .array(
    fc.record({
      gapHours: fc.integer({ min: 0, max: 20 }),
      terms: fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((list) => {
    let atMs = 0;
    return list.map(({ gapHours, terms }, index): Member => {
      atMs += gapHours * hourMs;
      return buildEven(index + 1, terms, { atMs });
    });
  });

const found = (window: StoryWindow, member: Member): [number, number][] => {
  const { members, weights } = window.collect(member);
  return members.map(({ id }, index): [number, number] => [id, weights[index] ?? 0]).sort(([a], [b]) => a - b);
};

const weightsOf = (member: Member): Map<number, number> =>
  new Map(Array.from({ length: member.termCount }, (_, index) => [termAt(member, index), weightAt(member, index)]));

/** What a window without any index would find: every living article, each term held against each. */
function expected(living: readonly Member[], member: Member): [number, number][] {
  const shared = (other: Member): number => {
    const terms = new Set(weightsOf(other).keys());
    return [...weightsOf(member)].reduce((sum, [term, weight]) => sum + (terms.has(term) ? weight ** 2 : 0), 0);
  };
  return living.map((each): [number, number] => [each.id, shared(each)]).filter(([, weight]) => weight > 0);
}

it("holds the articles of three days, and finds by terms what looking through all of them finds", () => {
  fc.assert(
    fc.property(streams, (members) => {
      const window = openWindow();
      for (const [index, member] of members.entries()) {
        enterAll(window, [member]);
        const living = members.slice(0, index + 1).filter(({ atMs }) => atMs >= member.atMs - windowMs);
        expect([...window.members.keys()]).toEqual(living.map(({ id }) => id));
        expect(found(window, member)).toEqual(expected(living, member));
      }
    }),
    { numRuns: 60 },
  );
});

it("is as it was when what left is put back", () => {
  fc.assert(
    fc.property(streams, fc.integer({ min: 1, max: 200 }), (members, hours) => {
      const window = openWindow();
      enterAll(window, members);
      const before = members.map((member) => found(window, member));
      const clockMs = window.clock();
      const expired = window.expire(clockMs + hours * hourMs);
      window.restore(expired, clockMs);
      expect(members.map((member) => found(window, member))).toEqual(before);
      expect(window.clock()).toBe(clockMs);
      // And what is put back leaves again at its time.
      expect(window.expire(clockMs + hours * hourMs)).toEqual(expired);
    }),
    { numRuns: 60 },
  );
});

it("forgets an article that is taken out", () => {
  const window = openWindow();
  const [first, second, third] = [buildEven(1, [1, 2]), buildEven(2, [2, 3]), buildEven(3, [2])];
  enterAll(window, [first, second]);
  window.leave(first);
  enterAll(window, [third]);
  expect(found(window, buildEven(9, [1, 2, 3])).map(([id]) => id)).toEqual([2, 3]);
});

it("leaps no more than a day for one article dated far ahead", () => {
  const window = openWindow();
  enterAll(window, [buildEven(1, [1], { atMs: 0 })]);
  expect(window.expire(365 * 24 * hourMs)).toEqual([]);
  expect(window.clock()).toBe(24 * hourMs);
});

it("keeps its order over thousands of articles, and gives places again", () => {
  const window = openWindow();
  const gone: number[] = [];
  let highest = 0;
  for (let id = 1; id <= 5_000; id += 1) {
    const member = buildEven(id, [id % 7, 7 + (id % 5)], { atMs: id * hourMs });
    gone.push(...window.expire(member.atMs).map((each) => each.member.id));
    window.enter(member, { key: id, members: [], sum: null, squares: 0, termTotal: 0 });
    highest = Math.max(highest, member.place);
    if (id % 97 === 0) expect(found(window, member)).toEqual(expected([...window.members.values()], member));
  }
  expect(highest).toBeLessThan(1_200);
  expect(gone).toEqual(Array.from({ length: 5_000 - 73 }, (_, index) => index + 1));
});

it("finds articles whose texts have much in common, until they leave", () => {
  const words = Array.from({ length: 200 }, (_, index) => `word${index}`);
  const signature = signText(words);
  const window = openWindow();
  const [original, other] = [
    buildEven(1, [1], { signature }),
    buildEven(2, [2], { signature: signText(words.map((word) => `other ${word}`)) }),
  ];
  enterAll(window, [original, other]);
  const cut = signText(words.slice(0, 150));
  expect(cut && [...window.collectCopies(cut)]).toEqual([original]);
  window.leave(original);
  expect(cut && window.collectCopies(cut).size).toBe(0);
});
