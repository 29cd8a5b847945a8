import { describe, expect, it } from "vitest";
import { addMonths } from "@/lib/billing/add-months";
import { giftCode } from "@/lib/billing/gift-code";
import { findPrice, giftPrice, isOffered, parsePrices } from "@/lib/billing/prices";
import { GiftForm, RedeemForm } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";

describe("prices", () => {
  it("are the product's own without a setting: monthly first, four currencies", () => {
    const prices = parsePrices(undefined);
    expect(prices.map(({ plan, currency, amountMinor }) => `${plan} ${currency} ${amountMinor}`)).toEqual([
      "monthly USD 999",
      "monthly EUR 999",
      "monthly GBP 849",
      "monthly INR 29900",
      "yearly USD 9900",
      "yearly EUR 9900",
      "yearly GBP 8400",
      "yearly INR 299000",
    ]);
  });

  it("are read from the setting, with the provider's own names", () => {
    expect(parsePrices("yearly:USD:5000:price_y, monthly:USD:500")).toEqual([
      { plan: "monthly", currency: "USD", amountMinor: 500, providerPriceId: null },
      { plan: "yearly", currency: "USD", amountMinor: 5_000, providerPriceId: "price_y" },
    ]);
  });

  it.each(["weekly:USD:1", "monthly:usd:1", "monthly:USD:0", "monthly:USD:9.99", "monthly:USD:1,monthly:USD:2", ""])(
    "are refused in words for %j",
    (setting) => expect(() => parsePrices(setting)).toThrow(/PRICES/),
  );

  it("count as ours by sum, currency and, where we know one, the provider's name", () => {
    const prices = parsePrices("monthly:USD:500:price_m");
    expect(isOffered(prices, { currency: "usd", amountMinor: 500, priceId: "price_m" })).toBe(true);
    expect(isOffered(prices, { currency: "usd", amountMinor: 500, priceId: "price_other" })).toBe(false);
    expect(isOffered(prices, { currency: "usd", amountMinor: 1, priceId: "price_m" })).toBe(false);
    expect(isOffered(prices, { currency: "EUR", amountMinor: 500, priceId: "price_m" })).toBe(false);
  });

  it("of a present are the months', and a year's for a year", () => {
    const prices = parsePrices(undefined);
    expect(giftPrice(prices, 3, "USD")?.amountMinor).toBe(2_997);
    expect(giftPrice(prices, 12, "USD")?.amountMinor).toBe(findPrice(prices, "yearly", "USD")?.amountMinor);
    expect(giftPrice(prices, 3, "CHF")).toBeNull();
  });
});

describe("months", () => {
  it.each([
    ["2026-01-31T10:00:00.000Z", 1, "2026-02-28T10:00:00.000Z"],
    ["2028-01-31T10:00:00.000Z", 1, "2028-02-29T10:00:00.000Z"],
    ["2026-11-30T23:59:59.999Z", 3, "2027-02-28T23:59:59.999Z"],
    ["2026-05-15T00:00:00.000Z", 12, "2027-05-15T00:00:00.000Z"],
    ["2026-05-15T00:00:00.000Z", 0, "2026-05-15T00:00:00.000Z"],
  ])("from %s on by %i end on %s", (from, months, end) => {
    expect(addMonths(new Date(from), months).toISOString()).toBe(end);
  });
});

describe("a present's code", () => {
  it("is the same for one present, another for any other, and is read however it is typed", () => {
    const code = giftCode("secret", "gift-1");
    expect(code).toMatch(/^[A-Z2-7]{20}$/);
    expect(giftCode("secret", "gift-1")).toBe(code);
    expect(giftCode("secret", "gift-2")).not.toBe(code);
    expect(giftCode("other", "gift-1")).not.toBe(code);
    const typed = ` ${code.toLowerCase().replace(/(.{5})/g, "$1-")}`;
    expect(RedeemForm.parse({ code: typed })).toEqual({ code });
    expect(RedeemForm.safeParse({ code: "short" }).success).toBe(false);
  });

  it("is bought with three, six or twelve months and an address or none", () => {
    expect(GiftForm.parse({ months: "3", currency: "USD", recipientEmail: "" })).toMatchObject({ months: 3, message: "" });
    expect(GiftForm.parse({ months: "12", currency: "USD", recipientEmail: " Eve@Example.com" })).toMatchObject({
      recipientEmail: "eve@example.com",
    });
    expect(GiftForm.safeParse({ months: "4", currency: "USD" }).success).toBe(false);
    expect(GiftForm.safeParse({ months: "3", currency: "USD", isPaid: "1" }).success).toBe(false);
  });
});

it("says sums as they are read, also of currencies without minor units", () => {
  expect([moneyWords(999, "USD"), moneyWords(8_400, "GBP"), moneyWords(29_900, "INR"), moneyWords(500, "JPY")]).toEqual([
    "$9.99",
    "£84",
    "₹299",
    "¥500",
  ]);
});
