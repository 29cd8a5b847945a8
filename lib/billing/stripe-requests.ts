import type { CheckoutRequest, Price } from "./types";

const intervals = { monthly: "month", yearly: "year" } as const;

/**
 * What Stripe is asked for a checkout. Who pays is said by our own account id three times, for the session, the
 * subscription and the payment, so that nothing ever has to be matched by an address.
 */
export function sessionParams(request: CheckoutRequest, productName: string) {
  const { kind, attemptId, userId, email, customerId, successUrl, cancelUrl } = request;
  const metadata = { attemptId, userId };
  const who = customerId === null ? { customer_email: email } : { customer: customerId };
  const common = { ...who, client_reference_id: userId, metadata, success_url: successUrl, cancel_url: cancelUrl };
  if (kind === "membership") {
    return {
      ...common,
      mode: "subscription" as const,
      line_items: [membershipLine(request.price, productName)],
      subscription_data: { metadata },
    };
  }
  const { currency, amountMinor } = request.price;
  const name = `${productName}, ${request.months} months as a gift`;
  return {
    ...common,
    mode: "payment" as const,
    line_items: [{ quantity: 1, price_data: { currency: currency.toLowerCase(), unit_amount: amountMinor, product_data: { name } } }],
    ...(customerId === null ? { customer_creation: "always" as const } : {}),
    invoice_creation: { enabled: true, invoice_data: { metadata } },
    payment_intent_data: { metadata },
  };
}

function membershipLine({ plan, currency, amountMinor, providerPriceId }: Price, productName: string) {
  if (providerPriceId !== null) return { price: providerPriceId, quantity: 1 };
  const recurring = { interval: intervals[plan] };
  return {
    quantity: 1,
    price_data: {
      currency: currency.toLowerCase(),
      unit_amount: amountMinor,
      recurring,
      product_data: { name: `${productName} membership` },
    },
  };
}

/** The item of a subscription at another price: one of Stripe's where we know its id, else the sum for the same product. */
export function pricedItem(itemId: string, product: string, { plan, currency, amountMinor, providerPriceId }: Price) {
  if (providerPriceId !== null) return { id: itemId, price: providerPriceId };
  const recurring = { interval: intervals[plan] };
  return { id: itemId, price_data: { currency: currency.toLowerCase(), unit_amount: amountMinor, recurring, product } };
}
