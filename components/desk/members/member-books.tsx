import { Heads } from "@/components/desk/heads";
import type { OfficeBooks, OfficeInvoice } from "@/lib/billing/admin-types";
import { moneyWords } from "@/lib/core/money";
import { ExactTime } from "../log/exact-time";
import { ScrollBox } from "../log/scroll-box";
import { standingLine } from "./standing-line";

type MemberBooksProps = { books: OfficeBooks; userId: string; canAct: boolean };

const statusWords: Record<OfficeInvoice["status"], string> = {
  paid: "Paid",
  open: "Open",
  failed: "Not paid",
  refunded: "Paid back",
  void: "Withdrawn",
};

/** Where an account's membership stands, and what was charged. */
export function MemberBooks({ books, userId, canAct }: MemberBooksProps) {
  const { standing, giftUntil, invoices, provider, clockAheadSec } = books;
  return (
    <section aria-labelledby="books">
      <h2 id="books">Membership</h2>
      <dl className="office-facts">
        <dt>Stands</dt>
        <dd>{standingLine(standing)}</dd>
        {giftUntil && (
          <>
            <dt>Days given last until</dt>
            <dd>
              <ExactTime at={giftUntil} />
            </dd>
          </>
        )}
        <dt>Payments</dt>
        <dd>{provider === "sandbox" ? "by the sandbox: no money moves" : "by Stripe"}</dd>
        {clockAheadSec > 0 && (
          <>
            <dt>Their clock</dt>
            <dd>was moved {Math.round(clockAheadSec / 86_400)} days ahead in the sandbox</dd>
          </>
        )}
      </dl>
      {invoices.length === 0 ? <p className="desk-empty">Nothing was ever charged.</p> : <Invoices {...{ books, userId, canAct }} />}
    </section>
  );
}

function Invoices({ books: { invoices, isRunning }, userId, canAct }: MemberBooksProps) {
  return (
    <ScrollBox name="Invoices">
      <table className="desk-table office-table">
        <caption>Invoices, newest first</caption>
        <Heads names={["Issued", "Number", "State", { figure: "Amount" }, "Pay back"]} />
        <tbody>
          {invoices.map((invoice) => (
            <tr key={invoice.invoiceId}>
              <td>
                <ExactTime at={invoice.issuedAt} />
              </td>
              <td>{invoice.number}</td>
              <td>{statusWords[invoice.status]}</td>
              <td className="is-figure">{moneyWords(invoice.amountMinor, invoice.currency)}</td>
              <td>{canAct && invoice.isRefundable ? <Refund {...{ invoice, userId, isRunning }} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Refund({ invoice, userId, isRunning }: { invoice: OfficeInvoice; userId: string; isRunning: boolean }) {
  const { invoiceId, number, amountMinor, currency } = invoice;
  const page = `/admin/members/${userId}`;
  return (
    <details className="office-act">
      <summary>
        Pay back<span className="sr-only"> invoice {number}</span>
      </summary>
      <form method="post" action={`${page}/refund`} data-desk="">
        <input type="hidden" name="returnTo" value={page} />
        <input type="hidden" name="invoiceId" value={invoiceId} />
        <label className="desk-field">
          <span>Why</span>
          <input name="reason" required minLength={3} maxLength={500} autoComplete="off" />
        </label>
        {isRunning && (
          <label className="office-check">
            <input type="checkbox" name="alsoEnd" /> End the membership too
          </label>
        )}
        <button className="desk-button is-main" type="submit" data-confirm={`Pay ${moneyWords(amountMinor, currency)} back?`}>
          Pay {moneyWords(amountMinor, currency)} back
        </button>
      </form>
    </details>
  );
}
