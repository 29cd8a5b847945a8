import { PageFrame } from "@/components/frame/page-frame";
import { InstallPanel } from "@/components/install/install-panel";
import { Notice } from "@/components/notice/notice";
import { PickList } from "@/components/picks/pick-list";
import { MarkAllForm } from "@/components/reading/mark-all-form";
import { TrialPanel } from "@/components/trial/trial-panel";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import { type BlockLayout, chooseLayout } from "./choose-layout";
import { FrontBand } from "./front-band";
import { FrontTop } from "./front-top";
import { OwnBlock } from "./own-block";
import { OwnLine } from "./own-line";
import { SectionBlock } from "./section-block";
import type { FrontBlock, FrontView } from "./types";

type FrontPageProps = { view: FrontView; viewer: ViewerBadge; now: Date; signOutUrl?: string; isPreview?: boolean };

/** The front page. */
export function FrontPage({ view, viewer, now, signOutUrl, isPreview }: FrontPageProps) {
  const layout = chooseLayout(view);
  const edition = `${view.editionName}\n${countWords(view.titleCount, "title", "titles")} from ${countWords(view.countryCount, "country", "countries")}`;
  return (
    <PageFrame viewer={viewer} now={now} path="/" edition={edition} isFront signOutUrl={signOutUrl} isPreview={isPreview}>
      {view.own && <OwnLine own={view.own} />}
      {view.lead ? <FrontTop view={view} layout={layout} now={now} /> : <EmptyFront />}
      {view.blocks.map((block, index) => (
        <Block key={keyOf(block)} block={block} layout={layout.blocks[index] ?? "text-led"} view={view} now={now} />
      ))}
      {view.own && <MarkAllForm cards={cardsOf(view)} returnTo="/" />}
      <InstallPanel />
    </PageFrame>
  );
}

function Block({ block, layout, view, now }: { block: FrontBlock; layout: BlockLayout; view: FrontView; now: Date }) {
  switch (block.kind) {
    case "top":
      return (
        <>
          <FrontBand top={block.top} picks={block.picks} now={now} />
          {view.own === null && <TrialPanel titleCount={view.titleCount} marks={view.marks} path="/" />}
        </>
      );
    case "picks":
      return <PickList list={block.list} />;
    case "section":
      return <SectionBlock section={block.section} cards={block.cards} layout={layout} now={now} />;
    case "own":
      return <OwnBlock block={block} layout={layout} now={now} />;
    default:
      return block satisfies never;
  }
}

function keyOf(block: FrontBlock): string {
  if (block.kind === "section") return block.section.slug;
  if (block.kind === "picks") return `picks-${block.list.slug}`;
  return block.kind === "own" ? block.id : "top";
}

const cardsOf = ({ lead, seconds, blocks }: FrontView) => [
  ...(lead ? [lead] : []),
  ...seconds,
  ...blocks.flatMap((block) => ("cards" in block ? block.cards : [])),
];

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
