import { figures, Heads } from "@/components/desk/heads";
import type { ListLine } from "@/lib/editorial/desk-types";
import { DeskTime } from "./desk-time";

/** How each list stands. */
export function ListTable({ lines }: { lines: ListLine[] }) {
  if (lines.length === 0) return <p className="desk-empty">There is no list yet. An admin defines the first one.</p>;
  return (
    <div className="desk-scroll">
      <table className="desk-table is-stacked">
        <caption>All lists, those of the front page first. Times are UTC.</caption>
        <Heads names={["List", ...figures("Running", "To come"), "Draft", "Conflicts", "Last act"]} />
        <tbody>
          {lines.map((line) => (
            <Line key={line.list.slug} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line: { list, runningCount, upcomingCount, changeCount, conflictCount, last } }: { line: ListLine }) {
  return (
    <tr data-row="">
      <th scope="row">
        <a className="desk-headline" href={`/desk/lists/${list.slug}`} data-key="o">
          {list.name}
        </a>
        <p className="desk-meta">{whereWords(list)}</p>
      </th>
      <td className="is-figure" data-name="Running">
        {runningCount} of {list.places}
      </td>
      <td className="is-figure" data-name="To come">
        {upcomingCount}
      </td>
      <td data-name="Draft">
        {changeCount === 0 ? "published" : <strong>{changeCount === 1 ? "1 change" : `${changeCount} changes`} to publish</strong>}
      </td>
      <td data-name="Conflicts">{conflictCount === 0 ? "none" : <strong>{conflictCount}</strong>}</td>
      <td data-name="Last act">
        {last ? (
          <>
            {last.editorName} {last.act}, <DeskTime at={last.at} />
          </>
        ) : (
          "none"
        )}
      </td>
    </tr>
  );
}

function whereWords({ isActive, frontPlace }: ListLine["list"]): string {
  if (!isActive) return "switched off";
  return frontPlace === null ? "at its own address" : `front page, ${frontPlace + 1}`;
}
