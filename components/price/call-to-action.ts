import type { Standing } from "@/lib/billing/types";

/** What the price page asks of whoever reads it. */
export type CallToAction = "start-trial" | "pay" | "manage";

/**
 * The one thing the price page offers: a trial to visitors, payment to those who do not pay, and their own page to
 * those who do or who read as somebody's guest.
 *
 * @param standing null for a visitor
 */
export function callToAction(standing: Standing | null): CallToAction {
  if (standing === null) return "start-trial";
  const isOnOffer = standing.kind === "free" || standing.kind === "trialing" || standing.kind === "lapsed";
  return isOnOffer ? "pay" : "manage";
}
