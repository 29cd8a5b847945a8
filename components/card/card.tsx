import { Picture } from "@/components/picture/picture";
import { findSection } from "@/lib/articles/sections";
import type { ArticleCard } from "@/lib/articles/types";
import { CardMeta } from "./card-meta";
import type { CardVariant } from "./card-variant";
import { cardAnatomy } from "./card-variant";
import { directionOf, languageOf } from "./text-language";

type CardProps = {
  card: ArticleCard;
  variant: CardVariant;
  now: Date;
  /** Say the section; leave out inside a block that is already that section. */
  hasKicker?: boolean;
  /** Why it stands where it does, in a few words. */
  reason?: string;
  /** Leave out on the title's own page. */
  hasPublisher?: boolean;
};

/** One article in a list. Every variant has this anatomy; the stylesheet sets it differently. */
export function Card({ card, variant, now, hasKicker = false, reason, hasPublisher = true }: CardProps) {
  const anatomy = cardAnatomy[variant];
  const language = languageOf(card);
  const Headline = anatomy.headline;
  return (
    <article className={cardClass(variant, card)} dir={directionOf(card)} data-article={card.mine && card.id}>
      {card.picture && anatomy.picture && (
        <Picture picture={card.picture} sizes={anatomy.picture.sizes} widthMax={anatomy.picture.widthMax} isLead={variant === "lead"} />
      )}
      {hasKicker && <Kicker slug={card.section} />}
      {reason !== undefined && <p className="card-reason">{reason}</p>}
      <Headline lang={language}>
        <a href={`/article/${card.slug}`}>{card.headline}</a>
      </Headline>
      {anatomy.hasStandfirst && card.standfirst !== "" && (
        <p className="standfirst" lang={language}>
          {card.standfirst}
        </p>
      )}
      {variant === "quote" && card.byline !== "" && <p className="byline">{card.byline}</p>}
      <CardMeta card={card} now={now} hasPublisher={hasPublisher} />
    </article>
  );
}

const cardClass = (variant: CardVariant, { mine }: ArticleCard): string =>
  `card card-${variant}${mine && mine.state !== "unread" ? ` is-${mine.state}` : ""}`;

/** The section's name in its colour, above a headline. */
export function Kicker({ slug }: { slug: ArticleCard["section"] }) {
  const section = findSection(slug);
  if (!section) return null;
  return (
    <a className={`kicker hue-${section.hue}`} href={`/section/${slug}`}>
      {section.name}
    </a>
  );
}
