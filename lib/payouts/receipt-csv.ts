import { minorDigits } from "@/lib/core/money";
import type { ReceiptView } from "./types";
import { type CsvCell, writeCsv } from "./write-csv";

const header = ["month", "currency", "kind", "title", "article", "headline", "read_percent", "seconds", "gift_readers", "amount"];

/** A member's receipts as CSV: a line an article, what of each title is no longer known by article, then costs, tax, our share and the pool, in whole units. */
export function receiptCsv(receipts: readonly ReceiptView[], isEstimate: boolean): string {
  return writeCsv(
    header,
    receipts.flatMap((receipt) => receiptRows(receipt, isEstimate)),
  );
}

function receiptRows(receipt: ReceiptView, isEstimate: boolean): CsvCell[][] {
  const { month, currency } = receipt;
  const digits = minorDigits(currency);
  const amount = (minor: number): number => Number((minor / 10 ** digits).toFixed(digits));
  const line = (kind: string, minor: number, title: string | null = null): CsvCell[] => [
    month,
    currency,
    kind,
    title,
    null,
    null,
    null,
    null,
    null,
    amount(minor),
  ];
  const titles = receipt.titles.flatMap((title) => {
    const known = title.articles.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    const articles = title.articles.map(({ slug, headline, depth, activeSec, giftOpens, amountMinor }): CsvCell[] => [
      month,
      currency,
      "article",
      title.slug,
      slug,
      headline,
      depth,
      activeSec,
      giftOpens,
      amount(amountMinor),
    ]);
    return known === title.amountMinor ? articles : [...articles, line("no longer in your history", title.amountMinor - known, title.slug)];
  });
  return [
    ...titles,
    line("pool", receipt.poolMinor),
    line("costs", receipt.costMinor),
    line("tax", receipt.taxMinor),
    line("our share", receipt.shareMinor),
    line(isEstimate ? "fee (estimate)" : "fee", receipt.feeMinor),
  ];
}
