import { PageFrame } from "@/components/frame/page-frame";
import { monthWords } from "@/components/time/format-instant";
import { moneyWords } from "@/lib/core/money";
import { NotWorthButton } from "./not-worth-button";
import { ReceiptSums } from "./receipt-sums";
import { ReceiptTitles } from "./receipt-titles";
import type { ReceiptPageProps, ReceiptPageView } from "./types";

/** Where a member's fee of a month went, title by title, with the reads behind it. */
export function ReceiptPage({ view, viewer, now }: ReceiptPageProps) {
  const { month, isEstimate, receipts } = view;
  const path = `/membership/receipt/${month}`;
  return (
    <PageFrame viewer={viewer} now={now} path="/membership">
      <header className="page-head receipt-head">
        <p className="kicker">Your membership</p>
        <h1>{headline(view)}</h1>
        <p className="page-tagline">{tagline(view)}</p>
        {receipts.length > 0 && (
          <p className="receipt-tools">
            <a href={`${path}/csv`} download={`receipt-${month}.csv`}>
              As a table (CSV)
            </a>{" "}
            · print this page to keep it · <a href="/membership">Your membership</a>
          </p>
        )}
      </header>
      {receipts.map((receipt) => (
        <section key={receipt.currency} className="receipt" aria-label={`In ${receipt.currency}`}>
          <ReceiptSums receipt={receipt} isEstimate={isEstimate} />
          <ReceiptTitles receipt={receipt} isEstimate={isEstimate} path={path} />
        </section>
      ))}
      <TakenBack view={view} path={path} />
      <Months view={view} />
    </PageFrame>
  );
}

function headline({ month, receipts, isEstimate }: ReceiptPageView): string {
  const [first] = receipts;
  if (!first) return isEstimate ? `Nothing to divide in ${monthWords(month)} yet` : `Nothing was divided in ${monthWords(month)}`;
  const amounts = receipts.map((receipt) => moneyWords(receipt.feeMinor, receipt.currency)).join(" and ");
  return `Your ${amounts} in ${monthWords(month)}`;
}

function tagline({ isEstimate, receipts, month, current }: ReceiptPageView): string {
  if (receipts.length === 0) return "A fee is divided when a month is closed, among the titles that you read in it.";
  if (!isEstimate) return "Where it went, title by title, and what you read of each. Only you can see this page.";
  const when = month === current ? "so far" : "until it is closed";
  return `An estimate ${when}: the month is not closed, and every read still moves it. Only you can see this page.`;
}

function TakenBack({ view: { takenBack }, path }: { view: ReceiptPageView; path: string }) {
  if (takenBack.length === 0) return null;
  return (
    <section className="receipt-taken receipt-unworthy" aria-labelledby="taken">
      <h2 className="label" id="taken">
        Not worth it, you said
      </h2>
      <ul>
        {takenBack.map((article) => (
          <li key={article.slug}>
            <a href={`/article/${article.slug}`}>{article.headline}</a> <span>{article.name}</span>
            <NotWorthButton slug={article.slug} isNotWorth headline={article.headline} returnTo={path} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Months({ view: { months, month, current } }: { view: ReceiptPageView }) {
  const names = [...new Set([current, ...months.map((each) => each.month)])];
  if (names.length === 1 && months.every(({ returnedMinor }) => returnedMinor === 0)) return null;
  return (
    <nav className="receipt-months receipt-tools" aria-label="Months">
      <h2 className="label">Other months</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`/membership/receipt/${name}`} aria-current={name === month ? "page" : undefined}>
              {monthWords(name)}
              {name === current ? ", running" : ""}
            </a>
            {months
              .filter((each) => each.month === name && each.returnedMinor > 0)
              .map((each) => (
                <span key={each.currency}> {moneyWords(each.returnedMinor, each.currency)} given back to you</span>
              ))}
          </li>
        ))}
      </ul>
    </nav>
  );
}
