import type { ArticleCard, Picture } from "@/lib/articles/types";
import type { FrontBlock, FrontView } from "./types";

/** under: wide picture, headline beneath; beside: headline next to the picture; type: no picture, the headline is it. */
export type LeadLayout = "under" | "beside" | "type";
export type BlockLayout = "picture-led" | "one-and-four" | "trio" | "text-led" | "opinion";
export type FrontLayout = { lead: LeadLayout; secondCount: number; riverCount: number; blocks: (BlockLayout | null)[] };

/** Characters beyond which a headline under a wide picture would push the seconds below the fold. */
const shortHeadlineMax = 78;
/** Pixels a picture needs to stand as the largest of a block. */
const leadWidthMin = 640;
/** Width by height from which a picture can be shown wide without losing its subject. */
const landscapeMin = 1.2;
/** River lines that stand as high as the rest of the top: beside the wide lead, the tall lead, and the one in type. */
const riverLines: Record<LeadLayout, number> = { under: 12, beside: 4, type: 7 };

/**
 * The layout of a front page, decided by what is on it: the same view always gives the same page.
 *
 * @returns the lead's layout, how many seconds and river lines to show, and one layout for each block of cards, null for
 *   any other; two blocks in a row never share a layout where their cards allow another
 */
export function chooseLayout(view: FrontView): FrontLayout {
  const lead = chooseLead(view.lead);
  return {
    lead,
    secondCount: Math.min(view.seconds.length, 3),
    riverCount: Math.min(view.river.cards.length, riverLines[lead]),
    blocks: chooseBlocks(view),
  };
}

function chooseLead(lead: ArticleCard | null): LeadLayout {
  if (!lead?.picture) return "type";
  if (!isLandscape(lead.picture)) return "beside";
  return lead.headline.length <= shortHeadlineMax ? "under" : "beside";
}

function chooseBlocks(view: FrontView): (BlockLayout | null)[] {
  const chosen: BlockLayout[] = [];
  return view.blocks.map((block) => {
    if (block.kind === "top" || block.kind === "picks") return null;
    const fits = isOpinion(block) ? (["opinion"] as const) : layoutsFor(block.cards);
    const previous = chosen.at(-1);
    const before = chosen.at(-2);
    // Prefer what neither neighbour has; then what the last one has not; then whatever fits best.
    const fresh = fits.find((layout) => layout !== previous && layout !== before);
    const layout = fresh ?? fits.find((other) => other !== previous) ?? fits[0] ?? "text-led";
    chosen.push(layout);
    return layout;
  });
}

const isOpinion = (block: FrontBlock): boolean => block.kind === "section" && block.section.slug === "opinion";

/** Layouts these cards can fill, best first. */
function layoutsFor(cards: ArticleCard[]): BlockLayout[] {
  const first = cards[0];
  const pictureCount = cards.slice(0, 5).filter((card) => card.picture).length;
  const canLead = first?.picture != null && isLandscape(first.picture) && isLarge(first.picture);
  const fits: BlockLayout[] = [];
  if (canLead && cards.length >= 5) fits.push("one-and-four");
  if (canLead && cards.length >= 3) fits.push("picture-led");
  if (pictureCount >= 3) fits.push("trio");
  fits.push("text-led");
  return fits;
}

/** Unknown sizes count as landscape: that is what publishers send. */
function isLandscape({ width, height }: Picture): boolean {
  return width === null || height === null || width / height >= landscapeMin;
}

function isLarge({ width }: Picture): boolean {
  return width === null || width >= leadWidthMin;
}
