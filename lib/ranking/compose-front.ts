import type { ArticleCard } from "@/lib/articles/types";
import type { TopStory } from "@/lib/stories/types";

/** Cards that a block may show, best first, and how many it wants; with fewer than `min` left it is no block. */
export type FrontPool<Id extends string> = { id: Id; cards: readonly ArticleCard[]; take: number; min: number };

/** What a front page is made of, for everyone or for one reader: who leads, what runs beside it, and the blocks below in order. */
export type FrontSource<Id extends string> = {
  top: readonly TopStory[];
  head: readonly ArticleCard[];
  river: readonly ArticleCard[];
  blocks: readonly FrontPool<Id>[];
};

export type FrontOrder<Id extends string> = {
  lead: ArticleCard | null;
  seconds: ArticleCard[];
  river: ArticleCard[];
  top: TopStory[];
  blocks: { id: Id; cards: ArticleCard[] }[];
};

const secondsShown = 3;
const riverShown = 12;
const topShown = 8;
/** How far down the head a lead may be taken for the sake of its picture. */
const leadReach = 3;

/**
 * Chooses what stands where on a front page.
 *
 * The lead is the first of the head, or one of the next two where only they have a picture that we hold already; the
 * seconds follow it. The numbered list keeps every top story, for it ranks; everywhere else a story stands once, by
 * whichever title. Same input, same page.
 */
export function composeFront<Id extends string>(source: FrontSource<Id>): FrontOrder<Id> {
  const lead = chooseLead(source.head);
  const used = new Set(lead ? [storyKey(lead)] : []);
  const seconds = takeUnused(source.head, used, secondsShown);
  const river = takeUnused(source.river, used, riverShown);
  const blocks = source.blocks.flatMap(({ id, cards, take, min }) => {
    const left = cards.filter((card) => !used.has(storyKey(card)));
    return countStories(left) < min ? [] : [{ id, cards: takeUnused(left, used, take) }];
  });
  return { lead, seconds, river, blocks, top: source.top.slice(0, topShown).map((story, index) => ({ ...story, rank: index + 1 })) };
}

function chooseLead(head: readonly ArticleCard[]): ArticleCard | null {
  const first = head.slice(0, leadReach);
  return first.find((card) => card.picture?.width) ?? first[0] ?? null;
}

function takeUnused(cards: readonly ArticleCard[], used: Set<string>, take: number): ArticleCard[] {
  const taken: ArticleCard[] = [];
  for (const card of cards) {
    if (taken.length === take) break;
    if (used.has(storyKey(card))) continue;
    used.add(storyKey(card));
    taken.push(card);
  }
  return taken;
}

const countStories = (cards: readonly ArticleCard[]): number => new Set(cards.map(storyKey)).size;

/** One story is one card, whichever title's article stands for it here. */
const storyKey = ({ id, storySlug }: ArticleCard): string => storySlug ?? `article ${id}`;
