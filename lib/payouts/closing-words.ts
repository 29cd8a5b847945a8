import { moneyWords } from "@/lib/core/money";
import type { ClosedMonth, ClosingError } from "./types";

/** What closing a month came to, a sentence a currency. */
export function closedMonthWords({ month, members, reads, sums }: ClosedMonth): string[] {
  return [
    `${month} is closed: ${members} members, ${reads} articles read.`,
    ...sums.map(
      (sum) =>
        `${sum.currency}: ${moneyWords(sum.feeMinor, sum.currency)} of fees, ${moneyWords(sum.titlesMinor + sum.poolMinor, sum.currency)} to titles.`,
    ),
  ];
}

/** Why a month was not closed. */
export function closingErrorWords(error: ClosingError): string {
  switch (error.kind) {
    case "closed-before":
      return `It was closed on ${error.closedAt.toISOString().slice(0, 10)}.`;
    case "not-over":
      return "It is not over.";
    case "not-next":
      return `Months are closed in order: the next one is ${error.next}.`;
    case "nothing-paid":
      return "No payment has come in yet: there is nothing to close.";
    default:
      return error satisfies never;
  }
}
