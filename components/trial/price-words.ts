import { product } from "@/lib/core/product";

/** "$9.99 a month", from the one place where the price is set. */
export function priceWords(): string {
  const { amountMinor, currency, per } = product.price;
  const amount = new Intl.NumberFormat("en", { style: "currency", currency }).format(amountMinor / 100);
  return `${amount} a ${per}`;
}
