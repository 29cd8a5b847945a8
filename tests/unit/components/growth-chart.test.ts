import { expect, it } from "vitest";
import { chartGrowth, listGrowthRows } from "@/components/story/growth-chart";
import type { GrowthPoint } from "@/lib/stories/types";

const point = (hour: number, titleCount: number, articleCount = titleCount): GrowthPoint => ({
  hourAt: new Date(Date.UTC(2026, 10, 20, hour)).toISOString(),
  titleCount,
  articleCount,
});

it("draws steps that only rise, from the first hour to the last, within its box", () => {
  const chart = chartGrowth([point(0, 1), point(2, 3), point(12, 8)]);
  expect(chart).toMatchObject({ titlesMax: 8, firstAt: "2026-11-20T00:00:00.000Z", lastAt: "2026-11-20T12:00:00.000Z" });
  const figures = [...(chart?.line ?? "").matchAll(/[\d.]+/g)].map(Number);
  expect(Math.min(...figures)).toBeGreaterThanOrEqual(0);
  const heights = [...(chart?.line ?? "").matchAll(/(?:V|M[\d.]+ )([\d.]+)/g)].map((match) => Number(match[1]));
  expect(heights).toEqual([...heights].sort((a, b) => b - a));
  expect(chart?.area.startsWith(chart.line)).toBe(true);
});

it("gives a story of two hours the width of six", () => {
  expect(chartGrowth([point(0, 1), point(1, 2)])?.lastAt).toBe("2026-11-20T06:00:00.000Z");
});

it("draws nothing of one title or one hour", () => {
  expect(chartGrowth([])).toBeNull();
  expect(chartGrowth([point(0, 5)])).toBeNull();
  expect(chartGrowth([point(0, 1), point(4, 1, 3)])).toBeNull();
});

it("tells the hours in which another title came, at most 24 of them, the busiest", () => {
  expect(listGrowthRows([point(0, 1), point(1, 1, 2), point(2, 4)]).map((row) => row.titleCount)).toEqual([1, 4]);
  const busy = Array.from({ length: 60 }, (_, hour) => point(hour, hour < 30 ? hour + 1 : (hour - 14) * 2));
  const rows = listGrowthRows(busy);
  expect(rows).toHaveLength(24);
  expect(rows[0]?.hourAt).toBe(point(30, 0).hourAt);
});
