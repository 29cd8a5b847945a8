import type { BarValue } from "./types";

type ChartTableProps = { title: string /** Heads of the two columns. */; heads: [string, string]; values: readonly BarValue[] };

/** The figures of a drawing, for whoever wants them as figures. */
export function ChartTable({ title, heads, values }: ChartTableProps) {
  return (
    <table className="chart-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col" className="is-figure">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ label, value, note }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="is-figure">
              {value}
              {note && <small> {note}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
