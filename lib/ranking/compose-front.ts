import type { SectionSlug } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import type { TopStory } from "@/lib/stories/types";

export type FrontSource = {
  top: TopStory[];
  latest: ArticleCard[];
  sections: { section: SectionSlug; cards: ArticleCard[] }[];
};

export type FrontOrder = {
  lead: ArticleCard | null;
  seconds: ArticleCard[];
  river: ArticleCard[];
  top: TopStory[];
  sections: { section: SectionSlug; cards: ArticleCard[] }[];
};

const secondsShown = 3;
const riverShown = 12;
const topShown = 8;
const sectionShown = 6;
/** A section with fewer cards than this left is no block. */
const sectionCardsMin = 3;
/** How far down the top stories a lead may be taken for the sake of its picture. */
const leadReach = 3;

/**
 * Chooses what stands where on the front page of an edition in one language.
 *
 * The lead is the top story of the edition's language, or one of the next two where only they have a picture that
 * we hold already; the seconds follow it. The numbered list keeps every top story, for it ranks; lead, seconds, river and sections
 * never show the same story twice, by whichever title. Same input, same page.
 *
 * @param language primary language subtag of the edition, such as "en"
 */
export function composeFront(source: FrontSource, language: string): FrontOrder {
  const isOurs = (card: ArticleCard) => card.language.split("-")[0] === language;
  const top = source.top.filter((story) => isOurs(story.card));
  const candidates = [...top.map((story) => story.card), ...source.latest.filter(isOurs)];
  const lead = chooseLead(candidates);
  const used = new Set(lead ? [storyKey(lead)] : []);
  const seconds = takeUnused(candidates, used, secondsShown);
  const river = takeUnused(source.latest, used, riverShown);
  const sections = source.sections
    .map(({ section, cards }) => ({ section, cards: takeUnused(cards, used, sectionShown) }))
    .filter(({ cards }) => cards.length >= sectionCardsMin);
  return { lead, seconds, river, sections, top: top.slice(0, topShown).map((story, index) => ({ ...story, rank: index + 1 })) };
}

function chooseLead(candidates: ArticleCard[]): ArticleCard | null {
  const first = candidates.slice(0, leadReach);
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

/** One story is one card, whichever title's article stands for it here. */
const storyKey = ({ id, storySlug }: ArticleCard): string => storySlug ?? `article ${id}`;
