import { Kicker } from "@/components/card/card";
import { CardMeta } from "@/components/card/card-meta";
import { directionOf, languageOf } from "@/components/card/text-language";
import { Picture } from "@/components/picture/picture";
import type { ArticleCard } from "@/lib/articles/types";

/** One story of an edition; what is read steps back. */
export function EditionRow({ card, now }: { card: ArticleCard; now: Date }) {
  const language = languageOf(card);
  return (
    <li className={card.mine?.state === "read" ? "is-read" : undefined} dir={directionOf(card)}>
      <article>
        {card.picture && <Picture picture={card.picture} sizes="(min-width: 62rem) 26rem, 10rem" widthMax={640} />}
        <Kicker slug={card.section} />
        <h2 lang={language}>
          <a href={`/article/${card.slug}`}>{card.headline}</a>
        </h2>
        {card.standfirst !== "" && (
          <p className="standfirst" lang={language}>
            {card.standfirst}
          </p>
        )}
        <CardMeta card={card} now={now} />
      </article>
    </li>
  );
}
