import { Card } from "@/components/card/card";
import type { CardVariant } from "@/components/card/card-variant";
import type { Section } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import type { BlockLayout } from "./choose-layout";

type SectionBlockProps = { section: Section; cards: ArticleCard[]; layout: BlockLayout; now: Date };

/** The variants of each layout, in order; they also say how many cards it shows. */
const casts: Record<BlockLayout, readonly CardVariant[]> = {
  "picture-led": ["feature", "text", "text", "text", "text"],
  "one-and-four": ["feature", "tile", "tile", "text", "text"],
  trio: ["tile", "tile", "tile", "tile"],
  "text-led": ["text", "text", "text", "text"],
  opinion: ["quote", "quote", "quote", "quote"],
};

/** One section of the front page under its double rule. */
export function SectionBlock({ section, cards, layout, now }: SectionBlockProps) {
  if (cards.length === 0) return null;
  const cast = casts[layout];
  return (
    <section className={`block hue-${section.hue}`} aria-labelledby={`block-${section.slug}`}>
      <h2 className="block-name" id={`block-${section.slug}`}>
        <a href={`/section/${section.slug}`}>{section.name}</a>
      </h2>
      <div className={`block-${layout}`}>
        {cards.slice(0, cast.length).map((card, index) => (
          <Card key={card.id} card={card} variant={cast[index] ?? "text"} now={now} />
        ))}
      </div>
    </section>
  );
}
