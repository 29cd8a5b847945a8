import type { GrowthPoint } from "@/lib/stories/types";

/** A step line in its own box, and where its first and last instants and its height stand. */
export type GrowthChart = {
  width: number;
  height: number;
  /** The line itself, and the same closed down to the ground. */
  line: string;
  area: string;
  titlesMax: number;
  firstAt: string;
  lastAt: string;
};

const width = 640;
const height = 120;
/** Room for the line's own thickness. */
const inset = 3;
const hourMs = 3_600_000;

/**
 * How many titles told a story, hour by hour, as a line of steps: a title that has told it stays. Drawn from the first
 * hour to the last, at least six hours wide, so that a story of one morning does not look like a jump of a week.
 *
 * @param points one an hour in which something came, oldest first
 * @returns null where there is nothing to draw: fewer than two hours, or a single title
 */
export function chartGrowth(points: readonly GrowthPoint[]): GrowthChart | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2 || last.titleCount < 2) return null;
  const fromMs = Date.parse(first.hourAt);
  const spanMs = Math.max(6 * hourMs, Date.parse(last.hourAt) - fromMs);
  const x = (iso: string) => round(inset + ((Date.parse(iso) - fromMs) / spanMs) * (width - 2 * inset));
  const y = (count: number) => round(height - inset - (count / last.titleCount) * (height - 2 * inset));
  const steps = points.map((point, index) =>
    index === 0 ? `M${x(point.hourAt)} ${y(point.titleCount)}` : `H${x(point.hourAt)}V${y(point.titleCount)}`,
  );
  const line = `${steps.join("")}H${width - inset}`;
  const area = `${line}V${height - inset}H${inset}Z`;
  return { width, height, line, area, titlesMax: last.titleCount, firstAt: first.hourAt, lastAt: new Date(fromMs + spanMs).toISOString() };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Rows that a reader can take in: of a longer story those in which most titles came, in their order. */
const rowsMax = 24;

/** The hours for the chart's table: those in which another title came, the busiest 24 of them. */
export function listGrowthRows(points: readonly GrowthPoint[]): GrowthPoint[] {
  const gains = points.map((point, index) => ({ point, gain: point.titleCount - (points[index - 1]?.titleCount ?? 0) }));
  const kept = gains
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, rowsMax);
  return kept.map(({ point }) => point).sort((a, b) => (a.hourAt < b.hourAt ? -1 : 1));
}
