/**
 * An amount as a reader reads it: "$9.99", "£84", "₹299"; whole amounts without their zeros.
 *
 * @param amountMinor minor units of the currency
 * @param currency ISO 4217
 */
export function moneyWords(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return format.format(amountMinor / 10 ** minorDigits(currency));
}

/** How many digits stand after the point of a currency: 2 for euros, 0 for yen. Source: ISO 4217 by way of CLDR. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
