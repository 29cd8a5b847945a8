import { directionOf, languageOf } from "@/components/card/text-language";
import { PublisherMark } from "@/components/publisher-mark/publisher-mark";
import type { HistoryEntry } from "@/lib/reading/own-types";
import { progressWords } from "./group-days";

type HistoryRowProps = { entry: HistoryEntry; clock: (iso: string) => string };

/** One article that was read: when, which, how far, and the way to take it out. */
export function HistoryRow({ entry, clock }: HistoryRowProps) {
  const { card } = entry;
  return (
    <li className="history-row" data-removable="">
      <time dateTime={entry.at}>{clock(entry.at)}</time>
      <div dir={card ? directionOf(card) : undefined}>
        {card ? (
          <h3 lang={languageOf(card)}>
            <a href={`/article/${card.slug}`}>{card.headline}</a>
          </h3>
        ) : (
          <p className="own-gone">An article that is no longer in the paper</p>
        )}
        <p className="meta">
          {card && <PublisherMark publisher={card.publisher} />}
          {progressWords(entry)}
        </p>
      </div>
      <form method="post" action="/reading/history/forget" data-act="remove">
        <input type="hidden" name="id" value={entry.articleId} />
        <input type="hidden" name="returnTo" value="/history" />
        <button type="submit" className="quiet">
          Remove<span className="sr-only">{`: ${card?.headline ?? "an article no longer in the paper"}`}</span>
        </button>
      </form>
    </li>
  );
}
