import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fadeWeight } from "@/lib/ranking/engine/fade-weight";
import { type LearnedWeight, learnWeights } from "@/lib/ranking/engine/learn-weights";
import { weighProfile } from "@/lib/ranking/engine/weigh-profile";
import type { Facet, ReaderSignal } from "@/lib/ranking/types";

const dayMs = 86_400_000;
const read = (facet: Facet, day: number, kind: ReaderSignal["kind"] = "read"): ReaderSignal => ({
  kind,
  atMs: day * dayMs,
  facets: [[facet, 1]],
  strength: 1,
});
const learn = (signals: ReaderSignal[], nowDay: number, known = new Map<Facet, LearnedWeight>()) =>
  learnWeights(known, signals, nowDay * dayMs);
const learnedOf = (learned: ReadonlyMap<Facet, LearnedWeight>, facet: Facet): number => learned.get(facet)?.learned ?? 0;

describe("learning", () => {
  it("comes to about the share of the reads", () => {
    const reads = Array.from({ length: 300 }, (_, index) => read(index % 4 === 0 ? "section:sport" : "section:world", index / 300));
    const learned = learn(reads, 1);
    expect(learnedOf(learned, "section:sport")).toBeCloseTo(0.25, 1);
    expect(learnedOf(learned, "section:world")).toBeCloseTo(0.75, 1);
  });

  it("takes a word said outright for more than a read, and lets a dislike stay whatever else is read", () => {
    const learned = learn([read("topic:1", 0, "more"), read("topic:2", 0), read("topic:3", 0, "less")], 0);
    expect(learnedOf(learned, "topic:1")).toBeGreaterThan(learnedOf(learned, "topic:2"));
    const after = learn(
      Array.from({ length: 50 }, () => read("topic:9", 0)),
      0,
      learned,
    );
    expect(learnedOf(after, "topic:3")).toBe(learnedOf(learned, "topic:3"));
    expect(learnedOf(after, "topic:1")).toBeLessThan(learnedOf(learned, "topic:1"));
  });

  it("halves with the half-life of its kind", () => {
    expect(fadeWeight(0.8, 0, 30 * dayMs, "topic")).toBeCloseTo(0.4);
    expect(fadeWeight(0.8, dayMs, 0, "topic")).toBe(0.8);
    expect(learnedOf(learn([read("topic:1", 0, "more")], 30), "topic:1")).toBeCloseTo(0.15);
  });

  it("learns the same at once or in parts, and stays within bounds", () => {
    const signal = fc.record({
      kind: fc.constantFrom<ReaderSignal["kind"]>("read", "opened", "saved", "followed", "more", "less", "skipped"),
      atMs: fc.integer({ min: 0, max: 100 * dayMs }),
      facets: fc.array(
        fc.tuple(fc.constantFrom<Facet>("topic:1", "topic:2", "section:a", "publisher:1"), fc.double({ min: 0, max: 1, noNaN: true })),
        {
          maxLength: 3,
        },
      ),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 40 }), fc.nat(40), (signals, cut) => {
        const inOrder = signals.toSorted((a, b) => a.atMs - b.atMs);
        const whole = learn(inOrder, 120);
        const parts = learn(inOrder.slice(cut), 120, learnWeights(new Map(), inOrder.slice(0, cut), inOrder[cut - 1]?.atMs ?? 0));
        for (const facet of ["topic:1", "topic:2", "section:a", "publisher:1"] as const) {
          expect(Math.abs(learnedOf(whole, facet))).toBeLessThanOrEqual(1);
          // What was next to nothing between the parts was forgotten there.
          expect(Math.abs(learnedOf(parts, facet) - learnedOf(whole, facet))).toBeLessThan(0.002);
        }
      }),
    );
  });
});

it("lets the reader's own word win, unfaded", () => {
  const weight = { learned: 0.8, learnedAtMs: 0 };
  const weights = weighProfile(
    [
      ["topic:1", { ...weight, chosen: -1 }],
      ["topic:2", { ...weight, chosen: null }],
    ],
    60 * dayMs,
  );
  expect(weights.get("topic:1")).toBe(-1);
  expect(weights.get("topic:2")).toBeCloseTo(0.2);
});
