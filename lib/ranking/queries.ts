import "server-only";
import { listCardsBySection, listLatestCards } from "@/lib/articles/card-store";
import { sections } from "@/lib/articles/sections";
import { showCards } from "@/lib/articles/show-card";
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
  const blocks = sections.map(({ slug }) => ({ section: slug, cards: showCards(bySection.get(slug) ?? [], viewer, now) }));
  return composeFront({ top, latest: showCards(latest.rows, viewer, now), sections: blocks }, product.editionLanguage);
}
