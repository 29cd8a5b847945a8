import { Card } from "@/components/card/card";
import type { ArticleCard } from "@/lib/articles/types";
import type { RelatedCard, RelatedReason } from "@/lib/stories/types";

type RelatedStoriesProps = {
  cards: RelatedCard[];
  /** The article that they stand after. */
  card: ArticleCard;
  now: Date;
};

const relatedShown = 4;

/** Why each stands there; of its own section nothing has to be said. */
const reasonWords: Record<RelatedReason, string | undefined> = {
  story: "The same story",
  earlier: "What led here",
  later: "What followed",
  near: "Close to this",
  section: undefined,
};

/** What to read next, each with why, and the way to the whole story. */
export function RelatedStories({ cards, card, now }: RelatedStoriesProps) {
  if (cards.length === 0) return null;
  return (
    <section className="block" aria-labelledby="related">
      <h2 className="block-name" id="related">
        Related Stories
      </h2>
      <div className="block-trio">
        {cards.slice(0, relatedShown).map((related) => (
          <Card key={related.id} card={related} variant="tile" now={now} reason={reasonWords[related.reason]} />
        ))}
      </div>
      {card.moreTitles > 0 && card.storySlug !== null && (
        <p className="block-on">
          <a className="quiet" href={`/story/${card.storySlug}`}>
            {`Full coverage: ${card.moreTitles + 1} titles on this story`}
          </a>
        </p>
      )}
    </section>
  );
}
