import { Bars } from "./bars";
import { ChartTable } from "./chart-table";
import type { BarValue } from "./types";

type BarsWithTableProps = { title: string; heads: [string, string]; values: readonly BarValue[]; width?: number; height?: number };

/** Bars that open into their figures. */
export function BarsWithTable({ title, heads, values, width, height }: BarsWithTableProps) {
  return (
    <details className="chart">
      <summary title="Show the figures">
        <Bars title={title} values={values} width={width} height={height} />
      </summary>
      <ChartTable title={title} heads={heads} values={values} />
    </details>
  );
}
