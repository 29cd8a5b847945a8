import type { ArticleView } from "@/lib/articles/types";
import { historyWords } from "./history-words";

/** Ways on that belong to the article's head: who else tells it, and what became of it since it was published. */
export function ArticleWays({ view: { card, history } }: { view: ArticleView }) {
  const changes = historyWords(history);
  const hasCoverage = card.moreTitles > 0 && card.storySlug !== null;
  if (changes === null && !hasCoverage) return null;
  return (
    <p className="article-ways">
      {hasCoverage && <a href={`/story/${card.storySlug}`}>{`Full coverage: ${card.moreTitles + 1} titles`}</a>}
      {changes !== null && <a href={`/article/${card.slug}/changes`}>{changes}</a>}
    </p>
  );
}
