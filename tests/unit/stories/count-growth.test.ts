import { expect, it } from "vitest";
import { countGrowth } from "@/lib/stories/count-growth";

it("adds articles and distinct titles up, one point an hour in which something came", () => {
  const told = [
    { publishedAt: "2026-11-20T10:05:00.000Z", publisher: "b" },
    { publishedAt: "2026-11-20T08:40:00.000Z", publisher: "a" },
    { publishedAt: "2026-11-20T08:10:00.000Z", publisher: "a" },
  ];
  expect(countGrowth(told)).toEqual([
    { hourAt: "2026-11-20T08:00:00.000Z", articleCount: 2, titleCount: 1 },
    { hourAt: "2026-11-20T10:00:00.000Z", articleCount: 3, titleCount: 2 },
  ]);
  expect(countGrowth([])).toEqual([]);
});
