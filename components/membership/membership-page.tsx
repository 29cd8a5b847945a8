import { PageFrame } from "@/components/frame/page-frame";
import { CurrencyChoice } from "@/components/price/currency-choice";
import { PlanOffer } from "@/components/price/plan-offer";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { MembershipView } from "@/lib/billing/types";
import { holdDays } from "./date-words";
import { FormNotice } from "./form-notice";
import { Invoices } from "./invoices";
import { listWays } from "./list-ways";
import { listCurrencies } from "./plan-words";
import { Presents } from "./presents";
import { SandboxNote } from "./sandbox-note";
import { standingFacts, standingWords } from "./standing-words";
import { Ways } from "./ways";

type MembershipPageProps = {
  viewer: ViewerBadge;
  now: Date;
  view: MembershipView;
  /** What offers are shown in. */
  currency: string;
  done: string | null;
  error: string | null;
};

/** One account's membership: where it stands in a sentence, what comes next, and everything that can be done about it. */
export function MembershipPage({ viewer, now, view, currency, done, error }: MembershipPageProps) {
  const { standing, plan, giftUntil, invoices, isSandbox } = view;
  const words = standingWords(standing, now);
  const facts = standingFacts(standing, plan, giftUntil, now);
  return (
    <PageFrame viewer={viewer} now={now} path="/membership">
      <header className="page-head standing">
        <p className="kicker">Your membership</p>
        <h1>{holdDays(words.sentence)}</h1>
        <p className="page-tagline">{words.after}</p>
      </header>
      <FormNotice done={done} error={error} />
      <div className="membership">
        <div className="membership-main">
          <Offer view={view} currency={currency} />
          <Ways view={view} />
          {invoices.length > 0 && <Invoices invoices={invoices} />}
          {invoices.length > 0 && (
            <p className="aside">
              <a href="/membership/receipt">Where your fee went</a>, title by title, with what you read of each.
            </p>
          )}
        </div>
        <div className="membership-side">
          <section aria-labelledby="facts">
            <h2 className="label" id="facts">
              In short
            </h2>
            <dl className="facts">
              {facts.map(({ term, words: value }) => (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <Presents />
          {isSandbox && <SandboxNote />}
        </div>
      </div>
    </PageFrame>
  );
}

function Offer({ view, currency }: { view: MembershipView; currency: string }) {
  if (!listWays(view.standing).includes("join")) return null;
  return (
    <section className="offer offer-inside" aria-labelledby="offer">
      <div className="offer-head">
        <h2 id="offer">{view.standing.kind === "lapsed" ? "Come back" : "Become a member"}</h2>
        <CurrencyChoice action="/membership" currencies={listCurrencies(view.prices)} currency={currency} />
      </div>
      <PlanOffer prices={view.prices} currency={currency} canPay returnTo="/" />
      <p className="aside">
        The membership begins, and is paid for, on the day you pay. <a href="/price">All it opens, and what others ask</a>.
      </p>
    </section>
  );
}
