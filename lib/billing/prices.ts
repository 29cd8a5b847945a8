import { product } from "@/lib/core/product";
import { Plan, type Price } from "./types";

const entryShape = /^(monthly|yearly):([A-Z]{3}):(\d{1,9})(?::([\w-]{1,100}))?$/;

/**
 * The prices on offer: what the setting `PRICES` says, or the product's own.
 *
 * @param setting `plan:currency:minor units[:provider's price id]`, comma-separated; undefined for none
 * @returns monthly first, then yearly, each in the order of the setting; every currency once a plan
 * @throws Error naming what cannot be read, or that a plan and currency stand twice
 */
export function parsePrices(setting: string | undefined): Price[] {
  const prices = setting === undefined ? product.prices.map((price) => ({ ...price, providerPriceId: null })) : readSetting(setting);
  const names = prices.map(({ plan, currency }) => `${plan} ${currency}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`PRICES names ${twice} twice.`);
  return Plan.options.flatMap((plan) => prices.filter((price) => price.plan === plan));
}

function readSetting(setting: string): Price[] {
  return setting.split(",").map((entry) => {
    const [, plan, currency, amount, providerPriceId] = entry.trim().match(entryShape) ?? [];
    if (!plan || !currency || Number(amount) === 0) throw new Error(`PRICES cannot be read at "${entry.trim()}": write monthly:USD:999.`);
    return { plan: Plan.parse(plan), currency, amountMinor: Number(amount), providerPriceId: providerPriceId ?? null };
  });
}

/** The price of a plan in a currency; null where it is not on offer. */
export function findPrice(prices: readonly Price[], plan: Plan, currency: string): Price | null {
  return prices.find((price) => price.plan === plan && price.currency === currency) ?? null;
}

/**
 * What a present costs: that many months, and a whole year at the yearly price.
 *
 * @param months whole months of reading, > 0
 * @returns `amountMinor` is the whole sum, paid once; null where the currency is not on offer
 */
export function giftPrice(prices: readonly Price[], months: number, currency: string): Price | null {
  const monthly = findPrice(prices, "monthly", currency);
  const yearly = findPrice(prices, "yearly", currency);
  if (months === 12 && yearly) return { ...yearly, providerPriceId: null };
  return monthly && { ...monthly, amountMinor: monthly.amountMinor * months, providerPriceId: null };
}

/** What a subscription costs, as somebody says. */
export type Charge = { currency: string; amountMinor: number; priceId: string | null };

/** Whether a subscription costs what one of these prices says: by the provider's own name for it where we know one, and by the sum. */
export function isOffered(prices: readonly Price[], charge: Charge): boolean {
  return prices.some(
    (price) =>
      price.currency === charge.currency.toUpperCase() &&
      price.amountMinor === charge.amountMinor &&
      (price.providerPriceId === null || price.providerPriceId === charge.priceId),
  );
}
