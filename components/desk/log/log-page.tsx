import type { LogPage as LogPageView, LogSeal, LogSearch } from "@/lib/operations/log-types";
import { ExactTime } from "./exact-time";
import { LogTable } from "./log-table";

type LogPageProps = { log: LogPageView; canCheck: boolean };

/** The log of acts, looked through by who, what, to what and when. */
export function LogPage({ log: { lines, next, seal, search }, canCheck }: LogPageProps) {
  return (
    <>
      <Seal seal={seal} canCheck={canCheck} />
      <LogFilters search={search} />
      {lines.length === 0 ? (
        <p className="desk-empty">No act fits. The log begins with the first act of the desk.</p>
      ) : (
        <LogTable lines={lines} caption="Acts, newest first; what is struck out is what it was before" />
      )}
      {next !== null && (
        <nav className="desk-pager" aria-label="Pages">
          <a href={`/desk/log?${nextPage(search, next)}`}>Earlier acts</a>
        </nav>
      )}
    </>
  );
}

function nextPage({ actor, act, subject, day }: LogSearch, before: number): URLSearchParams {
  const filters = Object.entries({ actor, act, subject, day }).filter(([, value]) => value !== "");
  return new URLSearchParams([...filters, ["before", String(before)]]);
}

function Seal({ seal, canCheck }: { seal: LogSeal; canCheck: boolean }) {
  return (
    <div className={seal.kind === "broken" ? "desk-note is-warning" : "desk-note"}>
      <p>
        <SealWords seal={seal} />
      </p>
      {canCheck && seal.kind !== "checking" && (
        <form method="post" action="/desk/log/verify" data-desk="">
          <input type="hidden" name="returnTo" value="/desk/log" />
          <button className="desk-button" type="submit">
            Check it now
          </button>
        </form>
      )}
    </div>
  );
}

function SealWords({ seal }: { seal: LogSeal }) {
  switch (seal.kind) {
    case "never":
      return "Each line is sealed with the one before it. No check of the last week is known; one runs every night.";
    case "checking":
      return (
        <>
          The whole log is being checked, since <ExactTime at={seal.since} />.
        </>
      );
    case "whole":
      return (
        <>
          The whole log was checked on <ExactTime at={seal.at} />: every line is as it was written.
        </>
      );
    case "broken":
      return (
        <>
          The check of <ExactTime at={seal.at} /> failed. {seal.words}
        </>
      );
    default:
      return seal satisfies never;
  }
}

function LogFilters({ search: { actor, act, subject, day } }: { search: LogSearch }) {
  const isFiltered = [actor, act, subject, day].some((value) => value !== "");
  return (
    <form className="desk-filters" method="get" action="/desk/log" aria-label="Look through the log">
      <Filter name="actor" words="Who: name or number" value={actor} />
      <Filter name="act" words="What begins with" value={act} />
      <Filter name="subject" words="To what: kind:number" value={subject} />
      <Filter name="day" words="Day, UTC" value={day} type="date" />
      <button className="desk-button" type="submit">
        Look up
      </button>
      {isFiltered && (
        <a className="desk-button is-quiet" href="/desk/log">
          All
        </a>
      )}
    </form>
  );
}

function Filter({ name, words, value, type = "text" }: { name: string; words: string; value: string; type?: string }) {
  return (
    <label className="desk-field">
      <span>{words}</span>
      <input name={name} type={type} defaultValue={value} maxLength={300} autoComplete="off" />
    </label>
  );
}
