import { Card } from "@/components/card/card";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OlderLink } from "@/components/older/older-link";
import { TitleMarks } from "@/components/publisher-mark/title-marks";
import { FollowControl } from "@/components/reading/follow-control";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import { MuteControl } from "@/components/reading/mute-control";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { AuthorView } from "./types";

type AuthorPageProps = { view: AuthorView; viewer: ViewerBadge; now: Date; signOutUrl?: string };

/** A writer and what they have written, across titles. */
export function AuthorPage({ view, viewer, now, signOutUrl }: AuthorPageProps) {
  const path = `/author/${view.author.slug}`;
  return (
    <PageFrame viewer={viewer} now={now} path={path} signOutUrl={signOutUrl}>
      <header className="page-head">
        <h1>{view.author.name}</h1>
        <TitleMarks marks={view.publishers} />
        <div className="head-acts">
          <FollowControl mark={view.follow} name={view.author.name} returnTo={path} />
          <MuteControl mark={view.mute ?? null} name={view.author.name} returnTo={path} now={now} />
        </div>
      </header>
      {view.page.cards.length === 0 && (
        <Notice title="Nothing here at present">
          <a href="/">Back to the front page</a>
        </Notice>
      )}
      <div className="rows">
        {view.page.cards.map((card) => (
          <Card key={card.id} card={card} variant="row" now={now} hasKicker />
        ))}
      </div>
      <MarkAllForm cards={view.page.cards} returnTo={path} />
      {view.page.cards.length > 0 && <OlderLink basePath={path} cursor={view.page.olderCursor} isFirst={view.isFirst} />}
    </PageFrame>
  );
}
