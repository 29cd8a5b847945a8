import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { longInstant } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArchivedPick, PickListName, PickListView } from "@/lib/editorial/types";
import { groupByMonth } from "./group-by-month";
import { Pick } from "./pick";

type PicksPageProps = {
  viewer: ViewerBadge;
  now: Date;
  list: PickListName;
  /** What stands now; null on older pages. */
  standing: PickListView | null;
  picks: ArchivedPick[];
  others: PickListName[];
  olderCursor: string | null;
};

/** A list of the desk's at its own address: what stands on it, and all that ever did. */
export function PicksPage({ viewer, now, list, standing, picks, others, olderCursor }: PicksPageProps) {
  const path = `/picks/${list.slug}`;
  const standingSlugs = new Set(standing?.picks.map(({ card }) => card.slug));
  const past = picks.filter(({ article, endsAt }) => endsAt !== null || !article || !standingSlugs.has(article.slug));
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <header className="page-head">
        <h1>{list.name}</h1>
        {list.description !== "" && <p>{list.description}</p>}
      </header>
      {standing !== null && standing.picks.length > 0 && (
        <section className="picks picks-now" aria-label="Now">
          <ul>
            {standing.picks.map((pick) => (
              <Pick key={pick.card.id} pick={pick} hasStandfirst />
            ))}
          </ul>
        </section>
      )}
      {picks.length === 0 && (
        <Notice title="Nothing was picked yet">
          What our editors choose will stand here, and stay. <a href="/">Back to the front page</a>
        </Notice>
      )}
      {groupByMonth(past).map(({ month, picks: ofMonth }) => (
        <section key={month} className="picks-month" aria-label={month}>
          <h2 className="label">{month}</h2>
          <ul>
            {ofMonth.map((pick) => (
              <Archived key={pick.id} pick={pick} />
            ))}
          </ul>
        </section>
      ))}
      <nav className="older" aria-label="More picks">
        {olderCursor !== null && (
          <a className="button button-quiet" href={`${path}/before/${encodeURIComponent(olderCursor)}`} rel="next">
            Older picks
          </a>
        )}
        {standing === null && (
          <a className="quiet" href={path}>
            Back to the newest
          </a>
        )}
        {others.map(({ slug, name }) => (
          <a key={slug} className="quiet" href={`/picks/${slug}`}>
            {name}
          </a>
        ))}
      </nav>
    </PageFrame>
  );
}

function Archived({ pick: { article, note, editorName, edition, startsAt, endsAt } }: { pick: ArchivedPick }) {
  return (
    <li>
      {article ? (
        <p className="picks-headline" lang={article.language} dir={article.direction}>
          <a href={`/article/${article.slug}`}>{article.headline}</a>
        </p>
      ) : (
        <p className="picks-headline">An article that its title has withdrawn</p>
      )}
      {note !== "" && <p className="picks-note">{note}</p>}
      <p className="meta">
        {article && <a href={`/publisher/${article.publisherSlug}`}>{article.publisherName}</a>}
        <span>Picked by {editorName}</span>
        {edition !== "" && <span>for {edition}</span>}
        <time dateTime={startsAt}>{longInstant(startsAt)}</time>
        {endsAt && (
          <span>
            to <time dateTime={endsAt}>{longInstant(endsAt)}</time>
          </span>
        )}
      </p>
    </li>
  );
}
