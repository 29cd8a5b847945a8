import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addMs } from "@/lib/core/clock";
import { isReadThrough, mergeProgress } from "@/lib/reading/merge-progress";
import type { Progress, ReadState } from "@/lib/reading/read-types";

const start = new Date("2026-11-22T08:00:00Z");
const later = (sec: number) => addMs(start, sec * 1_000);
const length = { readingSec: 90, revisionCount: 2 };
const beat = (facts: Partial<Progress> = {}): Progress => ({ revision: 2, active: 15, depth: 40, sentence: 7, ...facts });
const opened = (facts: Partial<ReadState> = {}): ReadState => ({
  ...mergeProgress(null, beat({ active: 0, depth: 0, sentence: 0 }), length, start),
  ...facts,
});

describe("when an article is read", () => {
  it("takes its end and a third of its reading time, neither alone", () => {
    expect(isReadThrough({ activeSec: 30, depth: 90 }, 90)).toBe(true);
    expect(isReadThrough({ activeSec: 29, depth: 100 }, 90)).toBe(false);
    expect(isReadThrough({ activeSec: 900, depth: 89 }, 90)).toBe(false);
  });

  it("adds up over visits", () => {
    const first = mergeProgress(opened(), beat({ active: 15, depth: 60 }), length, later(15));
    expect(first.readAt).toBeNull();
    const second = mergeProgress(first, beat({ active: 15, depth: 95 }), length, later(86_400));
    expect(second).toMatchObject({ activeSec: 30, depth: 95, readAt: later(86_400), readBy: "reading" });
  });

  it("stays read at what it was while only its beginning is looked at again, and is read anew at its end", () => {
    const read = opened({ readAt: start, activeSec: 100, depth: 100 });
    expect(mergeProgress(read, beat(), length, later(60)).readAt).toEqual(start);
    expect(mergeProgress(read, beat({ depth: 99 }), length, later(60)).readAt).toEqual(later(60));
  });

  it("is by eye once it is read through, though it was marked before", () => {
    const marked = opened({ readAt: start, readBy: "marked", batch: "b" });
    const begun = mergeProgress(marked, beat({ depth: 95, active: 10 }), length, later(20));
    expect(begun).toMatchObject({ readBy: "marked", batch: "b", openedAt: later(20) });
    expect(mergeProgress(begun, beat({ depth: 95, active: 25 }), length, later(60))).toMatchObject({ readBy: "reading", batch: null });
  });
});

describe("another word from the page", () => {
  it("hides no change that was only glanced at", () => {
    const before = opened({ revisionCount: 1, activeSec: 50 });
    expect(mergeProgress(before, beat({ active: 2 }), length, later(60))).toEqual(before);
    expect(mergeProgress(before, beat({ active: 3 }), length, later(60)).revisionCount).toBe(2);
  });

  it("never claims a version that is not there yet, nor one that was not shown", () => {
    expect(mergeProgress(opened({ revisionCount: 0 }), beat({ revision: 1 }), length, later(60)).revisionCount).toBe(1);
    expect(mergeProgress(opened({ revisionCount: 0 }), beat({ revision: 9 }), length, later(60)).revisionCount).toBe(2);
  });

  it("moves the place to go on from with the reader, not with a look at the beginning or a glance back, and ends it at the end", () => {
    expect(mergeProgress(opened(), beat(), length, later(60)).sentence).toBe(7);
    expect(mergeProgress(opened({ sentence: 30 }), beat(), length, later(60)).sentence).toBe(7);
    expect(mergeProgress(opened({ sentence: 30 }), beat({ active: 2 }), length, later(60)).sentence).toBe(30);
    expect(mergeProgress(opened({ sentence: 30 }), beat({ sentence: 0 }), length, later(60)).sentence).toBe(30);
    expect(mergeProgress(opened(), beat({ sentence: 0 }), length, later(60)).sentence).toBeNull();
    expect(mergeProgress(opened({ sentence: 7 }), beat({ depth: 100 }), length, later(60)).sentence).toBeNull();
  });

  it("only ever deepens, adds no more time than passed, and goes on from where the last one was", () => {
    const beats = fc.array(
      fc.record({
        gapSec: fc.integer({ min: 0, max: 600 }),
        active: fc.integer({ min: 0, max: 300 }),
        depth: fc.integer({ min: 0, max: 100 }),
        sentence: fc.integer({ min: 0, max: 500 }),
        revision: fc.integer({ min: 0, max: 4 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(beats, (given) => {
        let state = opened();
        let sec = 0;
        for (const { gapSec, ...progress } of given) {
          sec += gapSec;
          const next = mergeProgress(state, progress, length, later(sec));
          expect(next.depth).toBeGreaterThanOrEqual(state.depth);
          expect(next.activeSec).toBeGreaterThanOrEqual(state.activeSec);
          expect(next.revisionCount).toBeGreaterThanOrEqual(state.revisionCount);
          expect(next.readAt === null && state.readAt !== null).toBe(false);
          state = next;
        }
        expect(state.activeSec).toBeLessThanOrEqual(sec);
      }),
    );
  });
});
