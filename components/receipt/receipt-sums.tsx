import { moneyWords } from "@/lib/core/money";
import type { ComparedReceipt } from "./types";

type ReceiptSumsProps = { receipt: ComparedReceipt; isEstimate: boolean };

/** What became of the fee as a whole. */
export function ReceiptSums({ receipt, isEstimate }: ReceiptSumsProps) {
  const money = (minor: number) => moneyWords(minor, receipt.currency);
  const titles = receipt.titles.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const rows: [string, number, boolean][] = [
    ["To titles that you read", titles, true],
    ["To all titles, because you read nothing", receipt.poolMinor, receipt.poolMinor > 0],
    ["What taking the payment costs", receipt.costMinor, true],
    ["Tax", receipt.taxMinor, receipt.taxMinor > 0],
    ["To us, for the paper", receipt.shareMinor, true],
  ];
  return (
    <>
      <table className="receipt-table receipt-sums">
        <caption>{isEstimate ? "How this month would be divided by what you have read until now" : "How it was divided"}</caption>
        <tbody>
          {rows
            .filter(([, , isShown]) => isShown)
            .map(([words, minor]) => (
              <tr key={words}>
                <th scope="row">{words}</th>
                <td>{money(minor)}</td>
              </tr>
            ))}
          <tr className="is-total">
            <th scope="row">Your fee of the month</th>
            <td>{money(receipt.feeMinor)}</td>
          </tr>
        </tbody>
      </table>
      {receipt.pooledMinor !== null && (
        <p className="receipt-pooled">
          Had all members’ money been one pot, divided by what everybody reads, about {money(receipt.pooledMinor)} of your {money(titles)}{" "}
          would have reached the titles that you read.
        </p>
      )}
    </>
  );
}
