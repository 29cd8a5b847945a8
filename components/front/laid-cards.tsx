import { Card } from "@/components/card/card";
import type { CardVariant } from "@/components/card/card-variant";
import type { ArticleCard } from "@/lib/articles/types";
import type { BlockLayout } from "./choose-layout";

type LaidCardsProps = { cards: ArticleCard[]; layout: BlockLayout; now: Date; hasKicker?: boolean };

/** The variants of each layout, in order; they also say how many cards it shows. */
const casts: Record<BlockLayout, readonly CardVariant[]> = {
  "picture-led": ["feature", "text", "text", "text", "text"],
  "one-and-four": ["feature", "tile", "tile", "text", "text"],
  trio: ["tile", "tile", "tile", "tile"],
  "text-led": ["text", "text", "text", "text"],
  opinion: ["quote", "quote", "quote", "quote"],
};

/** The cards of a block, each in the part that the layout gives it. */
export function LaidCards({ cards, layout, now, hasKicker = false }: LaidCardsProps) {
  const cast = casts[layout];
  return (
    <div className={`block-${layout}`}>
      {cards.slice(0, cast.length).map((card, index) => (
        <Card key={card.id} card={card} variant={cast[index] ?? "text"} now={now} hasKicker={hasKicker} />
      ))}
    </div>
  );
}
