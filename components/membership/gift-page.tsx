import { PageFrame } from "@/components/frame/page-frame";
import { signInUrl, signUpUrl } from "@/components/masthead/entry-url";
import { CurrencyChoice } from "@/components/price/currency-choice";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Price } from "@/lib/billing/types";
import { FormNotice } from "./form-notice";
import { GiftForm } from "./gift-form";
import { listCurrencies } from "./plan-words";
import { SandboxNote } from "./sandbox-note";

type GiftPageProps = {
  viewer: ViewerBadge;
  now: Date;
  prices: Price[];
  currency: string;
  error: string | null;
  isSandbox: boolean;
};

/** Buying months of reading for somebody else. */
export function GiftPage({ viewer, now, prices, currency, error, isSandbox }: GiftPageProps) {
  return (
    <PageFrame viewer={viewer} now={now} path="/gift-membership">
      <header className="page-head">
        <h1>Give the paper</h1>
        <p className="page-tagline">
          Every title, for somebody you choose. Paid once: it does not renew, and whoever opens it needs no card.
        </p>
      </header>
      <FormNotice done={null} error={error} />
      <div className="gift">
        <section className="gift-offer" aria-labelledby="gift">
          <div className="offer-head">
            <h2 id="gift">A present of</h2>
            <CurrencyChoice action="/gift-membership" currencies={listCurrencies(prices)} currency={currency} />
          </div>
          {viewer.kind === "account" ? <GiftForm prices={prices} currency={currency} /> : <VisitorWays />}
        </section>
        <section className="gift-how" aria-labelledby="gift-how">
          <h2 className="label" id="gift-how">
            How it goes
          </h2>
          <ol>
            <li>You pay once, on the payment provider’s page.</li>
            <li>You get a link and a code, to hand over as you like. If you give an address, we send them there as well.</li>
            <li>Whoever opens it reads every title. What they have already comes first, so no day is lost.</li>
          </ol>
          <p className="aside">
            Were you given one? <a href="/gift-membership/redeem">Open a present</a>.
          </p>
          {isSandbox && <SandboxNote />}
        </section>
      </div>
    </PageFrame>
  );
}

function VisitorWays() {
  return (
    <>
      <p className="gift-words">To give one you need an account, so that the link and the invoice have a place.</p>
      <p className="offer-start">
        <a className="button" href={signInUrl("/gift-membership")}>
          Sign in
        </a>
        <a className="quiet" href={signUpUrl("/gift-membership")}>
          Make an account
        </a>
      </p>
    </>
  );
}
