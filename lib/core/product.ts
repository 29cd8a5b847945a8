/** Brand, promise, trial and meter: the one place where the product's words and numbers are set. */
export const product = {
  name: "Broadsheet",
  promise: "Every title in one place. One membership.",
  wallPromise: "Read news from hundreds of titles, curated for you.",
  description: "News from trusted titles around the world in one paper, with one membership.",
  trialDays: 14,
  trialWords: "Fourteen days free",
  /** Articles a free account may open in full each month, once metering is on. */
  meterPerMonth: 8,
  /** What a membership costs where `PRICES` says nothing else, in minor units; the first is the one that is named in passing. */
  prices: [
    { plan: "monthly", currency: "USD", amountMinor: 999 },
    { plan: "yearly", currency: "USD", amountMinor: 9_900 },
    { plan: "monthly", currency: "EUR", amountMinor: 999 },
    { plan: "yearly", currency: "EUR", amountMinor: 9_900 },
    { plan: "monthly", currency: "GBP", amountMinor: 849 },
    { plan: "yearly", currency: "GBP", amountMinor: 8_400 },
    { plan: "monthly", currency: "INR", amountMinor: 29_900 },
    { plan: "yearly", currency: "INR", amountMinor: 299_000 },
  ],
  /** The front page visitors get when nothing else is known. */
  defaultEdition: "world",
  /** The language that edition is read in: a primary subtag of BCP 47. */
  editionLanguage: "en",
  contactEmail: "desk@broadsheet.example",
} as const;
