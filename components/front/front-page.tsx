import { PageFrame } from "@/components/frame/page-frame";
import { InstallPanel } from "@/components/install/install-panel";
import { Notice } from "@/components/notice/notice";
import { Picks } from "@/components/picks/picks";
import { TopStories } from "@/components/top-stories/top-stories";
import { TrialPanel } from "@/components/trial/trial-panel";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { chooseLayout } from "./choose-layout";
import { FrontTop } from "./front-top";
import { SectionBlock } from "./section-block";
import type { FrontView } from "./types";

type FrontPageProps = { view: FrontView; viewer: ViewerBadge; now: Date; signOutUrl?: string };

/** The front page. */
export function FrontPage({ view, viewer, now, signOutUrl }: FrontPageProps) {
  const layout = chooseLayout(view);
  const edition = `${view.editionName}\n${countWords(view.titleCount, "title", "titles")} from ${countWords(view.countryCount, "country", "countries")}`;
  return (
    <PageFrame viewer={viewer} now={now} path="/" edition={edition} isFront signOutUrl={signOutUrl}>
      {view.lead ? <FrontTop view={view} layout={layout} now={now} /> : <EmptyFront />}
      <div className="band">
        <TopStories stories={view.top} now={now} />
        <Picks picks={view.picks} />
      </div>
      {viewer.kind === "visitor" && <TrialPanel titleCount={view.titleCount} marks={view.marks} path="/" />}
      {view.sections.map(({ section, cards }, index) => (
        <SectionBlock key={section.slug} section={section} cards={cards} layout={layout.blocks[index] ?? "text-led"} now={now} />
      ))}
      <InstallPanel />
    </PageFrame>
  );
}

function EmptyFront() {
  return (
    <Notice title="The presses are warming up">
      The first articles are on their way. In the meantime, see <a href="/titles">which titles we carry</a>.
    </Notice>
  );
}

function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
