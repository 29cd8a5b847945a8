import type { LogEntry } from "@/lib/operations/log-types";
import { ExactTime } from "./exact-time";
import { Changes, Subject } from "./log-table";

/** One line of the log at its permanent address, whole. */
export function LogEntryPage({ entry }: { entry: LogEntry }) {
  const { seq, at, actorId, actorName, actorRole, act, subject, reason, changes, previousHash, hash } = entry;
  return (
    <>
      <dl className="office-facts">
        <dt>When</dt>
        <dd>
          <ExactTime at={at} />, <code>{at.toISOString()}</code>
        </dd>
        <dt>Who</dt>
        <dd>
          {actorName}, {actorRole}
          {actorId !== null && (
            <>
              {" "}
              <a href={`/desk/log?${new URLSearchParams({ actor: actorId })}`}>all they did</a>
            </>
          )}
        </dd>
        <dt>What</dt>
        <dd>
          <strong>{act}</strong>
        </dd>
        <dt>To what</dt>
        <dd>
          <Subject subject={subject} />
        </dd>
        <dt>Why</dt>
        <dd>{reason === "" ? "no reason was asked for" : reason}</dd>
        <dt>Changed</dt>
        <dd>
          <Changes changes={changes} max={500} />
        </dd>
        <dt>Sealed</dt>
        <dd>
          <code className="office-hash">{hash}</code>
          <br />
          <span className="desk-meta">with the line before: </span>
          <code className="office-hash">{previousHash}</code>
        </dd>
      </dl>
      <nav className="desk-pager" aria-label="Lines">
        <a href="/desk/log">The whole log</a>
        {seq > 1 && <a href={`/desk/log/${seq - 1}`}>Line {seq - 1}</a>}
        <a href={`/desk/log/${seq + 1}`}>Line {seq + 1}</a>
      </nav>
    </>
  );
}
