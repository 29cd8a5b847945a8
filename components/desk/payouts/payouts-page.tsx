import { figures, Heads } from "@/components/desk/heads";
import { exactWords } from "@/components/desk/log/exact-time";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import { countWords, exactMoney } from "@/components/desk/partner/figure-words";
import { monthWords } from "@/components/time/format-instant";

type Round = { at: Date; isGood: boolean; words: readonly string[] };
type OfficeMonth = {
  month: string;
  closedAt: Date;
  members: number;
  reads: number;
  currency: string | null;
  feeMinor: number;
  costMinor: number;
  taxMinor: number;
  shareMinor: number;
  titlesMinor: number;
};

type PayoutsPageProps = {
  months: OfficeMonth[];
  open: { month: string; isOver: boolean; closesAt: Date } | null;
  lastCheck: Round | null;
  lastClosing: Round | null;
};

/** Months that are closed, the one that is open, and whether the books hold. */
export function PayoutsPage({ months, open, lastCheck, lastClosing }: PayoutsPageProps) {
  return (
    <>
      <OpenMonth open={open} lastClosing={lastClosing} />
      <Books lastCheck={lastCheck} />
      <h2>Closed months</h2>
      <Months months={months} />
    </>
  );
}

function OpenMonth({ open, lastClosing }: Pick<PayoutsPageProps, "open" | "lastClosing">) {
  return (
    <section aria-labelledby="open-month">
      <h2 id="open-month">{open ? monthWords(open.month) : "No month yet"}</h2>
      {open ? (
        <p className="payouts-words">
          Open. It is closed by itself on <time dateTime={open.closesAt.toISOString()}>{exactWords(open.closesAt)}</time> or in the night
          after. What comes later is written into the month after it.
        </p>
      ) : (
        <p className="payouts-words">There is nothing to close before the first payment.</p>
      )}
      {lastClosing && <RoundNote round={lastClosing} />}
      {open?.isOver && (
        <form method="post" action="/admin/payouts/close" data-desk="">
          <input type="hidden" name="returnTo" value="/admin/payouts" />
          <input type="hidden" name="month" value={open.month} />
          <button
            type="submit"
            className="desk-button is-main"
            data-confirm={`Close ${monthWords(open.month)} now? A month is closed once; what comes later is corrected in the next.`}
          >
            Close {monthWords(open.month)} now
          </button>
        </form>
      )}
    </section>
  );
}

function Books({ lastCheck }: Pick<PayoutsPageProps, "lastCheck">) {
  return (
    <section aria-labelledby="books">
      <h2 id="books">The books</h2>
      {lastCheck ? <RoundNote round={lastCheck} /> : <p className="payouts-words">They were not checked yet; that is done every night.</p>}
      <form method="post" action="/admin/payouts/check" data-desk="">
        <input type="hidden" name="returnTo" value="/admin/payouts" />
        <button type="submit" className="desk-button">
          Check them now
        </button>
      </form>
    </section>
  );
}

const RoundNote = ({ round: { at, isGood, words } }: { round: Round }) => (
  <div className={isGood ? "desk-note" : "desk-note is-warning"}>
    {words.map((line) => (
      <p key={line}>{line}</p>
    ))}
    <p className="desk-meta">
      <time dateTime={at.toISOString()}>{exactWords(at)}</time>
    </p>
  </div>
);

function Months({ months }: Pick<PayoutsPageProps, "months">) {
  if (months.length === 0) return <p className="desk-empty">No month is closed yet.</p>;
  return (
    <ScrollBox name="Closed months">
      <table className="desk-table">
        <caption>Newest first, one line a currency. A month’s name leads to what each title is owed</caption>
        <Heads
          names={["Month", "Closed", ...figures("Members", "Reads"), "Currency", ...figures("Fees", "Costs", "Tax", "Our share", "Titles")]}
        />
        <tbody>
          {months.map((month) => (
            <MonthRow key={`${month.month} ${month.currency}`} month={month} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function MonthRow({ month }: { month: OfficeMonth }) {
  const { currency } = month;
  const money = (minor: number) => (currency === null ? "–" : exactMoney(minor, currency));
  return (
    <tr data-row="">
      <th scope="row">
        <a href={`/admin/payouts/${month.month}`}>{monthWords(month.month)}</a>
      </th>
      <td>
        <time dateTime={month.closedAt.toISOString()}>{exactWords(month.closedAt)}</time>
      </td>
      <td className="is-figure">{countWords(month.members)}</td>
      <td className="is-figure">{countWords(month.reads)}</td>
      <td>{currency ?? "–"}</td>
      <td className="is-figure">{money(month.feeMinor)}</td>
      <td className="is-figure">{money(month.costMinor)}</td>
      <td className="is-figure">{money(month.taxMinor)}</td>
      <td className="is-figure">{money(month.shareMinor)}</td>
      <td className="is-figure">{money(month.titlesMinor)}</td>
    </tr>
  );
}
