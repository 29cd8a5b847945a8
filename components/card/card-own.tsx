import type { ArticleCard, CardMine } from "@/lib/articles/types";

const stateWords: Record<CardMine["state"], string | null> = { unread: null, read: "Read", changed: "Changed since you read" };

/** What its reader has done with a card's story, in words. */
export function CardState({ mine }: { mine: CardMine }) {
  const words = stateWords[mine.state];
  return (
    <>
      {words !== null && <span className={`card-state is-${mine.state}`}>{words}</span>}
      {mine.isSaved && <span className="card-state">Saved</span>}
    </>
  );
}

/** The way to why a card stands where it does, and to everything one can do about it. */
export function CardMore({ card, mine }: { card: ArticleCard; mine: CardMine }) {
  return (
    <a className="card-more" href={mine.whyUrl} data-why="" rel="nofollow">
      <span aria-hidden="true">⋯</span>
      <span className="sr-only">{`Why this, and what you can do: ${card.headline}`}</span>
    </a>
  );
}
