import { describe, expect, it } from "vitest";
import type { LearnedWeights } from "@/lib/ranking/engine/learn-weights";
import { takeTaste } from "@/lib/ranking/take-taste";
import type { Facet } from "@/lib/ranking/types";

const now = Date.UTC(2026, 10, 22);
const facets: [Facet, number][] = [
  ["publisher:1", 1],
  ["topic:2", 0.4],
];
const known: LearnedWeights = new Map([
  ["publisher:1", { learned: 0.3, learnedAtMs: now }],
  ["section:sport", { learned: -0.2, learnedAtMs: now }],
]);
const learnt = (weights: LearnedWeights) =>
  Object.fromEntries([...weights].map(([facet, { learned }]) => [facet, Math.round(learned * 1e6) / 1e6]));

describe("a reader's word on one article", () => {
  it("lifts what it is about, each by its share, and nothing else", () => {
    const more = learnt(takeTaste(known, { facets, taste: "more", isUndone: false }, now));
    expect(more["publisher:1"]).toBeGreaterThan(0.3);
    expect(more["topic:2"]).toBeGreaterThan(0);
    expect(more["section:sport"]).toBe(-0.2);
  });

  it.each(["more", "less"] as const)("is taken back whole: %s", (taste) => {
    const said = takeTaste(known, { facets, taste, isUndone: false }, now);
    const back = takeTaste(said, { facets, taste, isUndone: true }, now);
    expect(learnt(back)).toMatchObject(learnt(known));
    expect(learnt(back)["topic:2"]).toBeCloseTo(0);
  });

  it("stays within -1 and 1 when it is taken back without having been said", () => {
    const sure: LearnedWeights = new Map([["publisher:1", { learned: -1, learnedAtMs: now }]]);
    expect(takeTaste(sure, { facets, taste: "more", isUndone: true }, now).get("publisher:1")?.learned).toBe(-1);
  });
});
