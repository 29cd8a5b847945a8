import { priceWords } from "@/components/trial/price-words";
import type { WallReason } from "@/lib/articles/types";
import { product } from "@/lib/core/product";

export type WallWords = { title: string; promise: string; gains: string[]; action: string; isForVisitors: boolean };

/**
 * What the wall says, by why the text stops.
 *
 * @param titleCount titles that one membership opens, from the catalogue
 */
export function wallWords(reason: WallReason, titleCount: number): WallWords {
  const titles = titleCount === 1 ? "one title" : `${titleCount} titles`;
  switch (reason) {
    case "sign-up":
      return {
        title: "Sign up to read this article",
        promise: product.wallPromise,
        gains: [`${upperFirst(titles)} in one place`, `${product.trialWords}, no card needed`, "No advertising and no trackers, ever"],
        action: `Start ${product.trialDays} days free`,
        isForVisitors: true,
      };
    case "membership":
      return {
        title: "Your trial is over. The paper is still here",
        promise: `This article is for members. One membership opens ${titles}.`,
        gains: [
          `${upperFirst(titles)} in one place, for ${priceWords()}`,
          "The original always one tap away",
          "No advertising and no trackers, ever",
        ],
        action: "Become a member",
        isForVisitors: false,
      };
    default:
      return reason satisfies never;
  }
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
