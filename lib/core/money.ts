/**
 * An amount as a reader reads it: "$9.99", "£84", "₹299"; whole amounts without their zeros.
 *
 * @param amountMinor minor units of the currency
 * @param currency ISO 4217
 * Source: CLDR by way of Intl, which also knows how many minor digits a currency has.
 */
export function moneyText(amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return format.format(amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
