import { dateWords } from "@/components/membership/date-words";
import type { SandboxInvoiceView } from "@/lib/billing/sandbox-types";
import { moneyWords } from "@/lib/core/money";
import { product } from "@/lib/core/product";
import { SandboxFrame } from "./sandbox-frame";

/** One invoice, to read or to print. */
export function InvoicePage({ invoice }: { invoice: SandboxInvoiceView }) {
  const { number, status, amountMinor, currency, periodStart, periodEnd, issuedAt, paidAt } = invoice;
  return (
    <SandboxFrame title={`Invoice ${number}`}>
      <dl className="sandbox-facts">
        <Fact name="For" words={periodStart ? `${product.name} membership` : `A gift of ${product.name}`} />
        {periodStart && periodEnd && <Fact name="Period" words={`${dateWords(periodStart)} to ${dateWords(periodEnd)}`} />}
        <Fact name="Issued" words={dateWords(issuedAt)} />
        <Fact name="Sum" words={moneyWords(amountMinor, currency)} />
        <Fact name="Standing" words={standingWords(status, paidAt)} />
      </dl>
    </SandboxFrame>
  );
}

function standingWords(status: SandboxInvoiceView["status"], paidAt: Date | null): string {
  if (status === "refunded") return "Paid back";
  if (status === "void") return "Withdrawn";
  return paidAt ? `Paid on ${dateWords(paidAt)}` : "Open";
}

function Fact({ name, words }: { name: string; words: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}
