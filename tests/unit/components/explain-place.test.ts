import { expect, it } from "vitest";
import { explainPlace, freshnessBase, pointsWords } from "@/components/top-stories/explain-place";
import type { ScoreTerms } from "@/lib/stories/types";

const hours = (iso: string) => Date.parse(iso) / 3_600_000;
const terms = (facts: Partial<ScoreTerms>): ScoreTerms => ({
  titles: 0,
  places: 0,
  growth: 0,
  origin: 0,
  length: 0,
  reads: 0,
  pick: 0,
  time: hours("2026-11-22T08:00:00Z") / 8,
  ...facts,
});
const base = freshnessBase(new Date("2026-11-22T17:40:00Z"));

it("counts freshness from a midnight a week ago, so that the points can be read", () => {
  expect(base.toISOString()).toBe("2026-11-15T00:00:00.000Z");
  expect(explainPlace(terms({}), base)).toMatchObject({ lines: [{ name: "time", hundredths: 2200 }], sumHundredths: 2200 });
});

it("shows what counts, the most first, and a sum of just that", () => {
  const { lines, sumHundredths } = explainPlace(terms({ titles: 3.1699, places: 0.444, origin: -0.2075, pick: 1 }), base);
  expect(lines.map((line) => [line.name, line.hundredths])).toEqual([
    ["time", 2200],
    ["titles", 317],
    ["pick", 100],
    ["places", 44],
    ["origin", -21],
  ]);
  expect(sumHundredths).toBe(2640);
});

it("keeps two stories in the order of their scores", () => {
  const [older, newer] = [terms({ titles: 4, time: hours("2026-11-01T00:00:00Z") / 8 }), terms({ titles: 1 })];
  expect(explainPlace(older, base).sumHundredths).toBeLessThan(explainPlace(newer, base).sumHundredths);
});

it("writes points with two figures and a true minus", () => {
  expect([317, -21, 100].map(pointsWords)).toEqual(["3.17", "−0.21", "1.00"]);
});
