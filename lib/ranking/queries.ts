import "server-only";
import { showStoryCards } from "@/lib/articles/card-queries";
import type { CardRow } from "@/lib/articles/card-row";
import { listCardsBySection, listLatestCards } from "@/lib/articles/card-store";
import { type SectionSlug, sections } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { remember } from "@/lib/platform/remember";
import { listTop } from "@/lib/stories/queries";
import type { TopStory } from "@/lib/stories/types";
import { composeFront, type FrontOrder, type FrontPool } from "./compose-front";
import type { FrontBlockId } from "./front-blocks";

const latestRead = 60;
const eachSection = 10;
const topRead = 30;
const sectionShown = 6;
/** A section with fewer cards than this left is no block. */
const sectionCardsMin = 3;

const keptMs = 5_000;
/** Every reader's page needs them: while they are read again nobody waits. */
const graceMs = 2_000;
const latestRows = remember(keptMs, () => listLatestCards({ take: latestRead, language: product.editionLanguage }), graceMs);
const sectionRows = remember(
  keptMs,
  () =>
    listCardsBySection(
      sections.map((section) => section.slug),
      { takeEach: eachSection, language: product.editionLanguage },
    ),
  graceMs,
);

/** What everyone's front page is made of, as one viewer sees it. */
export type StandingCards = { top: TopStory[]; latest: ArticleCard[]; sections: ReadonlyMap<SectionSlug, ArticleCard[]> };

/** The lists that a front page is made of, and `more` cards beside them: one query finds what stands in for the shut ones. */
export async function listStandingCards(
  viewer: Viewer,
  now: Date,
  more: readonly CardRow[] = [],
): Promise<StandingCards & { more: (ArticleCard | null)[] }> {
  const [top, latest, bySection] = await Promise.all([listTop(topRead, viewer, now), latestRows(), sectionRows()]);
  const bySlug = sections.map(({ slug }) => ({ slug, rows: bySection.get(slug) ?? [] }));
  const lists = [latest.rows, ...bySlug.map(({ rows }) => rows)];
  const shown = await showStoryCards([...more, ...lists.flat()], viewer, now);
  let from = more.length;
  const [latestCards = [], ...ofSections] = lists.map((rows) => {
    const cards = shown.slice(from, from + rows.length).filter((card) => card !== null);
    from += rows.length;
    return cards;
  });
  return {
    top: top.filter(({ card }) => isOfEdition(card)),
    latest: latestCards,
    sections: new Map(bySlug.map(({ slug }, index) => [slug, ofSections[index] ?? []])),
    more: shown.slice(0, more.length),
  };
}

const isOfEdition = (card: ArticleCard): boolean => card.language.split("-")[0] === product.editionLanguage;

/** The block of a section, by its newest cards. */
export const sectionPool = (slug: SectionSlug, { sections: cards }: StandingCards, take: number): FrontPool<FrontBlockId> => ({
  id: slug,
  cards: cards.get(slug) ?? [],
  take,
  min: sectionCardsMin,
});

/** The place of Top stories and Our Picks, which keep their cards whatever else shows them. */
export const topPool: FrontPool<FrontBlockId> = { id: "top", cards: [], take: 0, min: 0 };

/** The front page as it stands for everyone, in the edition's language. */
export async function readFront(viewer: Viewer, now: Date): Promise<FrontOrder<FrontBlockId>> {
  const standing = await listStandingCards(viewer, now);
  const { top, latest } = standing;
  const blocks = [topPool, ...sections.map(({ slug }) => sectionPool(slug, standing, sectionShown))];
  return composeFront({ top, head: [...top.map(({ card }) => card), ...latest], river: latest, blocks });
}
