import { findPrice } from "@/lib/billing/prices";
import type { Plan, Price } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";

/** How one period of each plan is said after an amount. */
export const planPeriod: Record<Plan, string> = { monthly: "a month", yearly: "a year" };

/** The name of each plan. */
export const planName: Record<Plan, string> = { monthly: "Monthly", yearly: "Yearly" };

/** "$9.99 a month". */
export function pricePerPeriod(plan: Plan, amountMinor: number, currency: string): string {
  return `${moneyWords(amountMinor, currency)} ${planPeriod[plan]}`;
}

/** What a year costs less than twelve months in the same currency, in minor units; null where it costs no less. */
export function yearlySaving(prices: readonly Price[], currency: string): number | null {
  const [monthly, yearly] = [findPrice(prices, "monthly", currency), findPrice(prices, "yearly", currency)];
  if (!monthly || !yearly) return null;
  const saving = 12 * monthly.amountMinor - yearly.amountMinor;
  return saving > 0 ? saving : null;
}

/** The currencies on offer, each once, in the order of the prices. */
export function listCurrencies(prices: readonly Price[]): string[] {
  return [...new Set(prices.map((price) => price.currency))];
}

/**
 * The currency a page shows: the one that was asked for, else the one that was paid in before, else the first.
 *
 * @param wished what an address said, of any kind
 */
export function chooseCurrency(prices: readonly Price[], wished: unknown, before: string | null): string {
  const offered = listCurrencies(prices);
  return offered.find((currency) => currency === wished) ?? offered.find((currency) => currency === before) ?? offered[0] ?? "USD";
}
