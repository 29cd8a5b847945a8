import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OwnOlderLink } from "@/components/older/own-older-link";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { groupDays, makeClock } from "./group-days";
import { HistoryControls } from "./history-controls";
import { HistoryRow } from "./history-row";
import type { HistoryView } from "./types";

type HistoryPageProps = { view: HistoryView; viewer: ViewerBadge; now: Date };

const path = "/history";

/** What a reader has read, by day; each entry and the whole can be taken out of it. */
export function HistoryPage({ view, viewer, now }: HistoryPageProps) {
  const clock = makeClock(view.timeZone);
  const days = groupDays(view.entries, view.timeZone, now);
  const isEmpty = view.entries.length === 0 && view.isFirst;
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <header className="page-head">
        <h1>History</h1>
        <p className="page-tagline">What you have read. Yours alone, and kept until you take it out.</p>
      </header>
      <HistoryControls keepsHistory={view.keepsHistory} asksToClear={view.asksToClear} isEmpty={isEmpty} />
      {isEmpty && (
        <Notice title="Nothing read yet">
          {view.keepsHistory ? "What you open will stand here, day by day." : "Your history is paused: nothing is being kept."}{" "}
          <a href="/">Turn to the front page</a>
        </Notice>
      )}
      {days.map(({ day, name, read, marked }) => (
        <section key={day} className="history-day" aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{name}</h2>
          {read.length > 0 && (
            <ul>
              {read.map((entry) => (
                <HistoryRow key={entry.articleId} entry={entry} clock={clock} />
              ))}
            </ul>
          )}
          {marked.length > 0 && (
            <details>
              <summary>{`${marked.length} marked as read`}</summary>
              <ul>
                {marked.map((entry) => (
                  <HistoryRow key={entry.articleId} entry={entry} clock={clock} />
                ))}
              </ul>
            </details>
          )}
        </section>
      ))}
      {!isEmpty && <OwnOlderLink path={path} cursor={view.olderCursor} isFirst={view.isFirst} words="Read earlier" />}
    </PageFrame>
  );
}
