import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import { TimeStamp } from "@/components/time/time-stamp";
import type { ArticleCard, CardLock } from "@/lib/articles/types";
import { CardMore, CardState } from "./card-own";

/** Keeps a number with its word at the end of a line. */
const hardSpace = "\u00a0";

type CardMetaProps = { card: ArticleCard; now: Date; hasPublisher?: boolean };

/** Who, when, how long, how many more titles, whether it opens, and how its reader stands to it. */
export function CardMeta({ card, now, hasPublisher = true }: CardMetaProps) {
  return (
    <p className="meta">
      {hasPublisher && <PublisherMark publisher={card.publisher} />}
      <TimeStamp at={card.publishedAt} now={now} />
      {` · ${card.readingMinutes}${hardSpace}min`}
      {card.moreTitles > 0 && card.storySlug !== null && <Company count={card.moreTitles} slug={card.storySlug} />}
      <LockBadge lock={card.lock} />
      {card.mine && <CardState mine={card.mine} />}
      {card.mine && <CardMore card={card} mine={card.mine} />}
    </p>
  );
}

/** Whether an article opens, said before the click: nothing where a member's text simply does. */
export function LockBadge({ lock }: { lock: CardLock }) {
  switch (lock) {
    case "locked":
      return (
        <span className="lock" title="For members">
          For members
        </span>
      );
    case "meter":
      return (
        <span className="lock is-meter" title="One of your free articles">
          One of your free articles
        </span>
      );
    case "free":
      return <span className="free">Free to read</span>;
    case "open":
      return null;
    default:
      return lock satisfies never;
  }
}

/** The way to the whole story. */
function Company({ count, slug }: { count: number; slug: string }) {
  return <a className="more-titles" href={`/story/${slug}`}>{`${count}${hardSpace}more${hardSpace}${count === 1 ? "title" : "titles"}`}</a>;
}
