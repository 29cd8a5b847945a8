import { figures, Heads } from "@/components/desk/heads";
import type { FailedJob, JobsView, QueueLine } from "@/lib/operations/job-types";
import { ExactTime } from "../log/exact-time";
import { ScrollBox } from "../log/scroll-box";

/** What the worker has to do, and what it could not. */
export function JobsPage({ jobs: { queues, failed, queue }, now }: { jobs: JobsView; now: Date }) {
  return (
    <>
      <ScrollBox name="Kinds of jobs">
        <table className="desk-table office-table">
          <caption>Kinds of jobs. What is done is forgotten after an hour, of nightly ones after up to a week</caption>
          <Heads names={["Kind", ...figures("Waiting", "Later", "Running", "Failed"), "Longest waiting", "Last done", "All of it"]} />
          <tbody>
            {queues.map((line) => (
              <QueueRow key={line.name} line={line} now={now} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <section aria-labelledby="failed">
        <h2 id="failed">Failed{queue !== "" && `: ${queue}`}</h2>
        {queue !== "" && (
          <p>
            <a href="/admin/jobs">All kinds</a>
          </p>
        )}
        {failed.length === 0 ? <p className="desk-empty">Nothing failed that is still kept.</p> : <Failures failed={failed} />}
      </section>
    </>
  );
}

function QueueRow({ line, now }: { line: QueueLine; now: Date }) {
  const { name, waiting, later, running, failed, oldestAt, doneAt } = line;
  return (
    <tr data-row="">
      <td>{name}</td>
      {[waiting, later, running].map((count, column) => (
        <td key={columns[column]} className={count === 0 ? "is-figure is-nothing" : "is-figure"}>
          {count}
        </td>
      ))}
      <td className={failed === 0 ? "is-figure is-nothing" : "is-figure"}>
        {failed > 0 ? <a href={`/admin/jobs?queue=${name}#failed`}>{failed}</a> : 0}
      </td>
      <td>{oldestAt ? ageWords(now.getTime() - oldestAt.getTime()) : <span className="is-nothing">none</span>}</td>
      <td>{doneAt ? <ExactTime at={doneAt} /> : <span className="is-nothing">not known</span>}</td>
      <td>{failed > 0 ? <Act act="retry-all" queue={name} words="Try all again" /> : null}</td>
    </tr>
  );
}

const columns = ["waiting", "later", "running"];

/** How long, in the two words that a glance needs. */
function ageWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} days`;
}

function Failures({ failed }: { failed: FailedJob[] }) {
  return (
    <ScrollBox name="Failed jobs">
      <table className="desk-table office-table">
        <caption>The last hundred, newest first. Addresses and keys are left out of what is said</caption>
        <Heads names={["Kind", "About", "What went wrong", { figure: "Tries" }, "Failed", "Do"]} />
        <tbody>
          {failed.map(({ id, queue, about, words, tries, failedAt }) => (
            <tr key={id} data-row="">
              <td>{queue}</td>
              <td>{about === "" ? "everything" : about}</td>
              <td className="office-fault">{words}</td>
              <td className="is-figure">{tries}</td>
              <td>{failedAt ? <ExactTime at={failedAt} /> : "not known"}</td>
              <td className="desk-acts">
                <Act act="retry" queue={queue} jobId={id} words="Try again" />
                <Act act="drop" queue={queue} jobId={id} words="Drop" question="Drop this job? What it should have done stays undone." />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type ActProps = { act: "retry" | "retry-all" | "drop"; queue: string; jobId?: string; words: string; question?: string };

function Act({ act, queue, jobId, words, question }: ActProps) {
  return (
    <form method="post" action={`/admin/jobs/${act}`} data-desk="">
      <input type="hidden" name="returnTo" value="/admin/jobs" />
      <input type="hidden" name="queue" value={queue} />
      {jobId !== undefined && <input type="hidden" name="jobId" value={jobId} />}
      <button className={act === "drop" ? "desk-button is-quiet" : "desk-button"} type="submit" data-confirm={question}>
        {words}
        <span className="sr-only"> {queue}</span>
      </button>
    </form>
  );
}
