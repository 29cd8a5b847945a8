import type { ReactElement, ReactNode } from "react";
import { PageFrame } from "@/components/frame/page-frame";
import { countryName } from "@/components/publisher/place-words";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { CardMine } from "@/lib/articles/types";
import type { MuteMark } from "@/lib/entitlements/mute-types";
import type { FollowMark } from "@/lib/reading/follow-types";
import type { StoryView } from "@/lib/stories/types";
import { groupByCountry, groupVersions, type VersionGroup } from "./group-versions";
import { Growth } from "./growth";
import { LinkedStories } from "./linked-stories";
import { StoryHead } from "./story-head";
import type { StoryOrder } from "./story-order";
import { counted } from "./story-words";
import { TellingLine } from "./telling-line";
import { VersionRow } from "./version-row";

type StoryPageProps = {
  view: StoryView;
  follow: FollowMark;
  mute?: MuteMark | null;
  /** How the story stands with whoever is signed in. */
  mine?: CardMine | null;
  order: StoryOrder;
  viewer: ViewerBadge;
  now: Date;
  /** Stands in for what follows the head, such as the same printed before: two hundred tellings cost more than the rest. */
  print?: (main: ReactElement) => ReactNode;
};

/** One event as all titles tell it. */
export function StoryPage({ view, follow, mute = null, mine = null, order, viewer, now, print = (main) => main }: StoryPageProps) {
  const path = order === "country" ? `/story/${view.slug}/countries` : `/story/${view.slug}`;
  return (
    <PageFrame viewer={viewer} now={now} path={path} current={view.section}>
      <StoryHead view={view} follow={follow} mute={mute} mine={mine} path={path} now={now} />
      {print(<StoryMain view={view} order={order} now={now} />)}
    </PageFrame>
  );
}

function StoryMain({ view, order, now }: Pick<StoryPageProps, "view" | "order" | "now">) {
  return (
    <div className="story-body">
      <section className="coverage" aria-labelledby="coverage">
        <div className="coverage-head">
          <h2 id="coverage">{view.titleCount === 1 ? "One title tells it so far" : `Told by ${view.titleCount} titles`}</h2>
          {view.articleCount > 1 && <OrderSwitch view={view} order={order} />}
        </div>
        {order === "country" ? <ByCountry view={view} now={now} /> : <ByTime groups={groupVersions(view.versions)} now={now} />}
        {view.versions.length < view.articleCount && (
          <p className="coverage-more">{`The newest ${view.versions.length} of ${view.articleCount} articles.`}</p>
        )}
      </section>
      <div className="story-aside">
        <Growth points={view.growth} now={now} />
        <LinkedStories id="later" name="What followed" stories={view.later} now={now} />
        <LinkedStories id="earlier" name="What led here" stories={view.earlier} now={now} />
        <LinkedStories id="languages" name="In other languages" stories={view.otherLanguages} now={now} hasLanguage />
      </div>
    </div>
  );
}

/** Two addresses, so that either order can be kept, linked and had without script. */
function OrderSwitch({ view, order }: { view: StoryView; order: StoryOrder }) {
  return (
    <nav className="switch" aria-label="Order">
      <a href={`/story/${view.slug}`} aria-current={order === "time" ? "page" : undefined}>
        Newest first
      </a>
      <a href={`/story/${view.slug}/countries`} aria-current={order === "country" ? "page" : undefined}>
        By country
      </a>
    </nav>
  );
}

function ByCountry({ view, now }: { view: StoryView; now: Date }) {
  return groupByCountry(view.versions).map(({ country, titleCount, groups }) => (
    <section key={country} className="coverage-country" aria-labelledby={`country-${country}`}>
      <h3 className="coverage-name" id={`country-${country}`}>
        {countryName(country)} <span>{counted(titleCount, "title", "titles")}</span>
      </h3>
      <Tellings groups={groups} now={now} />
    </section>
  ));
}

/** More than these at once is a wall of headlines: the rest is folded and told in a line, unless that would fold but a few. */
const shownFirst = 15;
const foldedMin = 5;

function ByTime({ groups, now }: { groups: VersionGroup[]; now: Date }) {
  const isLong = groups.length >= shownFirst + foldedMin;
  const shown = isLong ? groups.slice(0, shownFirst) : groups;
  const folded = groups.slice(shown.length);
  return (
    <>
      <ol className="versions">
        {shown.map((group) => (
          <VersionRow key={group.version.card.id} group={group} now={now} />
        ))}
      </ol>
      {folded.length > 0 && (
        <details className="versions-rest">
          <summary>{`${folded.length} earlier tellings`}</summary>
          <Tellings groups={folded} hasCountry now={now} />
        </details>
      )}
    </>
  );
}

function Tellings({ groups, hasCountry, now }: { groups: VersionGroup[]; hasCountry?: boolean; now: Date }) {
  return (
    <ul className="tellings">
      {groups.flatMap(({ version, copies, sameAs }) => [
        <TellingLine key={version.card.id} version={version} words={copyWords(sameAs)} hasCountry={hasCountry} now={now} />,
        ...copies.map((copy) => (
          <TellingLine
            key={copy.card.id}
            version={copy}
            words={copyWords(sameAs ?? version.card.publisher.name)}
            hasCountry={hasCountry}
            now={now}
          />
        )),
      ])}
    </ul>
  );
}

const copyWords = (sameAs: string | null): string => (sameAs === null ? "" : ` · the text of ${sameAs}`);
