import { Card } from "@/components/card/card";
import { directionOf, languageOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import { Icon } from "@/components/icon/icon";
import { Notice } from "@/components/notice/notice";
import { OlderLink } from "@/components/older/older-link";
import { markColour } from "@/components/publisher-mark/publisher-mark";
import { FollowControl } from "@/components/reading/follow-control";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import { MuteControl } from "@/components/reading/mute-control";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { countryName, languageName } from "./place-words";
import type { PublisherView } from "./types";

type PublisherPageProps = { view: PublisherView; viewer: ViewerBadge; now: Date; signOutUrl?: string };

/** A title: who it is, and what it has written. */
export function PublisherPage({ view, viewer, now, signOutUrl }: PublisherPageProps) {
  const path = `/publisher/${view.publisher.slug}`;
  return (
    <PageFrame viewer={viewer} now={now} path={path} signOutUrl={signOutUrl}>
      <PublisherHead view={view} path={path} now={now} />
      {view.page.cards.length === 0 && (
        <Notice title={`Nothing from ${view.publisher.name} yet`}>
          Its articles will stand here as they come. <a href="/titles">See all titles</a>
        </Notice>
      )}
      <div className="rows">
        {view.page.cards.map((card) => (
          <Card key={card.id} card={card} variant="row" now={now} hasKicker hasPublisher={false} />
        ))}
      </div>
      <MarkAllForm cards={view.page.cards} returnTo={path} />
      {view.page.cards.length > 0 && <OlderLink basePath={path} cursor={view.page.olderCursor} isFirst={view.isFirst} />}
    </PageFrame>
  );
}

function PublisherHead({ view: { publisher, follow, mute = null }, path, now }: { view: PublisherView; path: string; now: Date }) {
  const facts = [countryName(publisher.country), languageName(publisher.language)];
  if (publisher.isStateMedia) facts.push("State media");
  if (publisher.isSample) facts.push("Sample partner");
  return (
    <header className="page-head page-head-title" style={markColour(publisher)} data-mark={publisher.initials}>
      <h1 lang={languageOf(publisher)} dir={directionOf(publisher)}>
        {publisher.name}
      </h1>
      {publisher.tagline !== null && (
        <p className="page-tagline" lang={languageOf(publisher)} dir={directionOf(publisher)}>
          {publisher.tagline}
        </p>
      )}
      <p className="page-facts">
        {facts.join(" · ")}
        <a className="quiet" href={publisher.homeUrl} rel="external noopener">
          {"Its own site\u00a0"}
          <Icon name="external-link" />
        </a>
        <a className="quiet" href={`${path}/health`}>
          How we read it
        </a>
      </p>
      {publisher.isRetired && <p>Nothing new comes from {publisher.name} any more. What it brought stays here.</p>}
      <div className="head-acts">
        <FollowControl mark={follow} name={publisher.name} returnTo={path} />
        <MuteControl mark={mute} name={publisher.name} returnTo={path} now={now} />
      </div>
    </header>
  );
}
