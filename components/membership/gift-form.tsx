import { giftPrice } from "@/lib/billing/prices";
import { giftMonths, type Price } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";
import { lengthWords } from "./redeem-words";

type GiftFormProps = { prices: Price[]; currency: string };

// What `GiftForm` takes.
const messageCharactersMax = 500;

/** How long, for whom, with what words; only the length must be chosen. */
export function GiftForm({ prices, currency }: GiftFormProps) {
  return (
    <form className="form gift-form" method="post" action="/gift-membership/buy">
      <fieldset className="lengths">
        <legend className="only-heard">How long</legend>
        {giftMonths.map((months) => (
          <label key={months}>
            <input type="radio" name="months" value={months} defaultChecked={months === 6} required />
            <span className="length-words">{lengthWords(months)}</span>
            <span className="length-price">{priceWords(prices, months, currency)}</span>
          </label>
        ))}
      </fieldset>
      <input type="hidden" name="currency" value={currency} />
      <p className="field">
        <label htmlFor="recipientEmail">Their e-mail address</label>
        <small id="recipient-hint">You may leave it empty, and hand the link over yourself.</small>
        <input
          id="recipientEmail"
          name="recipientEmail"
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={254}
          aria-describedby="recipient-hint"
        />
      </p>
      <p className="field">
        <label htmlFor="message">A few words to go with it</label>
        <small id="message-hint">If you like. They stand on the page where the present is opened.</small>
        <textarea id="message" name="message" rows={3} maxLength={messageCharactersMax} aria-describedby="message-hint" />
      </p>
      <button type="submit" className="button">
        Go to the payment
      </button>
    </form>
  );
}

function priceWords(prices: Price[], months: number, currency: string): string {
  const price = giftPrice(prices, months, currency);
  return price ? moneyWords(price.amountMinor, price.currency) : "";
}
