import { directionOf, languageOf } from "@/components/card/text-language";
import { TimeStamp } from "@/components/time/time-stamp";
import type { ArticleCard } from "@/lib/articles/types";

type RiverProps = { cards: ArticleCard[]; now: Date };

/** The latest, as text alone: time, headline, title. */
export function River({ cards, now }: RiverProps) {
  if (cards.length === 0) return null;
  return (
    <section className="river" aria-labelledby="river">
      <h2 className="label" id="river">
        Latest
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
