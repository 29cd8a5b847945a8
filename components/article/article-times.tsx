import { longInstant } from "@/components/time/format-instant";
import type { ArticleView } from "@/lib/articles/types";

/** When it came and last changed, and how long it is. */
export function ArticleTimes({ view }: { view: ArticleView }) {
  const { card } = view;
  return (
    <p className="article-times">
      <time dateTime={card.publishedAt}>{longInstant(card.publishedAt)}</time>
      {card.updatedAt !== null && (
        <span>
          {"Updated "}
          <time dateTime={card.updatedAt} data-ago="" suppressHydrationWarning>
            {longInstant(card.updatedAt)}
          </time>
        </span>
      )}
      {view.isFree && <span>Free to read</span>}
      <span>{`${card.readingMinutes}\u00a0min\u00a0read`}</span>
    </p>
  );
}
