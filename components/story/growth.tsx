import { longInstant, shortInstant } from "@/components/time/format-instant";
import type { GrowthPoint } from "@/lib/stories/types";
import { chartGrowth, listGrowthRows } from "./growth-chart";

/** How a story spread among the titles: a line, and its figures in a table. */
export function Growth({ points, now }: { points: GrowthPoint[]; now: Date }) {
  const chart = chartGrowth(points);
  if (!chart) return null;
  const words = `From one title to ${chart.titlesMax}, ${longInstant(chart.firstAt)} to ${longInstant(chart.lastAt)}`;
  return (
    <figure className="growth">
      <figcaption className="growth-name">How it spread</figcaption>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <path className="growth-area" d={chart.area} />
        <path className="growth-line" d={chart.line} />
      </svg>
      <p className="growth-ends">
        <time dateTime={chart.firstAt}>{shortInstant(chart.firstAt, now)}</time>
        <b>{`${chart.titlesMax} titles`}</b>
      </p>
      <details>
        <summary>The figures</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Hour</th>
              <th scope="col">Titles</th>
              <th scope="col">Articles</th>
            </tr>
          </thead>
          <tbody>
            {listGrowthRows(points).map((point) => (
              <tr key={point.hourAt}>
                <th scope="row">{shortInstant(point.hourAt, now)}</th>
                <td>{point.titleCount}</td>
                <td>{point.articleCount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
