import { BarsWithTable } from "@/components/chart/bars-with-table";
import { Heads } from "@/components/desk/heads";
import { FeedActs } from "@/components/desk/titles/feed-acts";
import { TimeStamp } from "@/components/time/time-stamp";
import type { BoardRow } from "@/lib/feeds/board-types";
import { stateWords } from "../titles/title-words";
import { barValues, lengthWords } from "./health-words";

type BoardTableProps = { rows: readonly BoardRow[]; caption: string; returnTo: string; now: Date; hasTitle?: boolean };

/** Feeds with how they are, worst first, and what can be done about it. */
export function BoardTable({ rows, caption, returnTo, now, hasTitle = true }: BoardTableProps) {
  return (
    <div className="desk-scroll">
      <table className="desk-table board">
        <caption>{caption}</caption>
        <Heads names={["Feed", "State", "Last read", "Entries a day", "Gaps", "Do"]} />
        <tbody>
          {rows.map((row) => (
            <BoardLine key={row.id} row={row} returnTo={returnTo} now={now} hasTitle={hasTitle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BoardLine({ row, returnTo, now, hasTitle }: { row: BoardRow; returnTo: string; now: Date; hasTitle: boolean }) {
  const acts = [
    { act: "poll" as const, words: "Poll now", key: "p" },
    { act: "replay" as const, words: "Replay", key: "r" },
    ...(row.state === "held" || row.heldUntil ? [{ act: "clear-hold" as const, words: "Clear the hold" }] : []),
  ];
  return (
    <tr data-row="" data-state={row.state}>
      <td>
        {hasTitle && (
          <a className="desk-headline" href={`/admin/titles/${row.title.slug}`}>
            {row.title.name}
          </a>
        )}
        <div className="board-url">{row.url}</div>
      </td>
      <td className="board-state">
        <b>{stateWords[row.state]}</b>
        <StateNotes row={row} now={now} />
      </td>
      <td>
        {row.lastSuccessAt ? <TimeStamp at={row.lastSuccessAt.toISOString()} now={now} /> : "Never"}
        <div className="desk-meta">every {lengthWords(row.intervalSec)}</div>
        {row.latenessSec > 0 && <div className="desk-meta">{lengthWords(row.latenessSec)} late</div>}
      </td>
      <td>
        <BarsWithTable title="Entries a day" heads={["Day (UTC)", "Entries"]} values={barValues(row.days)} />
      </td>
      <td>
        {row.gaps === 0 ? "None" : row.gaps}
        {row.lastGapAt && (
          <div className="desk-meta">
            last <TimeStamp at={row.lastGapAt.toISOString()} now={now} />
          </div>
        )}
      </td>
      <td>
        <FeedActs feedId={row.id} acts={acts} returnTo={returnTo} name={`${row.title.name}, ${row.url}`} />
      </td>
    </tr>
  );
}

function StateNotes({ row, now }: { row: BoardRow; now: Date }) {
  const { heldUntil, lastError, failureCount, title } = row;
  return (
    <>
      {lastError && (
        <div className="desk-meta">
          {lastError} {failureCount > 1 && `${failureCount} times in a row.`}
        </div>
      )}
      {heldUntil && heldUntil > now && (
        <div className="desk-meta">
          until <TimeStamp at={heldUntil.toISOString()} now={now} />
        </div>
      )}
      {title.quietToldAt && (
        <div className="desk-meta">
          Quiet against its habit since <TimeStamp at={title.quietToldAt.toISOString()} now={now} />
        </div>
      )}
    </>
  );
}
