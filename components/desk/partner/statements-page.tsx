import { DeskFrame } from "@/components/desk/desk-frame";
import { figures, Heads } from "@/components/desk/heads";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import { monthWords } from "@/components/time/format-instant";
import type { StatementView } from "@/lib/payouts/types";
import { countWords, exactMoney } from "./figure-words";

type StatementsPageProps = { staff: { name: string; role: "publisher" }; statements: Omit<StatementView, "lines">[] };

/** What a title earned, month by month. */
export function StatementsPage({ staff, statements }: StatementsPageProps) {
  return (
    <DeskFrame
      staff={staff}
      path="/partner/statements"
      title="Statements"
      words="What members paid to your title, month by month. A month is closed in the first days of the next one, and stays as it was closed."
    >
      {statements.length === 0 ? (
        <p className="desk-empty">No month in which you earned is closed yet.</p>
      ) : (
        <ScrollBox name="Months">
          <table className="desk-table">
            <caption>Closed months, newest first; one line a currency</caption>
            <Heads
              names={["Month", "Currency", ...figures("Readers", "Earned", "From the pool", "Corrections", "In all", "One pot for all")]}
            />
            <tbody>
              {statements.map((statement) => (
                <Row key={`${statement.month} ${statement.currency}`} statement={statement} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </DeskFrame>
  );
}

function Row({ statement }: { statement: Omit<StatementView, "lines"> }) {
  const { month, currency } = statement;
  const money = (minor: number) => exactMoney(minor, currency);
  return (
    <tr data-row="">
      <th scope="row">
        <a href={`/partner/statements/${month}`}>{monthWords(month)}</a>
      </th>
      <td>{currency}</td>
      <td className="is-figure">{countWords(statement.readers)}</td>
      <td className="is-figure">{money(statement.earnedMinor)}</td>
      <td className="is-figure">{money(statement.poolMinor)}</td>
      <td className="is-figure">{money(statement.correctionMinor)}</td>
      <td className="is-figure">
        <strong>{money(statement.totalMinor)}</strong>
      </td>
      <td className="is-figure">{money(statement.pooledMinor)}</td>
    </tr>
  );
}
