import type { Section } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import type { BlockLayout } from "./choose-layout";
import { LaidCards } from "./laid-cards";

type SectionBlockProps = { section: Section; cards: ArticleCard[]; layout: BlockLayout; now: Date };

/** One section of the front page under its double rule. */
export function SectionBlock({ section, cards, layout, now }: SectionBlockProps) {
  if (cards.length === 0) return null;
  return (
    <section className={`block hue-${section.hue}`} aria-labelledby={`block-${section.slug}`}>
      <h2 className="block-name" id={`block-${section.slug}`}>
        <a href={`/section/${section.slug}`}>{section.name}</a>
      </h2>
      <LaidCards cards={cards} layout={layout} now={now} />
    </section>
  );
}
