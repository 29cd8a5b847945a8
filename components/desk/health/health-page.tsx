import type { BoardFilter, BoardRow } from "@/lib/feeds/board-types";
import { BoardTable } from "./board-table";

type HealthPageProps = {
  rows: readonly BoardRow[];
  filter: BoardFilter | null;
  /** The page's own address, with its filter. */
  path: string;
  nextUrl: string | null;
  now: Date;
};

const filterWords: Record<BoardFilter, string> = { failing: "Failing", late: "Late", held: "Resting", quiet: "Quiet", gone: "Withdrawn" };

/** The board of health: every feed that is read, worst first. */
export function HealthPage({ rows, filter, path, nextUrl, now }: HealthPageProps) {
  return (
    <>
      <nav className="board-filters" aria-label="Feeds that are">
        <a href="/admin/health" aria-current={filter === null ? "page" : undefined}>
          All
        </a>
        {Object.entries(filterWords).map(([key, words]) => (
          <a key={key} href={`/admin/health?state=${key}`} aria-current={key === filter ? "page" : undefined}>
            {words}
          </a>
        ))}
      </nav>
      {rows.length === 0 ? (
        <p className="desk-empty">{filter === null ? "No feed is read yet." : `No feed is ${filterWords[filter].toLowerCase()}.`}</p>
      ) : (
        <BoardTable
          rows={rows}
          caption="Feeds that are read, worst first. Bars: entries of the last 14 days; a tick below marks a day with failures. Times are UTC."
          returnTo={path}
          now={now}
        />
      )}
      {nextUrl && (
        <p className="desk-pager">
          <a className="desk-button" href={nextUrl}>
            More feeds
          </a>
        </p>
      )}
    </>
  );
}
