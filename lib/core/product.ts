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
  price: { amountMinor: 999, currency: "USD", per: "month" },
  /** The front page visitors get when nothing else is known. */
  defaultEdition: "world",
  /** The language that edition is read in: a primary subtag of BCP 47. */
  editionLanguage: "en",
  contactEmail: "desk@broadsheet.example",
} as const;
