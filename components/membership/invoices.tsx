import type { InvoiceLine } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";
import { dateWords } from "./date-words";

const statusWords: Record<InvoiceLine["status"], string> = {
  paid: "Paid",
  open: "Open",
  failed: "Not paid",
  refunded: "Paid back",
  void: "Withdrawn",
};

/** What was charged, newest first; each leads to its document where the provider has one. */
export function Invoices({ invoices }: { invoices: InvoiceLine[] }) {
  return (
    <section aria-labelledby="invoices">
      <h2 className="label" id="invoices">
        Invoices
      </h2>
      <table className="invoices">
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Number</th>
            <th scope="col">Standing</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {invoices.map((invoice) => (
            <tr key={invoice.number}>
              <td>
                <InvoiceDay invoice={invoice} />
              </td>
              <td>{invoice.number}</td>
              <td>{statusWords[invoice.status]}</td>
              <td>{moneyWords(invoice.amountMinor, invoice.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function InvoiceDay({ invoice }: { invoice: InvoiceLine }) {
  const day = <time dateTime={invoice.issuedAt.toISOString()}>{dateWords(invoice.issuedAt)}</time>;
  return invoice.hostedUrl === null ? day : <a href={invoice.hostedUrl}>{day}</a>;
}
