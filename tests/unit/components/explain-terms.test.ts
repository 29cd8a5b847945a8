import { describe, expect, it } from "vitest";
import { explainTerms, pointsText } from "@/components/why/explain-terms";
import type { PlaceReasons } from "@/lib/ranking/why-types";

const reasons: PlaceReasons = {
  orderId: 1,
  score: 417,
  terms: { importance: 120, freshness: 200, affinity: 90, follow: 180, place: 0, novelty: 7, pick: 120, fatigue: -300 },
  because: [
    { facet: "topic:2", name: "Glaciers", path: "/topic/glaciers", points: 70 },
    { facet: "section:climate", name: "Climate", path: "/section/climate", points: 20 },
  ],
  followed: [
    { facet: "publisher:1", name: "Daily Echo", path: null },
    { facet: "topic:2", name: "Glaciers", path: null },
  ],
  isOutside: false,
  ageHours: 2.2,
  timesShown: 7,
  madeAt: new Date(0),
};

describe("explainTerms", () => {
  it("sums to the score, with what counts nothing left out", () => {
    const lines = explainTerms(reasons, 14);
    expect(lines.reduce((sum, line) => sum + line.points, 0)).toBe(reasons.score);
    expect(lines.map(({ name }) => name)).not.toContain("place");
  });

  it("names what a liking is made of, summing to it", () => {
    const affinity = explainTerms(reasons, 14).find(({ name }) => name === "affinity");
    expect(affinity?.parts.map(({ points }) => points).reduce((a, b) => a + b)).toBe(affinity?.points);
  });

  it("says each term in plain words", () => {
    const words = explainTerms(reasons, 14).map((line) => line.words);
    expect(words).toContain("Told by 14 titles, and how high they put it");
    expect(words).toContain("Fresh: 2 hours old");
    expect(words).toContain("You follow Daily Echo and Glaciers");
    expect(words).toContain("Passed over 7 times");
  });

  it("writes a real minus", () => {
    expect([pointsText(-300), pointsText(12)]).toEqual(["−300", "12"]);
  });
});
