import type { ReactNode } from "react";
import { Card } from "@/components/card/card";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OwnOlderLink } from "@/components/older/own-older-link";
import { SaveButton } from "@/components/reading/save-button";
import { plainDay } from "@/components/time/format-instant";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { OwnPage, SavedEntry } from "@/lib/reading/own-types";

type SavedPageProps = { page: OwnPage<SavedEntry>; isFirst: boolean; viewer: ViewerBadge; now: Date };

const path = "/saved";

/** What a reader kept for later, the latest first. */
export function SavedPage({ page, isFirst, viewer, now }: SavedPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <header className="page-head">
        <h1>Saved</h1>
        <p className="page-tagline">Kept until you take it away, on all your devices.</p>
      </header>
      {page.entries.length === 0 && isFirst && (
        <Notice title="Nothing saved yet">
          Every article has a “Save” button below its headline. What you save waits here. <a href="/">Turn to the front page</a>
        </Notice>
      )}
      <div className="rows own-rows">
        {page.entries.map((entry) => (
          <SavedRow key={entry.articleId} entry={entry} now={now} />
        ))}
      </div>
      {page.entries.length > 0 && <OwnOlderLink path={path} cursor={page.olderCursor} isFirst={isFirst} words="Saved earlier" />}
    </PageFrame>
  );
}

function SavedRow({ entry: { articleId, savedAt, card }, now }: { entry: SavedEntry; now: Date }) {
  const day = (
    <span>
      {"Saved "}
      <time dateTime={savedAt}>{plainDay(savedAt, now)}</time>
    </span>
  );
  if (!card) return <GoneRow articleId={articleId} day={day} />;
  return (
    <div className="own-row" data-removable="">
      {/* Everything here is saved: the card need not say so. */}
      <Card card={{ ...card, mine: card.mine && { ...card.mine, isSaved: false } }} variant="row" now={now} hasKicker />
      <div className="own-row-foot">
        {day}
        <SaveButton slug={card.slug} isSaved headline={card.headline} returnTo={path} />
      </div>
    </div>
  );
}

/** What is no longer in the paper is said, and is the reader's to take away; nothing of it is shown. */
function GoneRow({ articleId, day }: { articleId: number; day: ReactNode }) {
  return (
    <div className="own-row" data-removable="">
      <p className="own-gone">An article you saved is no longer in the paper: its title took it back or left.</p>
      <div className="own-row-foot">
        {day}
        <form method="post" action="/reading/saved/drop" data-act="remove">
          <input type="hidden" name="id" value={articleId} />
          <input type="hidden" name="returnTo" value={path} />
          <button type="submit" className="quiet">
            Remove
          </button>
        </form>
      </div>
    </div>
  );
}
