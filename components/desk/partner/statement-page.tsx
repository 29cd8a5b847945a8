import { DeskFrame } from "@/components/desk/desk-frame";
import { figures, Heads } from "@/components/desk/heads";
import { exactWords } from "@/components/desk/log/exact-time";
import { ScrollBox } from "@/components/desk/log/scroll-box";
import { monthWords } from "@/components/time/format-instant";
import type { StatementLineView, StatementView } from "@/lib/payouts/types";
import { countWords, exactMoney } from "./figure-words";

type StatementPageProps = { staff: { name: string; role: "publisher" }; month: string; statements: StatementView[]; now: Date };

/** What a title earned in a month: fit to be printed on A4, each currency a sheet of its own. */
export function StatementPage({ staff, month, statements, now }: StatementPageProps) {
  const name = statements[0]?.publisher.name ?? "";
  return (
    <DeskFrame
      staff={staff}
      path="/partner/statements"
      title={`Statement for ${monthWords(month)}`}
      words={name}
      tools={
        <>
          <a className="desk-button" href="/partner/statements">
            All months
          </a>
          <a className="desk-button" href={`/partner/statements/${month}/csv`} download={`${month}.csv`}>
            CSV
          </a>
        </>
      }
    >
      <p className="desk-meta statement-print-hint">To keep it as PDF, print this page: it comes on A4 without the bar.</p>
      {statements.map((statement) => (
        <Statement key={statement.currency} statement={statement} />
      ))}
      <p className="desk-meta statement-foot">
        A member’s fee, less what taking it costs and our share, goes to the titles that this member read, by how far each article was read.
        A month is closed once; what comes later is a correction of the open month. Printed{" "}
        <time dateTime={now.toISOString()}>{exactWords(now)}</time>.
      </p>
    </DeskFrame>
  );
}

function Statement({ statement }: { statement: StatementView }) {
  const money = (minor: number) => exactMoney(minor, statement.currency);
  const rows: [string, number][] = [
    ["From those who read it", statement.earnedMinor],
    ["From members who read nothing, by all reads", statement.poolMinor],
    ["Taken back of what members were given back", statement.correctionMinor],
  ];
  return (
    <section className="statement" aria-label={`In ${statement.currency}`}>
      <h2>In {statement.currency}</h2>
      <p className="statement-total">
        {money(statement.totalMinor)}{" "}
        <span>
          from {countWords(statement.readers)} readers and {countWords(statement.reads)} reads
        </span>
      </p>
      <table className="desk-table statement-sums">
        <caption>How it comes together</caption>
        <tbody>
          {rows.map(([words, minor]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td className="is-figure">{money(minor)}</td>
            </tr>
          ))}
          <tr className="is-total">
            <th scope="row">In all</th>
            <td className="is-figure">{money(statement.totalMinor)}</td>
          </tr>
        </tbody>
      </table>
      <p className="statement-pooled">{pooledWords(statement)}</p>
      <Lines statement={statement} />
    </section>
  );
}

function pooledWords({ earnedMinor, poolMinor, pooledMinor, currency }: StatementView): string {
  const paid = earnedMinor + poolMinor;
  const words = `One pot for all, divided by all reads, would have paid ${exactMoney(pooledMinor, currency)} instead of ${exactMoney(paid, currency)}`;
  const gap = paid - pooledMinor;
  if (gap === 0) return `${words}: the same.`;
  return `${words}: ${exactMoney(Math.abs(gap), currency)} ${gap > 0 ? "less" : "more"}.`;
}

function Lines({ statement: { lines, currency } }: { statement: StatementView }) {
  if (lines.length === 0) return <p className="desk-empty">No article of yours was read by members who pay in {currency} in this month.</p>;
  return (
    <ScrollBox name="Articles">
      <table className="desk-table">
        <caption>By article, what earned most first. A reading is one reader’s whole reading; a gift’s openings count with it</caption>
        <Heads names={["Article", "Published", ...figures("Readers", "Readings", "Gifts opened", "Earned")]} />
        <tbody>
          {lines.map((line) => (
            <Line key={line.articleId} line={line} currency={currency} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Line({ line, currency }: { line: StatementLineView; currency: string }) {
  return (
    <tr>
      <th scope="row">
        {line.slug === "" ? (
          "No longer in the paper"
        ) : (
          <a className="desk-headline" href={`/partner/articles/${line.slug}`}>
            {line.headline}
          </a>
        )}
      </th>
      <td>{line.publishedAt && <time dateTime={line.publishedAt.toISOString()}>{line.publishedAt.toISOString().slice(0, 10)}</time>}</td>
      <td className="is-figure">{countWords(line.readers)}</td>
      <td className="is-figure">{line.readings.toFixed(2)}</td>
      <td className="is-figure">{countWords(line.giftOpens)}</td>
      <td className="is-figure">{exactMoney(line.amountMinor, currency)}</td>
    </tr>
  );
}
