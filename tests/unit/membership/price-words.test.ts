import { expect, it } from "vitest";
import { doneNotice, errorNotice } from "@/components/membership/notice-words";
import { chooseCurrency, listCurrencies, yearlySaving } from "@/components/membership/plan-words";
import { giftState, redeemWords } from "@/components/membership/redeem-words";
import { callToAction } from "@/components/price/call-to-action";
import { countCatalogue } from "@/components/price/count-catalogue";
import { parsePrices } from "@/lib/billing/prices";
import { minorDigits, moneyWords } from "@/lib/core/money";

const prices = parsePrices("monthly:USD:999,yearly:USD:9900,monthly:JPY:1500,yearly:JPY:18000");

it.each([
  [999, "USD", "$9.99"],
  [9_900, "USD", "$99"],
  [849, "GBP", "£8.49"],
  [29_900, "INR", "₹299"],
  [1_500, "JPY", "¥1,500"],
])("writes %i minor units of %s as %s", (amountMinor, currency, words) => {
  expect(moneyWords(amountMinor, currency)).toBe(words);
});

it("knows that yen have no minor units", () => {
  expect([minorDigits("JPY"), minorDigits("EUR")]).toEqual([0, 2]);
});

it("says what a year saves, and nothing where it saves nothing", () => {
  expect(yearlySaving(prices, "USD")).toBe(12 * 999 - 9_900);
  expect(yearlySaving(prices, "JPY")).toBeNull();
  expect(yearlySaving(prices, "CHF")).toBeNull();
});

it("shows the currency asked for, else the one paid in before, else the first", () => {
  expect(listCurrencies(prices)).toEqual(["USD", "JPY"]);
  expect(chooseCurrency(prices, "JPY", "USD")).toBe("JPY");
  expect(chooseCurrency(prices, "XXX", "JPY")).toBe("JPY");
  expect(chooseCurrency(prices, ["USD", "JPY"], null)).toBe("USD");
});

it("offers visitors the trial, those who pay nothing the price, and members their own page", () => {
  const at = new Date("2026-12-01T00:00:00Z");
  expect(callToAction(null)).toBe("start-trial");
  expect(callToAction({ kind: "trialing", endsAt: at, daysLeft: 3 })).toBe("pay");
  expect(callToAction({ kind: "lapsed", endedAt: at })).toBe("pay");
  expect(callToAction({ kind: "cancelled", endsAt: at })).toBe("manage");
  expect(callToAction({ kind: "gifted", endsAt: at })).toBe("manage");
});

it("counts real titles by what their licence lets us print, and samples apart", () => {
  const title = { country: "GB", language: "en-GB", licence: "feed", isSample: false } as const;
  const count = countCatalogue([
    title,
    { ...title, country: "FR", language: "fr", licence: "headline" },
    { ...title, licence: "partner", isSample: true },
  ]);
  expect(count).toEqual({ titles: 2, countries: 2, languages: 2, byLicence: { partner: 0, feed: 1, headline: 1 }, samples: 1 });
});

it("counts samples where there is nothing else", () => {
  const sample = { country: "GB", language: "en", licence: "partner", isSample: true } as const;
  expect(countCatalogue([sample])).toMatchObject({ titles: 1, samples: 0 });
});

it("repeats no words of an address but its own", () => {
  expect(doneNotice("cancelled", "ada@example.com")).toBe("Cancelled. We have sent a receipt to ada@example.com.");
  expect([
    doneNotice("toString", "a@b.example"),
    doneNotice("<b>", "a@b.example"),
    errorNotice("constructor"),
    errorNotice(["invalid"]),
  ]).toEqual([null, null, null, null]);
});

it("knows a present that is ready from one that is open, and from none", () => {
  expect(giftState("", null).kind).toBe("no-code");
  expect(giftState("ABC", null).kind).toBe("unknown");
  expect(giftState("ABC", { months: 6, message: "", state: "redeemed" }).kind).toBe("redeemed");
  expect(redeemWords(giftState("ABC", { months: 12, message: "", state: "open" })).words).toMatch(/^A year of every title/);
});
