import type { ReactNode } from "react";
import { directionOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import { InstallPanel } from "@/components/install/install-panel";
import { Picks } from "@/components/picks/picks";
import { NotWorthButton } from "@/components/receipt/not-worth-button";
import { TopStories } from "@/components/top-stories/top-stories";
import { TopicLine } from "@/components/topic/topic-line";
import { TrialPanel } from "@/components/trial/trial-panel";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { ArticleView } from "@/lib/articles/types";
import type { OwnReading } from "@/lib/reading/own-types";
import { ArticleHead } from "./article-head";
import { ArticleText } from "./article-text";
import { ArticleTools } from "./article-tools";
import { RelatedStories } from "./related-stories";
import type { ArticleSurroundings } from "./types";

type ArticlePageProps = {
  view: ArticleView;
  surroundings: ArticleSurroundings;
  viewer: ViewerBadge;
  now: Date;
  signOutUrl?: string;
  /** What has to be said before the article: a gift, an embargo. */
  note?: ReactNode;
  /** How the article stands with whoever is signed in; null for a visitor. */
  reading?: OwnReading | null;
};

/** A member's to give: what anyone reads, or was itself opened by a gift or the meter, is not. */
function giftUrl({ text, card }: ArticleView): string | undefined {
  const isTheirs = text.kind === "full" && (text.by === "membership" || text.by === "staff");
  return isTheirs ? `/reading/${card.slug}/gift` : undefined;
}

/** One article, then the ways on from it. */
export function ArticlePage({ view, surroundings, viewer, now, signOutUrl, note, reading = null }: ArticlePageProps) {
  const path = `/article/${view.card.slug}`;
  return (
    <PageFrame viewer={viewer} now={now} path={path} current={view.card.section} signOutUrl={signOutUrl}>
      <article className="article" dir={directionOf(view.card)}>
        {note}
        <ArticleHead view={view} goOn={reading?.goOn ?? null} />
        <ArticleTools slug={view.card.slug} canListen={view.text.kind === "full"} giftUrl={giftUrl(view)} reading={reading} />
        <ArticleText view={view} surroundings={surroundings} path={path} viewer={viewer} />
        {reading?.isNotWorth != null && (
          <p className="not-worth">
            <NotWorthButton slug={view.card.slug} isNotWorth={reading.isNotWorth} returnTo={path} />{" "}
            <a href="/membership/receipt">Where your fee goes</a>
          </p>
        )}
      </article>
      <TopicLine topics={surroundings.topics} />
      <RelatedStories cards={surroundings.related} card={view.card} now={now} />
      <div className="band">
        <TopStories stories={surroundings.top} now={now} />
        <Picks picks={surroundings.picks} />
      </div>
      {viewer.kind === "visitor" && <TrialPanel titleCount={surroundings.titleCount} marks={surroundings.marks} path={path} />}
      <InstallPanel />
    </PageFrame>
  );
}
