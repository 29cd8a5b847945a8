import type { DeskAct, DeskArticle } from "@/lib/articles/desk-types";
import type { DeskReport } from "@/lib/editorial/report-types";
import { DeskTime } from "../find/desk-time";
import { kindWords, stateWords } from "../reports/report-words";
import { actWords } from "./act-words";

type ArticleHistoryProps = { article: DeskArticle; reports: readonly DeskReport[] };

/** What happened to an article: reports, picks, versions, acts of the desk. */
export function ArticleHistory({ article, reports }: ArticleHistoryProps) {
  return (
    <>
      <section aria-labelledby="reports">
        <h2 id="reports">Reports of readers</h2>
        {reports.length === 0 && <p className="desk-meta">None.</p>}
        <ul className="desk-lines">
          {reports.map((report) => (
            <li key={report.id}>
              <a href={`/desk/reports#report-${report.id}`}>{kindWords[report.kind]}</a>
              {`: ${report.words} `}
              <span className="desk-meta">
                {`${stateWords[report.state]}, `}
                <DeskTime at={report.reportedAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="picks">
        <h2 id="picks">Picks</h2>
        {article.picks.length === 0 && <p className="desk-meta">Never picked.</p>}
        <ul className="desk-lines">
          {article.picks.map((pick) => (
            <li key={`${pick.list} ${pick.startsAt}`}>
              {`${pick.list}, by ${pick.editorName}, from `}
              <DeskTime at={pick.startsAt} />
              {pick.endsAt && (
                <>
                  {" until "}
                  <DeskTime at={pick.endsAt} />
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Former versions</h2>
        {article.revisions.length === 0 && <p className="desk-meta">It never changed.</p>}
        <ul className="desk-lines">
          {article.revisions.map((revision) => (
            <li key={revision.number}>
              {`${revision.number}: “${revision.headline}” `}
              <span className="desk-meta">
                {`${revision.kind === "material" ? "words changed" : "typography changed"}, `}
                <DeskTime at={revision.seenAt} />
              </span>
            </li>
          ))}
        </ul>
      </section>
      <ActsLog acts={article.acts} />
    </>
  );
}

/** What was done to something, the latest first. */
export function ActsLog({ acts }: { acts: readonly DeskAct[] }) {
  return (
    <section aria-labelledby="log">
      <h2 id="log">What the desk did</h2>
      {acts.length === 0 && <p className="desk-meta">Nothing yet.</p>}
      <ul className="desk-lines">
        {acts.map(({ seq, who, act, at, reason }) => (
          <li key={seq}>
            {`${who} ${actWords(act)}`}
            {reason !== "" && `: ${reason}`}
            <span className="desk-meta">
              {`, no. ${seq}, `}
              <DeskTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
