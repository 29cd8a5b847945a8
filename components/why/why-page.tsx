import { directionOf, languageOf } from "@/components/card/text-language";
import { PageFrame } from "@/components/frame/page-frame";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import { SaveButton } from "@/components/reading/save-button";
import { TimeStamp } from "@/components/time/time-stamp";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { WhyView } from "@/lib/ranking/why-types";
import { ReasonsTable } from "./reasons-table";
import { TasteForms } from "./taste-forms";
import type { TasteDone } from "./types";
import { WhyControls } from "./why-controls";

type WhyPageProps = { view: WhyView; path: string; done: TasteDone; viewer: ViewerBadge; now: Date };

/** Why a card stands where it does, and everything one can do about it. */
export function WhyPage({ view, path, done, viewer, now }: WhyPageProps) {
  const { card, reasons, controls, titleCount, isPersonal } = view;
  return (
    <PageFrame viewer={viewer} now={now} path={path}>
      <article className="why-page">
        <header>
          <h1>Why this story</h1>
          <p className="why-headline" lang={languageOf(card)} dir={directionOf(card)}>
            <a href={`/article/${card.slug}`}>{card.headline}</a>
          </p>
          <p className="meta">
            <PublisherMark publisher={card.publisher} />
            <TimeStamp at={card.publishedAt} now={now} />
          </p>
        </header>
        <Reasons view={view} titleCount={titleCount} />
        <div className="why-acts">
          <SaveButton slug={card.slug} isSaved={card.mine?.isSaved ?? false} headline={card.headline} returnTo={path} />
          {isPersonal && <TasteForms slug={card.slug} orderId={reasons?.orderId ?? null} done={done} />}
        </div>
        <WhyControls controls={controls} returnTo={path} />
        <p className="why-ways">
          <a href="/profile">All that we think you like</a>
          <a href="/mutes">Your mutes</a>
          {reasons && <a href="/front-page">Arrange your front page</a>}
        </p>
      </article>
    </PageFrame>
  );
}

function Reasons({ view: { reasons, isPersonal }, titleCount }: { view: WhyView; titleCount: number }) {
  if (!isPersonal) return <p className="why-words">Personalisation is off: your pages are ordered as everyone’s are.</p>;
  if (!reasons)
    return <p className="why-words">Nothing was scored for you here: lists stand newest first, and top stories as everyone sees them.</p>;
  return (
    <>
      {reasons.isOutside && <p className="why-words">It stands in a place that we keep free for what lies outside your circle.</p>}
      <ReasonsTable reasons={reasons} titleCount={titleCount} />
    </>
  );
}
