import { Kicker } from "@/components/card/card";
import { languageOf } from "@/components/card/text-language";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import type { ArticleView } from "@/lib/articles/types";
import type { OwnReading } from "@/lib/reading/own-types";
import { ArticleTimes } from "./article-times";
import { ArticleWays } from "./article-ways";
import { Byline } from "./byline";
import { CorrectionNote } from "./correction-note";
import { GoOn } from "./go-on";
import { LeadFigure } from "./lead-figure";

/** Title, kicker, headline, standfirst, byline, times, where the reader stopped, and lead picture, in that order. */
export function ArticleHead({ view, goOn = null }: { view: ArticleView; goOn?: OwnReading["goOn"] }) {
  const { card } = view;
  const language = languageOf(card);
  const picture = view.pictures[0] ?? card.picture;
  return (
    <>
      <p className="article-title">
        <PublisherMark publisher={view.publisher} />
        {view.publisher.isSample && <span className="sample">Sample partner</span>}
      </p>
      <header className="article-head">
        <Kicker slug={card.section} />
        <h1 lang={language} className={card.headline.length > 90 ? "is-long" : undefined}>
          {card.headline}
        </h1>
        {card.standfirst !== "" && (
          <p className="standfirst" lang={language}>
            {card.standfirst}
          </p>
        )}
        <Byline authors={view.authors} fallback={card.byline} language={language} />
        <ArticleTimes view={view} />
        <ArticleWays view={view} />
        {view.correction && <CorrectionNote correction={view.correction} />}
        {goOn && <GoOn goOn={goOn} />}
      </header>
      {picture && <LeadFigure picture={picture} language={language} />}
    </>
  );
}
