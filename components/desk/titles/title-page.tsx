import { BoardTable } from "@/components/desk/health/board-table";
import { TimeStamp } from "@/components/time/time-stamp";
import { awaitsFirstReading } from "@/lib/feeds/awaits-first-reading";
import type { TitleView } from "@/lib/feeds/title-types";
import { type Arrival, Arrivals } from "./arrivals";
import { FeedRows } from "./feed-rows";
import { SectionMapFields } from "./section-map-fields";
import { StandingForms } from "./standing-forms";
import { PolicyFields, TitleFields } from "./title-fields";
import { verdictWords } from "./title-words";

type TitlePageProps = {
  view: TitleView;
  /** The newest of what it brought. */
  articles: readonly Arrival[];
  path: string;
  now: Date;
};

/** A title, with everything that the office may say of it. */
export function TitlePage({ view, articles, path, now }: TitlePageProps) {
  const { title, feeds, board, decisions } = view;
  return (
    <>
      <TitleNotes title={title} now={now} />
      <h2>What came</h2>
      <Arrivals articles={articles} isWaiting={awaitsFirstReading(view)} now={now} />
      <h2>Its feeds</h2>
      {board.length > 0 && (
        <BoardTable
          rows={board}
          caption="Feeds that are read. Bars: entries of the last 14 days. Times are UTC."
          returnTo={path}
          now={now}
          hasTitle={false}
        />
      )}
      <FeedRows feeds={feeds} slug={title.slug} name={title.name} returnTo={path} />
      <form method="post" action="/admin/titles/edit" data-desk="">
        <input type="hidden" name="slug" value={title.slug} />
        <input type="hidden" name="returnTo" value={path} />
        <h2>The title</h2>
        <TitleFields values={title} />
        <h2>What we may show</h2>
        <PolicyFields values={title} />
        <h2>What it calls its sections</h2>
        <SectionMapFields categories={view.categories} said={title.sectionMap} />
        <p className="title-decide">
          <button className="desk-button is-main" type="submit">
            Keep the changes
          </button>
        </p>
      </form>
      <h2>Its standing</h2>
      <StandingForms title={title} path={path} />
      <Decisions decisions={decisions} now={now} />
      <Notes notes={view.notes} now={now} />
    </>
  );
}

function TitleNotes({ title, now }: { title: TitleView["title"]; now: Date }) {
  const { mergedInto, retiredAt, pausedAt, quietToldAt, isActive } = title;
  return (
    <>
      {mergedInto && (
        <p className="desk-note">
          It is part of <a href={`/admin/titles/${mergedInto.slug}`}>{mergedInto.name}</a> now: its addresses lead there.
        </p>
      )}
      {retiredAt && <p className="desk-note">Retired: nothing new comes from it, and what it brought stays.</p>}
      {pausedAt && <p className="desk-note">Paused: its feeds are not asked until it goes on.</p>}
      {!isActive && !mergedInto && <p className="desk-note is-warning">It is not in the paper: none of its articles is shown.</p>}
      {quietToldAt && (
        <p className="desk-note is-warning">
          Quiet against its own habit; told of <TimeStamp at={quietToldAt.toISOString()} now={now} />.
        </p>
      )}
    </>
  );
}

function Decisions({ decisions, now }: { decisions: TitleView["decisions"]; now: Date }) {
  return (
    <>
      <h2>Decisions</h2>
      {decisions.length === 0 ? (
        <p className="desk-empty">It came with the catalogue; nothing was decided by hand.</p>
      ) : (
        <ul className="title-log">
          {decisions.map(({ id, verdict, reason, decidedBy, decidedAt }) => (
            <li key={id}>
              <b>{verdictWords[verdict] ?? verdict}.</b> {reason}{" "}
              <span className="desk-meta">
                {decidedBy}, <TimeStamp at={decidedAt.toISOString()} now={now} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Notes({ notes, now }: { notes: TitleView["notes"]; now: Date }) {
  if (notes.length === 0) return null;
  return (
    <>
      <h2>What happened to its feeds</h2>
      <ul className="title-log">
        {notes.map(({ url, words, at, kind }) => (
          <li key={`${url} ${kind} ${at.getTime()}`}>
            {words}{" "}
            <span className="desk-meta">
              {url}, <TimeStamp at={at.toISOString()} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
