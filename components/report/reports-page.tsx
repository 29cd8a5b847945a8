import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { plainDay } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { OwnReport } from "@/lib/editorial/report-types";

type ReportsPageProps = { reports: readonly OwnReport[]; isSent: boolean; viewer: ViewerBadge; now: Date };

const came = { open: "Waits for an answer", upheld: "You were right", declined: "Left as it is" } as const;

/** All that a reader has reported, and what came of it. */
export function ReportsPage({ reports, isSent, viewer, now }: ReportsPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path="/report">
      <header className="page-head">
        <h1>Your reports</h1>
        <p className="page-tagline">What you told our editors, and what they answered.</p>
      </header>
      {isSent && (
        <p className="form-done" role="status">
          Thank you. Our editors have it; the answer comes by mail, and stands here.
        </p>
      )}
      {reports.length === 0 && <Notice title="Nothing reported">“Report a mistake” stands among the tools of every article.</Notice>}
      <ul className="reports">
        {reports.map((report) => (
          <li key={report.id}>
            <p className="reports-article">
              {report.article ? (
                <a href={`/article/${report.article.slug}`}>{report.article.headline}</a>
              ) : (
                "An article that has been withdrawn since"
              )}
            </p>
            <p className="reports-words">{report.words}</p>
            <p className="reports-state">
              <b>{came[report.state]}</b>
              {", sent on "}
              <time dateTime={report.reportedAt}>{plainDay(report.reportedAt, now)}</time>
            </p>
            {report.answer !== "" && <blockquote>{report.answer}</blockquote>}
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
