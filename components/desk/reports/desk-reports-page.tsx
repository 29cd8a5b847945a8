import { DeskFrame } from "@/components/desk/desk-frame";
import { DeskTime } from "@/components/desk/find/desk-time";
import { correctionCharsMax } from "@/lib/articles/desk-types";
import { answerCharsMax, type DeskReport, type ReportPage } from "@/lib/editorial/report-types";
import { kindWords, stateWords } from "./report-words";

type DeskReportsPageProps = {
  page: ReportPage;
  state: "open" | "answered";
  isFirst: boolean;
  staff: { name: string; role: "editor" | "admin" };
};

/** What readers say is wrong, to be answered. */
export function DeskReportsPage({ page, state, isFirst, staff }: DeskReportsPageProps) {
  const isOpen = state === "open";
  const other = isOpen
    ? { href: "/desk/reports?state=answered", words: "Those answered" }
    : { href: "/desk/reports", words: "Those that wait" };
  return (
    <DeskFrame
      staff={staff}
      path="/desk/reports"
      title="Reports"
      words={isOpen ? "What readers say is wrong, the oldest first. Each gets an answer by mail." : "What was answered, the latest first."}
      tools={
        <a className="desk-button" href={other.href}>
          {other.words}
        </a>
      }
    >
      {page.reports.length === 0 && (
        <p className="desk-empty">{isOpen ? "Nothing waits. Every reader has had an answer." : "Nothing has been answered yet."}</p>
      )}
      <ol className="desk-reports">
        {page.reports.map((report) => (
          <ReportRow key={report.id} report={report} />
        ))}
      </ol>
      <nav className="desk-pager" aria-label="Pages">
        {!isFirst && <a href={isOpen ? "/desk/reports" : "/desk/reports?state=answered"}>From the beginning</a>}
        {page.nextCursor && <a href={`/desk/reports?${new URLSearchParams({ state, after: page.nextCursor })}`}>More</a>}
      </nav>
    </DeskFrame>
  );
}

function ReportRow({ report }: { report: DeskReport }) {
  const { id, article, kind, words, reportedAt, state } = report;
  return (
    <li id={`report-${id}`} data-row="" className="desk-report">
      <div>
        <p>
          <a className="desk-headline" href={`/desk/articles/${article.slug}`} data-key="o">
            {article.headline}
          </a>
        </p>
        <p className="desk-meta">
          {`${article.publisherName} · `}
          <b>{kindWords[kind]}</b>
          {" · "}
          <DeskTime at={reportedAt} />
        </p>
        <p className="desk-report-words" dir="auto">
          {words}
        </p>
      </div>
      {state === "open" ? <AnswerForm report={report} /> : <Answered report={report} />}
    </li>
  );
}

function Answered({ report: { state, answer, answeredBy, answeredAt } }: { report: DeskReport }) {
  return (
    <div>
      <p>
        <b>{stateWords[state]}</b>
        {answeredBy && ` by ${answeredBy}, `}
        {answeredAt && <DeskTime at={answeredAt} />}
      </p>
      <blockquote dir="auto">{answer}</blockquote>
    </div>
  );
}

function AnswerForm({ report: { id, article } }: { report: DeskReport }) {
  return (
    <form method="post" action={`/desk/reports/${id}/answer`} data-desk="" className="desk-act">
      <input type="hidden" name="returnTo" value="/desk/reports" />
      <div className="desk-field">
        <label htmlFor={`answer-${id}`}>
          Our answer to the reader <kbd>a</kbd>
        </label>
        <textarea id={`answer-${id}`} name="answer" rows={3} required={true} minLength={3} maxLength={answerCharsMax} data-key="a" />
      </div>
      <div className="desk-field">
        <label htmlFor={`correction-${id}`}>Correction on the article</label>
        <textarea id={`correction-${id}`} name="correction" rows={2} maxLength={correctionCharsMax} />
        <small>
          {article.correction === null ? "Readers see it on its page. Empty sets none." : `Now: “${article.correction}” Empty leaves that.`}
        </small>
      </div>
      <div className="desk-acts">
        <button type="submit" name="verdict" value="upheld" className="desk-button is-main">
          Upheld: answer
        </button>
        <button type="submit" name="verdict" value="declined" className="desk-button">
          Declined: answer
        </button>
      </div>
    </form>
  );
}
