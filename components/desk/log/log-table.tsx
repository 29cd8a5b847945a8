import { Heads } from "@/components/desk/heads";
import type { FactChange, LogLine } from "@/lib/operations/log-types";
import { ExactTime } from "./exact-time";
import { ScrollBox } from "./scroll-box";

/** Lines of the log, each with its permanent address. */
export function LogTable({ lines, caption }: { lines: LogLine[]; caption: string }) {
  return (
    <ScrollBox name="Lines">
      <table className="desk-table is-stacked office-log">
        <caption>{caption}</caption>
        <Heads names={["Line", "When", "Who", "What", "Changed"]} />
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq} data-row="">
              <td data-name="Line">
                <a href={`/desk/log/${line.seq}`}>{line.seq}</a>
              </td>
              <td>
                <ExactTime at={line.at} />
              </td>
              <td>
                {line.actorName} <span className="desk-meta">{line.actorRole}</span>
              </td>
              <td>
                <strong>{line.act}</strong>
                <br />
                <Subject subject={line.subject} />
                {line.reason !== "" && <p className="office-reason">{line.reason}</p>}
              </td>
              <td>
                <Changes changes={line.changes.filter(saysSomething)} max={6} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

// What was added without a value is on the line's own page, with all the rest.
const saysSomething = ({ name, before, after }: FactChange): boolean =>
  before !== null || (after !== null && !["null", "false", ""].includes(after) && !name.split(".").includes(after));

/** An id made by chance says no more to a reader than its beginning does. */
const shortName = (name: string): string => name.replaceAll(/\b([\da-f]{8})-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/g, "$1");

/** What an act was done to: leads to everything that was done to it. */
export function Subject({ subject: { kind, id } }: { subject: LogLine["subject"] }) {
  return <a href={`/desk/log?${new URLSearchParams({ subject: `${kind}:${id}` })}`}>{`${kind} ${id}`}</a>;
}

/** What differs: before struck out, after beside it, in words for whoever does not see lines. @param max so many are shown */
export function Changes({ changes, max }: { changes: FactChange[]; max: number }) {
  if (changes.length === 0) return <span className="desk-meta">nothing kept</span>;
  return (
    <ul className="office-changes">
      {changes.slice(0, max).map(({ name, before, after }) => (
        <li key={name}>
          {name !== "" && <span className="desk-meta">{shortName(name)} </span>}
          {before !== null && (
            <del>
              <span className="sr-only">was </span>
              {before}
            </del>
          )}{" "}
          {after !== null && (
            <ins>
              <span className="sr-only">is </span>
              {after}
            </ins>
          )}
        </li>
      ))}
      {changes.length > max && <li className="desk-meta">and {changes.length - max} more</li>}
    </ul>
  );
}
