import { Card } from "@/components/card/card";
import { languageOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import { Notice } from "@/components/notice/notice";
import { OlderLink } from "@/components/older/older-link";
import { FollowControl } from "@/components/reading/follow-control";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import { MuteControl } from "@/components/reading/mute-control";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { CardPage } from "@/lib/articles/types";
import type { MuteMark } from "@/lib/entitlements/mute-types";
import type { FollowMark } from "@/lib/reading/follow-types";
import type { TopicEntry } from "@/lib/topics/types";
import { FeedLinks } from "./feed-links";
import { kindWords } from "./kind-words";

type TopicPageProps = {
  topic: TopicEntry;
  follow: FollowMark;
  mute?: MuteMark | null;
  page: CardPage;
  isFirst: boolean;
  viewer: ViewerBadge;
  now: Date;
  signOutUrl?: string;
};

/** A person, place, organisation or term, and what titles write about it: one card a story, newest first. */
export function TopicPage({ topic, follow, mute = null, page, isFirst, viewer, now, signOutUrl }: TopicPageProps) {
  const path = `/topic/${topic.slug}`;
  const [lead, ...others] = isFirst ? page.cards : [];
  return (
    <PageFrame viewer={viewer} now={now} path={path} signOutUrl={signOutUrl}>
      <header className="page-head">
        <p className="topic-kind">
          <a href="/topics">Topics</a>
          {kindWords[topic.kind] && <span>{kindWords[topic.kind]}</span>}
        </p>
        <h1 className="topic-name" lang={languageOf(topic)}>
          {topic.name}
        </h1>
        <p className="page-facts">
          <span>{lately(topic.articleCount)}</span>
          <FeedLinks path={path} />
        </p>
        <div className="head-acts">
          <FollowControl mark={follow} name={topic.name} returnTo={path} />
          <MuteControl mark={mute} name={topic.name} returnTo={path} now={now} />
        </div>
      </header>
      {page.cards.length === 0 && (
        <Notice title="Nothing here at present">
          <a href="/topics">See all topics</a>
        </Notice>
      )}
      {lead && (
        <div className="section-top topic-top">
          <Card card={lead} variant="feature" now={now} hasKicker />
        </div>
      )}
      <div className="rows">
        {(lead ? others : page.cards).map((card) => (
          <Card key={card.id} card={card} variant="row" now={now} hasKicker />
        ))}
      </div>
      <MarkAllForm cards={page.cards} returnTo={path} />
      {page.cards.length > 0 && <OlderLink basePath={path} cursor={page.olderCursor} isFirst={isFirst} />}
    </PageFrame>
  );
}

function lately(count: number): string {
  if (count === 0) return "Nothing new in the last two weeks";
  return `${count} ${count === 1 ? "article" : "articles"} in the last two weeks`;
}
