import { moneyWords } from "@/lib/core/money";
import { NotWorthButton } from "./not-worth-button";
import { readWords } from "./receipt-words";
import type { ComparedReceipt } from "./types";

type Title = ComparedReceipt["titles"][number];
type ReceiptTitlesProps = { receipt: ComparedReceipt; isEstimate: boolean; path: string };

/** Title by title, the dearest first, with the reads behind each. */
export function ReceiptTitles({ receipt, isEstimate, path }: ReceiptTitlesProps) {
  if (receipt.titles.length === 0) return null;
  return (
    <ol className="receipt-titles">
      {receipt.titles.map((title) => (
        <li key={title.publisherId}>
          <TitleReads title={title} currency={receipt.currency} canTakeBack={isEstimate} path={path} />
        </li>
      ))}
    </ol>
  );
}

function TitleReads({ title, currency, canTakeBack, path }: { title: Title; currency: string; canTakeBack: boolean; path: string }) {
  const money = (minor: number) => moneyWords(minor, currency);
  const known = title.articles.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const gone = title.amountMinor - known;
  return (
    <table className="receipt-table">
      <caption>
        <a href={`/publisher/${title.slug}`}>{title.name}</a> <strong>{money(title.amountMinor)}</strong>
      </caption>
      <tbody>
        {title.articles.map((article) => (
          <tr key={article.articleId}>
            <th scope="row">
              {article.slug === null ? (
                "An article that is no longer in the paper"
              ) : (
                <a href={`/article/${article.slug}`}>{article.headline}</a>
              )}
              <span>{readWords(article)}</span>
              {canTakeBack && article.slug !== null && (
                <span className="receipt-unworthy">
                  <NotWorthButton slug={article.slug} isNotWorth={false} headline={article.headline ?? ""} returnTo={path} />
                </span>
              )}
            </th>
            <td>{money(article.amountMinor)}</td>
          </tr>
        ))}
        {gone > 0 && (
          <tr>
            <th scope="row">
              <span>Articles that you took out of your history</span>
            </th>
            <td>{money(gone)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
