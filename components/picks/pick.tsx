import { CardState } from "@/components/card/card-own";
import { directionOf, languageOf } from "@/components/card/text-language";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import type { PickCard } from "@/lib/editorial/types";

type PickProps = { pick: PickCard; hasStandfirst?: boolean };

/** One pick among others: why first, then what. */
export function Pick({ pick: { card, note, editorName }, hasStandfirst = false }: PickProps) {
  return (
    <li>
      {note !== "" && (
        <p className="picks-note">
          {note} <span>{editorName}</span>
        </p>
      )}
      <h3 lang={languageOf(card)} dir={directionOf(card)}>
        <a href={`/article/${card.slug}`}>{card.headline}</a>
      </h3>
      {hasStandfirst && card.standfirst !== "" && (
        <p className="picks-standfirst" lang={languageOf(card)} dir={directionOf(card)}>
          {card.standfirst}
        </p>
      )}
      <p className="meta">
        <PublisherMark publisher={card.publisher} />
        {`${card.readingMinutes} min`}
        {card.mine && <CardState mine={card.mine} />}
      </p>
    </li>
  );
}
