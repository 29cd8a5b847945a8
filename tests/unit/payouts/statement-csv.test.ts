import { expect, it } from "vitest";
import { statementCsv } from "@/lib/payouts/statement-csv";
import type { StatementView } from "@/lib/payouts/types";
import { writeCsv } from "@/lib/payouts/write-csv";

it("quotes what must be quoted, and lets no headline run in a spreadsheet", () => {
  expect(
    writeCsv(
      ["a", "b"],
      [
        ['He said "no", twice', null],
        ["=HYPERLINK(1)", -5],
        ["two\nlines", "-1"],
      ],
    ),
  ).toBe('a,b\r\n"He said ""no"", twice",\r\n\'=HYPERLINK(1),-5\r\n"two\nlines",\'-1\r\n');
});

it.each([
  ["EUR", "12.34"],
  ["JPY", "1234"],
  ["KWD", "1.234"],
])("writes amounts in whole units of %s", (currency, amount) => {
  const line = {
    articleId: 1,
    slug: "a",
    headline: "A",
    publishedAt: new Date("2026-10-02T00:00:00Z"),
    readers: 2,
    giftOpens: 1,
    readings: 1.5,
    amountMinor: 1_234,
  };
  const statement: StatementView = {
    month: "2026-10",
    publisher: { slug: "the-paper", name: "The Paper" },
    currency,
    readers: 2,
    reads: 2,
    earnedMinor: 1_234,
    poolMinor: 0,
    correctionMinor: 0,
    totalMinor: 1_234,
    pooledMinor: 1_000,
    lines: [line],
  };
  const rows = statementCsv([statement]).split("\r\n");
  expect(rows[1]).toBe(`2026-10,the-paper,${currency},article,a,A,2026-10-02T00:00:00.000Z,2,1,1.5,${amount}`);
  expect(rows.find((row) => row.includes(",total,"))).toContain(`,${amount}`);
});
