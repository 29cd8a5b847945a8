import { minorDigits } from "@/lib/core/money";
import type { StatementView } from "./types";
import { type CsvCell, writeCsv } from "./write-csv";

const header = ["month", "title", "currency", "kind", "article", "headline", "published", "readers", "gift_readers", "readings", "amount"];

/** Statements as CSV: a line an article, then what came from the pool, what was taken back, and the sum, in whole units of the currency. */
export function statementCsv(statements: readonly StatementView[]): string {
  return writeCsv(header, statements.flatMap(statementRows));
}

function statementRows(statement: StatementView): CsvCell[][] {
  const { month, publisher, currency } = statement;
  const digits = minorDigits(currency);
  const amount = (minor: number): number => Number((minor / 10 ** digits).toFixed(digits));
  const head = [month, publisher.slug, currency];
  const blank = [null, null, null];
  const articles = statement.lines.map((line) => [
    ...head,
    "article",
    line.slug,
    line.headline,
    line.publishedAt?.toISOString() ?? null,
    line.readers,
    line.giftOpens,
    line.readings,
    amount(line.amountMinor),
  ]);
  const sum = (kind: string, minor: number) => [...head, kind, ...blank, null, null, null, amount(minor)];
  return [
    ...articles,
    sum("pool", statement.poolMinor),
    sum("correction", statement.correctionMinor),
    [...head, "total", ...blank, statement.readers, null, null, amount(statement.totalMinor)],
    sum("one pot for all would have paid", statement.pooledMinor),
  ];
}
