import { minorDigits } from "@/lib/core/money";
import { fewerThan } from "@/lib/partners/hide-few";
import { changeOf, completionOf, minutesOf } from "@/lib/partners/sum-figures";
import type { Figures } from "@/lib/partners/types";

const number = new Intl.NumberFormat("en");
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 0 });
const dayFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const longDayFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const countryNames = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** Stands in a table where the readers are too few to be told of; its caption says so. */
const few = "–";
export const fewNote = `– stands where there were fewer than ${fewerThan} readers`;

/** "1,204". */
export const countWords = (count: number): string => number.format(count);

/** "68%", or why it is not told. */
export function completionWords(figures: Pick<Figures, "reads" | "completed">): string {
  const part = completionOf(figures);
  if (part !== null) return percent.format(part);
  return figures.reads === 0 ? "–" : few;
}

/** "312", or why it is not told. */
export function minutesWords(figures: Pick<Figures, "reads" | "activeSec">): string {
  const minutes = minutesOf(figures);
  return minutes === null ? few : number.format(minutes);
}

/** "12% more than in the 28 days before". */
export function changeWords(now: number, before: number): string {
  const change = changeOf(now, before);
  if (change === null) return "nothing to compare with yet";
  if (Math.abs(change) < 0.005) return "as in the 28 days before";
  return `${percent.format(Math.abs(change))} ${change > 0 ? "more" : "less"} than in the 28 days before`;
}

/** "3 Nov" of "2026-11-03". */
export const dayWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`));

/** "Tue, 3 November 2026" of "2026-11-03". */
export const longDayWords = (day: string): string => longDayFormat.format(new Date(`${day}T00:00:00Z`));

/** An amount with all its digits, so that sums stand under each other: "$4.00". @param amountMinor minor units of the currency */
export const exactMoney = (amountMinor: number, currency: string): string =>
  new Intl.NumberFormat("en", { style: "currency", currency }).format(amountMinor / 10 ** minorDigits(currency));

/** "Austria" of "AT". */
export const countryWords = (code: string): string => countryNames.of(code) ?? code;
