import { CardState } from "@/components/card/card-own";
import { directionOf, languageOf } from "@/components/card/text-language";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import type { PickCard } from "@/lib/editorial/types";

type PicksProps = { picks: PickCard[] };

/** The editors' column: why first, then what. */
export function Picks({ picks }: PicksProps) {
  if (picks.length === 0) return null;
  return (
    <section className="picks" id="picks" aria-labelledby="picks-name">
      <h2 className="label" id="picks-name">
        Our Picks
      </h2>
      <ul>
        {picks.map(({ card, note, editorName }) => (
          <li key={card.id}>
            {note !== "" && (
              <p className="picks-note">
                {note} <span>{editorName}</span>
              </p>
            )}
            <h3 lang={languageOf(card)} dir={directionOf(card)}>
              <a href={`/article/${card.slug}`}>{card.headline}</a>
            </h3>
            <p className="meta">
              <PublisherMark publisher={card.publisher} />
              {`${card.readingMinutes} min`}
              {card.mine && <CardState mine={card.mine} />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
