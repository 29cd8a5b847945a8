import { directionOf, languageOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import { longInstant } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ChangesView } from "@/lib/articles/revision-types";
import { type ChangeGroup, groupChanges } from "./group-changes";
import { MaterialChange } from "./material-change";
import { MinorChanges } from "./minor-changes";

type ChangesPageProps = { view: ChangesView; viewer: ViewerBadge; now: Date };

/** Every version of an article that was seen, newest first, with what each changed. */
export function ChangesPage({ view, viewer, now }: ChangesPageProps) {
  const { card, changes } = view;
  return (
    <PageFrame viewer={viewer} now={now} path={`/article/${card.slug}/changes`} current={card.section}>
      <header className="page-head changes-head" dir={directionOf(card)}>
        <p className="page-label">What changed</p>
        <h1 lang={languageOf(card)}>
          <a href={`/article/${card.slug}`}>{card.headline}</a>
        </h1>
        <p className="page-facts">
          <PublisherMark publisher={card.publisher} />
          <a className="quiet" href={`/article/${card.slug}`}>
            Back to the article
          </a>
        </p>
      </header>
      {changes.length === 0 ? (
        <Notice title="Nothing has changed">
          This article stands as it was published. <a href={`/article/${card.slug}`}>Read it</a>
        </Notice>
      ) : (
        <History view={view} />
      )}
    </PageFrame>
  );
}

function History({ view }: { view: ChangesView }) {
  const { card, first } = view;
  return (
    <>
      <ol className="changes" dir={directionOf(card)}>
        {groupChanges(view.changes).map((group) => (
          <Group key={group.key} group={group} view={view} />
        ))}
        <li className="change">
          <p className="change-when">
            {view.isCut ? "Before that" : <time dateTime={card.publishedAt}>{longInstant(card.publishedAt)}</time>}
          </p>
          <div>
            <h2>{view.isCut ? "The oldest version we keep" : "First published"}</h2>
            <div lang={languageOf(card)}>
              <p className="change-headline">{first.headline}</p>
              {first.standfirst !== "" && <p className="change-standfirst">{first.standfirst}</p>}
            </div>
          </div>
        </li>
      </ol>
      <p className="changes-note">
        Times are when our reading of the title’s feed first saw each version. Of the text we say that it changed, not how.
      </p>
    </>
  );
}

function Group({ group, view }: { group: ChangeGroup; view: ChangesView }) {
  const language = languageOf(view.card);
  if (group.kind === "minor") return <MinorChanges changes={group.changes} language={language} />;
  return <MaterialChange change={group.change} publisher={view.card.publisher.name} language={language} />;
}
