import { PageFrame } from "@/components/frame/page-frame";
import { signInUrl, signUpUrl } from "@/components/masthead/entry-url";
import { FormNotice } from "@/components/membership/form-notice";
import { listCurrencies } from "@/components/membership/plan-words";
import { SandboxNote } from "@/components/membership/sandbox-note";
import { standingWords } from "@/components/membership/standing-words";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Price, Standing } from "@/lib/billing/types";
import { product } from "@/lib/core/product";
import type { PublisherMark } from "@/lib/feeds/publisher-mark";
import { callToAction } from "./call-to-action";
import { CompareTable } from "./compare-table";
import type { CatalogueCount } from "./count-catalogue";
import { CurrencyChoice } from "./currency-choice";
import { Included } from "./included";
import { PlanOffer } from "./plan-offer";
import { Questions } from "./questions";

type PricePageProps = {
  viewer: ViewerBadge;
  now: Date;
  prices: Price[];
  currency: string;
  /** Where the account stands; null for a visitor. */
  standing: Standing | null;
  count: CatalogueCount;
  marks: PublisherMark[];
  returnTo: string;
  error: string | null;
  isSandbox: boolean;
};

/** What a membership is and costs, for visitors and accounts alike. */
export function PricePage(props: PricePageProps) {
  const { viewer, now, prices, currency, standing, count, marks, returnTo, error, isSandbox } = props;
  const action = callToAction(standing);
  const currencies = listCurrencies(prices);
  return (
    <PageFrame viewer={viewer} now={now} path="/price">
      <header className="page-head price-head">
        <h1>Every title, one membership</h1>
        <p className="page-tagline">{`${titleWords(count)}, in one paper that carries no advertising and no trackers.`}</p>
        {standing !== null && <p className="price-standing">{standingWords(standing, now).sentence}</p>}
      </header>
      <FormNotice done={null} error={error} />
      <section className="offer" aria-labelledby="offer">
        <div className="offer-head">
          <h2 id="offer">{action === "start-trial" ? "After your free days, if you stay" : "What it costs"}</h2>
          <CurrencyChoice action="/price" currencies={currencies} currency={currency} returnTo={returnTo} />
        </div>
        <PlanOffer prices={prices} currency={currency} canPay={action === "pay"} returnTo={returnTo} />
        <div className="offer-side">
          {action === "start-trial" && <TrialCall returnTo={returnTo} />}
          {action === "pay" && <p>The membership begins, and is paid for, on the day you pay. You can cancel it the same day.</p>}
          {action === "manage" && (
            <p>
              <a className="button" href="/membership">
                Your membership
              </a>
            </p>
          )}
          <ul className="promises">
            <li>Nothing is ever charged because a trial ran out</li>
            <li>Cancel on one page, and read on to the end of what is paid</li>
            <li>Pause for one to three months</li>
          </ul>
          {isSandbox && action !== "start-trial" && <SandboxNote />}
        </div>
      </section>
      <Included count={count} marks={marks} />
      <CompareTable />
      <Questions />
    </PageFrame>
  );
}

function TrialCall({ returnTo }: { returnTo: string }) {
  return (
    <p className="offer-start">
      <a className="button" href={signUpUrl(returnTo)}>
        Start {product.trialDays} days free
      </a>
      <span>No card. Nothing to cancel.</span>
      <a className="quiet" href={signInUrl(returnTo)}>
        Already a member? Sign in here
      </a>
    </p>
  );
}

function titleWords({ titles, countries, languages }: CatalogueCount): string {
  const number = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
  return `${number(titles, "title", "titles")} from ${number(countries, "country", "countries")} in ${number(languages, "language", "languages")}`;
}
