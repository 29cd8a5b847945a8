import { Kicker } from "@/components/card/card";
import { CardState } from "@/components/card/card-own";
import { languageOf } from "@/components/card/text-language";
import { Picture } from "@/components/picture/picture";
import { FollowControl } from "@/components/reading/follow-control";
import { MuteControl } from "@/components/reading/mute-control";
import { TimeStamp } from "@/components/time/time-stamp";
import type { CardMine } from "@/lib/articles/types";
import type { MuteMark } from "@/lib/entitlements/mute-types";
import type { FollowMark } from "@/lib/reading/follow-types";
import type { StoryVersion, StoryView } from "@/lib/stories/types";
import { counted, headlineWords } from "./story-words";

type StoryHeadProps = { view: StoryView; follow: FollowMark; mute: MuteMark | null; mine: CardMine | null; path: string; now: Date };

/** The event in one headline, whose it is and why, and how far it is told. */
export function StoryHead({ view, follow, mute, mine, path, now }: StoryHeadProps) {
  const told = view.versions.find(({ card }) => card.slug === view.headline.articleSlug) ?? view.versions[0];
  const picture = told?.card.picture ?? view.versions.find(({ card }) => card.picture)?.card.picture ?? null;
  const opener = view.versions.find(({ card }) => card.lock === "open" || card.lock === "free");
  return (
    <header className="story-head" dir={view.headline.direction === "rtl" ? "rtl" : undefined}>
      <div>
        <Kicker slug={view.section} />
        {view.isLive && <p className="story-live">Live</p>}
        <h1 lang={languageOf(view)}>
          <a href={`/article/${view.headline.articleSlug}`}>{view.headline.text}</a>
        </h1>
        {told && told.card.standfirst !== "" && (
          <p className="standfirst" lang={languageOf(view)}>
            {told.card.standfirst}
          </p>
        )}
        <Facts view={view} now={now} />
        {opener && told && told.card.lock !== "open" && told.card.lock !== "free" && <OpenTo version={opener} />}
        {view.titleCount > 1 && (
          <p className="story-reason">
            {view.headline.isByDesk ? (
              "Headline by our editors."
            ) : (
              <>
                {"Headline by "}
                <a href={`/publisher/${view.headline.publisher.slug}`}>{view.headline.publisher.name}</a>
                {headlineWords(view.headline.reason)}
              </>
            )}
          </p>
        )}
        <div className="story-own">
          <FollowControl mark={follow} name="this story" returnTo={path} />
          <MuteControl mark={mute} name="this story" returnTo={path} now={now} />
          {mine && <CardState mine={{ ...mine, isSaved: false }} />}
        </div>
      </div>
      {picture && <Picture picture={picture} sizes="(min-width: 62rem) 36rem, 100vw" widthMax={1440} isLead />}
    </header>
  );
}

function Facts({ view, now }: Pick<StoryHeadProps, "view" | "now">) {
  const first = view.versions.find(({ isFirst }) => isFirst);
  const spread = [
    view.countryCount > 1 ? ` in ${counted(view.countryCount, "country", "countries")}` : "",
    view.articleCount > view.titleCount ? ` · ${counted(view.articleCount, "article", "articles")}` : "",
  ].join("");
  return (
    <p className="story-facts">
      <b>{counted(view.titleCount, "title", "titles")}</b>
      {`${spread} · `}
      {first ? (
        <>
          {"first reported by "}
          <a href={`/article/${first.card.slug}`}>{first.card.publisher.name}</a>{" "}
        </>
      ) : (
        "since "
      )}
      <TimeStamp at={first?.card.publishedAt ?? view.firstAt} now={now} />
    </p>
  );
}

/** Where the headline's own article is shut to this reader: the newest version that opens. */
function OpenTo({ version: { card } }: { version: StoryVersion }) {
  return (
    <p className="story-open">
      {"Open to you: "}
      <a href={`/article/${card.slug}`} lang={languageOf(card)}>
        {card.headline}
      </a>
      {`, ${card.publisher.name}`}
    </p>
  );
}
