import type { BarValue } from "./types";

type BarsProps = {
  /** What is shown, with its unit: "Entries a day". */
  title: string;
  /** In the order they stand in. */
  values: readonly BarValue[];
  /** Of the whole drawing, in px. */
  width?: number;
  height?: number;
};

const gap = 2;
/** A mark that stands below the line, so that it needs no colour. */
const markHeight = 3;

/**
 * Bars as a small drawing: heights from zero to the largest value, a tick below each bar with a note. It says its figures
 * to whoever cannot see it; a table beside it is `ChartTable`.
 */
export function Bars({ title, values, width = 140, height = 32 }: BarsProps) {
  const largest = Math.max(1, ...values.map(({ value }) => value));
  const step = width / Math.max(1, values.length);
  const base = height - markHeight - 1;
  return (
    <svg
      className="chart-bars"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={barWords(title, values)}
    >
      <line x1={0} x2={width} y1={base + 0.5} y2={base + 0.5} className="chart-base" />
      {values.map(({ label, value, note }, index) => {
        const tall = value === 0 ? 0 : Math.max(1.5, (value / largest) * (base - 1));
        const x = round(index * step + gap / 2);
        return (
          <g key={label}>
            {tall > 0 && <rect className="chart-bar" x={x} y={round(base - tall)} width={round(step - gap)} height={round(tall)} />}
            {note && <rect className="chart-mark" x={x} y={base + 1} width={round(step - gap)} height={markHeight} />}
          </g>
        );
      })}
    </svg>
  );
}

const round = (value: number): number => Math.round(value * 100) / 100;

function barWords(title: string, values: readonly BarValue[]): string {
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return `${title}: nothing yet`;
  const total = values.reduce((sum, { value }) => sum + value, 0);
  const notes = values.filter(({ note }) => note !== undefined).length;
  const largest = values.reduce((a, b) => (b.value > a.value ? b : a));
  const marked = notes > 0 ? `, ${notes} marked` : "";
  return `${title}, ${first.label} to ${last.label}: ${total} in all, most on ${largest.label} with ${largest.value}, last ${last.value}${marked}`;
}
