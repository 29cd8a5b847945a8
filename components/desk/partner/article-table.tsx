import type { ReactNode } from "react";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import type { ArticleFigures, SortColumn } from "@/lib/partners/types";
import { completionWords, countWords, fewNote, minutesWords } from "./figure-words";

type ArticleTableProps = {
  articles: readonly ArticleFigures[];
  caption: string;
  /** What the rows are ordered by, and where each heading leads; none where the order is fixed. */
  sorting?: { sort: SortColumn; href: (sort: SortColumn) => string };
};

/** Articles with their figures of some days. */
export function ArticleTable({ articles, caption, sorting }: ArticleTableProps) {
  if (articles.length === 0)
    return <p className="desk-empty">None of your articles was read, saved or given on these days. Figures are counted every hour.</p>;
  const head = (sort: SortColumn, words: string, isFigure = true): ReactNode => (
    <th scope="col" className={isFigure ? "is-figure" : undefined} aria-sort={sorting?.sort === sort ? "descending" : undefined}>
      {sorting && sorting.sort !== sort ? <a href={sorting.href(sort)}>{words}</a> : words}
      {sorting?.sort === sort && <span aria-hidden="true"> ↓</span>}
    </th>
  );
  return (
    <ScrollBox name="Articles">
      <table className="desk-table">
        <caption>
          {caption}. {fewNote}
        </caption>
        <thead>
          <tr>
            <th scope="col">Article</th>
            {head("published", "Published", false)}
            {head("reads", "Readers")}
            {head("completion", "To the end")}
            {head("minutes", "Minutes")}
            {head("saves", "Saves")}
            {head("gifts", "Gifts")}
            <th scope="col" className="is-figure">
              Gifts opened
            </th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <tr key={article.articleId} data-row="">
              <th scope="row" className="partner-article">
                <a className="desk-headline" href={`/partner/articles/${article.slug}`}>
                  {article.headline}
                </a>
              </th>
              <td>
                <time dateTime={article.publishedAt.toISOString()}>{article.publishedAt.toISOString().slice(0, 10)}</time>
              </td>
              <td className="is-figure">{countWords(article.reads)}</td>
              <td className="is-figure">{completionWords(article)}</td>
              <td className="is-figure">{minutesWords(article)}</td>
              <td className="is-figure">{countWords(article.saves)}</td>
              <td className="is-figure">{countWords(article.gifts)}</td>
              <td className="is-figure">{countWords(article.giftOpens)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
