import type { GrowthPoint } from "./types";

const hourMs = 3_600_000;

/**
 * How a story grew: for each hour in which an article came, articles and distinct titles up to its end.
 *
 * @param told every article, in any order
 * @returns oldest first
 */
export function countGrowth(told: readonly { publishedAt: string; publisher: string }[]): GrowthPoint[] {
  const inTime = told
    .map(({ publishedAt, publisher }) => ({ hour: Math.floor(Date.parse(publishedAt) / hourMs), publisher }))
    .sort((a, b) => a.hour - b.hour);
  const titles = new Set<string>();
  const points = new Map<number, GrowthPoint>();
  for (const [index, { hour, publisher }] of inTime.entries()) {
    titles.add(publisher);
    points.set(hour, { hourAt: new Date(hour * hourMs).toISOString(), articleCount: index + 1, titleCount: titles.size });
  }
  return [...points.values()];
}
