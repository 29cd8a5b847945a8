import type { ArticleCard } from "@/lib/articles/types";
import { markedMax } from "@/lib/reading/read-types";

type MarkAllFormProps = {
  /** The cards of the page, with how they stand; what has been read is left out, and a visitor's cards say nothing. */
  cards: readonly ArticleCard[];
  /** Where the reader is led back to, and told that it can be taken back. */
  returnTo: string;
};

/** Marks the stories that stand on a page as read, once its reader has had a look at them. */
export function MarkAllForm({ cards, returnTo }: MarkAllFormProps) {
  const unread = [...new Set(cards.filter(({ mine }) => mine && mine.state !== "read").map(({ id }) => id))].slice(0, markedMax);
  if (unread.length === 0) return null;
  return (
    <form className="mark-all" method="post" action="/reading/mark-all">
      <input type="hidden" name="ids" value={unread.join(" ")} />
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" className="quiet">
        {unread.length === 1 ? "Mark this story as read" : `Mark these ${unread.length} stories as read`}
      </button>
    </form>
  );
}
