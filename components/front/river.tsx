import { directionOf, languageOf } from "@/components/card/text-language";
import { TimeStamp } from "@/components/time/time-stamp";
import type { FrontView } from "./types";

type RiverProps = { river: FrontView["river"]; now: Date };

/** The latest, of all or of what the reader follows, as text alone: time, headline, title. */
export function River({ river: { name, url, cards }, now }: RiverProps) {
  if (cards.length === 0) return null;
  return (
    <section className="river" aria-labelledby="river">
      <h2 className="label" id="river">
        {url === null ? name : <a href={url}>{name}</a>}
      </h2>
      <ol>
        {cards.map((card) => (
          <li key={card.id} dir={directionOf(card)}>
            <TimeStamp at={card.publishedAt} now={now} />
            <h3 lang={languageOf(card)}>
              <a href={`/article/${card.slug}`}>{card.headline}</a>
            </h3>
            <p className="meta">{card.publisher.name}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
