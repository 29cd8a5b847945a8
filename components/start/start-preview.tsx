import { Card } from "@/components/card/card";
import { becauseWords } from "@/components/following/because-words";
import type { PreviewCard } from "@/lib/reading/arrange-preview";

type StartPreviewProps = { cards: readonly PreviewCard[]; pickCount: number; now: Date };

/** The front page so far: the first cards of it, each with what brought it. */
export function StartPreview({ cards, pickCount, now }: StartPreviewProps) {
  const [lead, ...others] = cards;
  return (
    <section className="start-preview" id="preview" data-live="" aria-labelledby="preview-name">
      <h2 className="label" id="preview-name">
        Your front page so far
      </h2>
      <p className="start-words">
        {pickCount === 0
          ? "Nothing picked yet: these are the top stories right now."
          : "The newest of what you picked, and what everybody tells."}
      </p>
      {cards.length === 0 && <p className="start-words">Nothing is in print for this choice yet. Pick something else, or more.</p>}
      {lead && <Card card={lead.card} variant="feature" now={now} reason={reasonOf(lead)} />}
      <div className="start-cards">
        {others.map((preview) => (
          <Card key={preview.card.id} card={preview.card} variant="row" now={now} reason={reasonOf(preview)} />
        ))}
      </div>
    </section>
  );
}

const reasonOf = ({ card, because }: PreviewCard): string =>
  because.length > 0 ? becauseWords(because, card.publisher.name) : "A top story now";
