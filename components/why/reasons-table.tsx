import type { PlaceReasons } from "@/lib/ranking/why-types";
import { explainTerms, pointsText, type ReasonLine } from "./explain-terms";

type ReasonsTableProps = { reasons: PlaceReasons; titleCount: number };

/** Each term of a card's score in points, and their sum. */
export function ReasonsTable({ reasons, titleCount }: ReasonsTableProps) {
  return (
    <table className="why-table">
      <caption className="sr-only">What its place is made of, in points</caption>
      <tbody>
        {explainTerms(reasons, titleCount).map((line) => (
          <Line key={line.name} line={line} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Points in all</th>
          <td>{pointsText(reasons.score)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** A term, and under what one likes the likings it is made of, each with the way to its weight. */
function Line({ line: { words, points, parts } }: { line: ReasonLine }) {
  return (
    <>
      <tr>
        <th scope="row">{words}</th>
        <td>{pointsText(points)}</td>
      </tr>
      {parts.map(({ facet, name, points: share }) => (
        <tr key={facet} className="why-part">
          <th scope="row">
            {name} <a href={`/profile#${facet.replace(":", "-")}`}>Change the weight</a>
          </th>
          <td>{pointsText(share)}</td>
        </tr>
      ))}
    </>
  );
}
