import type { WallReason } from "@/lib/articles/types";
import { product } from "@/lib/core/product";

/** Where the wall's main way leads: to an account, to the price, or to spending one of the month's free articles. */
export type WallWay = "sign-up" | "price" | "meter";

export type WallWords = { title: string; promise: string; gains: string[]; action: string; way: WallWay };

/** What the words depend on besides the reason. */
export type WallFacts = {
  /** Titles that one membership opens, from the catalogue. */
  titleCount: number;
  /** Free articles left this month; 0 where there is no meter. */
  meterLeft: number;
};

/** What the wall says, by why the text stops. */
export function wallWords(reason: WallReason, { titleCount, meterLeft }: WallFacts): WallWords {
  const titles = titleCount === 1 ? "one title" : `${titleCount} titles`;
  const gains = [`${upperFirst(titles)} in one place`, ...promises];
  switch (reason) {
    case "sign-up":
      return {
        title: "Sign up to read this article",
        promise: product.wallPromise,
        gains: [`${upperFirst(titles)} in one place`, `${product.trialWords}, no card needed`, "No advertising and no trackers, ever"],
        action: `Start ${product.trialDays} days free`,
        way: "sign-up",
      };
    case "membership":
      return {
        title: "This article is for members",
        promise: `One membership opens ${titles}.`,
        gains,
        action: "Become a member",
        way: "price",
      };
    case "meter":
      return {
        title: meterTitle(meterLeft),
        promise: `A free account opens ${product.meterPerMonth} articles a month. What you have opened stays open.`,
        gains: [],
        action: "Read this article",
        way: "meter",
      };
    case "meter-used":
      return {
        title: `You have read your ${product.meterPerMonth} free articles this month`,
        promise: `There are ${product.meterPerMonth} new ones on the first. A membership opens ${titles} today.`,
        gains,
        action: "Become a member",
        way: "price",
      };
    default:
      return reason satisfies never;
  }
}

const promises = ["The original always one tap away", "No advertising and no trackers, ever"];

const meterTitle = (left: number): string => (left === 1 ? "Your last free article this month" : `${left} free articles left this month`);

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
