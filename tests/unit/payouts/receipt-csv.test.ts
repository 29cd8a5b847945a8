import fc from "fast-check";
import { expect, it } from "vitest";
import { receiptCsv } from "@/lib/payouts/receipt-csv";

it("sums to the fee, whatever a receipt says", () => {
  const amount = fc.nat({ max: 100_000 });
  const anyTitle = fc.record({ amounts: fc.array(amount, { maxLength: 5 }), gone: amount });
  fc.assert(
    fc.property(
      fc.array(anyTitle, { maxLength: 5 }),
      fc.record({ pool: amount, cost: amount, tax: amount, share: amount }),
      (drawn, parts) => {
        const titles = drawn.map(({ amounts, gone }, publisherId) => ({
          publisherId,
          slug: `title-${publisherId}`,
          name: "=T",
          amountMinor: amounts.reduce((sum, each) => sum + each, gone),
          articles: amounts.map((amountMinor, articleId) => ({
            articleId,
            slug: "a",
            headline: '=cmd, "x"',
            depth: 1,
            activeSec: 1,
            giftOpens: 0,
            amountMinor,
          })),
        }));
        const { pool: poolMinor, cost: costMinor, tax: taxMinor, share: shareMinor } = parts;
        const feeMinor = titles.reduce((sum, title) => sum + title.amountMinor, poolMinor + costMinor + taxMinor + shareMinor);
        const csv = receiptCsv(
          [{ month: "2026-10", currency: "KWD", feeMinor, costMinor, taxMinor, shareMinor, poolMinor, titles }],
          false,
        );
        const amounts = csv
          .trim()
          .split("\r\n")
          .slice(1)
          .map((line) => Math.round(Number(line.split(",").at(-1)) * 1_000));
        const fee = amounts.pop();
        expect(fee).toBe(feeMinor);
        expect(amounts.reduce((sum, each) => sum + each, 0)).toBe(feeMinor);
        expect(csv).not.toMatch(/(^|,)=/m);
      },
    ),
  );
});
