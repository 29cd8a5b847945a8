import { planName, planPeriod, yearlySaving } from "@/components/membership/plan-words";
import { findPrice } from "@/lib/billing/prices";
import type { Plan, Price } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";

type PlanOfferProps = {
  prices: Price[];
  currency: string;
  /** Whether each plan has its button; else the prices only stand there. */
  canPay: boolean;
  /** Where to go back to once paid. */
  returnTo: string;
};

/** Both ways to pay, side by side: a price, what it means, and a button that leads to the payment page. */
export function PlanOffer({ prices, currency, canPay, returnTo }: PlanOfferProps) {
  return (
    <div className="plans">
      {(["monthly", "yearly"] as const).map((plan) => {
        const price = findPrice(prices, plan, currency);
        return (
          price && <PlanColumn key={plan} price={price} words={planWords(plan, prices, currency)} canPay={canPay} returnTo={returnTo} />
        );
      })}
    </div>
  );
}

type PlanColumnProps = { price: Price; words: string; canPay: boolean; returnTo: string };

function PlanColumn({ price, words, canPay, returnTo }: PlanColumnProps) {
  const { plan, currency, amountMinor } = price;
  return (
    <section className="plan" aria-labelledby={`plan-${plan}`}>
      <h3 id={`plan-${plan}`}>{planName[plan]}</h3>
      <p className="plan-price">
        <span>{moneyWords(amountMinor, currency)}</span> {planPeriod[plan]}
      </p>
      <p className="plan-words">{words}</p>
      {canPay && (
        <form method="post" action="/membership/checkout">
          <input type="hidden" name="plan" value={plan} />
          <input type="hidden" name="currency" value={currency} />
          <input type="hidden" name="returnTo" value={returnTo} />
          <button type="submit" className={plan === "monthly" ? "button" : "button button-quiet"}>
            Pay {planPeriod[plan].replace("a ", "by the ")}
          </button>
        </form>
      )}
    </section>
  );
}

function planWords(plan: Plan, prices: Price[], currency: string): string {
  if (plan === "monthly") return "Paid month by month. Cancel any day, and read on until the month is out.";
  const saving = yearlySaving(prices, currency);
  const less = saving === null ? "Paid once a year." : `Paid once a year: ${moneyWords(saving, currency)} less than twelve months.`;
  return `${less} We write a week before it renews.`;
}
