import type { GiftView } from "@/lib/billing/types";

/** What is known of a present by its code. */
export type GiftState =
  | { kind: "no-code" }
  | { kind: "unknown" }
  | { kind: "redeemed" }
  | { kind: "ready"; months: number; message: string };

/**
 * What a page shows of a present.
 *
 * @param code what was asked for, "" for nothing
 * @param gift what the code opens, null for nothing
 */
export function giftState(code: string, gift: GiftView | null): GiftState {
  if (code === "") return { kind: "no-code" };
  if (!gift) return { kind: "unknown" };
  return gift.state === "redeemed" ? { kind: "redeemed" } : { kind: "ready", months: gift.months, message: gift.message };
}

/** What the page of a present says above everything else. */
export function redeemWords(gift: GiftState): { title: string; words: string } {
  switch (gift.kind) {
    case "no-code":
      return { title: "Open a present", words: "The code stands in the mail or on the card that came with it." };
    case "unknown":
      return { title: "No present has this code", words: "Look at it once more: it has letters and digits, and every one counts." };
    case "redeemed":
      return { title: "This present is open already", words: "Each opens once. If it was not you, ask whoever gave it to you." };
    case "ready":
      return {
        title: "A present for you",
        words: `${lengthWords(gift.months)} of every title, after whatever is open to you already. No card, and nothing to cancel.`,
      };
    default:
      return gift satisfies never;
  }
}

const knownLengths = new Map([
  [1, "One month"],
  [3, "Three months"],
  [6, "Six months"],
  [12, "A year"],
]);

/** How long a present lasts, as the beginning of a sentence: "A year", "Six months". */
export function lengthWords(months: number): string {
  return knownLengths.get(months) ?? `${months} months`;
}
