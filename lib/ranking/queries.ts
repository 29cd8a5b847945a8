import "server-only";
import { showStoryCards } from "@/lib/articles/card-queries";
import type { CardRow } from "@/lib/articles/card-row";
import { listCardsBySection, listLatestCards } from "@/lib/articles/card-store";
import { sections } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";
import type { Viewer } from "@/lib/entitlements/types";
import { remember } from "@/lib/platform/remember";
import { listTop } from "@/lib/stories/queries";
import { composeFront, type FrontOrder } from "./compose-front";

const latestRead = 60;
const eachSection = 10;
const topRead = 30;

const latestRows = remember(5_000, () => listLatestCards({ take: latestRead, language: product.editionLanguage }));
const sectionRows = remember(5_000, () =>
  listCardsBySection(
    sections.map((section) => section.slug),
    { takeEach: eachSection, language: product.editionLanguage },
  ),
);

/** The front page's order for one viewer, in the edition's language. */
export async function readFront(viewer: Viewer, now: Date): Promise<FrontOrder> {
  const [top, latest, bySection] = await Promise.all([listTop(topRead, viewer, now), latestRows(), sectionRows()]);
  const slugs = sections.map(({ slug }) => slug);
  // All cards at once: one query finds what stands in for the shut ones.
  const rows = [...latest.rows, ...slugs.flatMap((slug) => bySection.get(slug) ?? [])];
  const shown = await showStoryCards(rows, viewer, now);
  const cardOf = new Map(rows.map((row, index) => [row, shown[index]]));
  const cardsOf = (wanted: readonly CardRow[]) => wanted.flatMap((row) => cardOf.get(row) ?? []);
  const blocks = slugs.map((section) => ({ section, cards: cardsOf(bySection.get(section) ?? []) }));
  return composeFront({ top, latest: cardsOf(latest.rows), sections: blocks }, product.editionLanguage);
}
