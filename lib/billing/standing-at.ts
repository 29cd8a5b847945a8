import { dayMs } from "@/lib/core/clock";
import { accessUntil, latest, subscriptionUntil } from "./access-until";
import type { Books, Standing, Subscription } from "./types";

/**
 * Where an account stands at an instant. Total: every state of the books has an answer, and what the books no longer
 * open is free or lapsed. Days that are a present come after those that are paid for, so the dates of a membership
 * that ends say the later of both.
 *
 * @param now the account's own clock, UTC
 */
export function standingAt(books: Books, now: Date): Standing {
  const member = books.subscription && memberStanding(books.subscription, latest(books.giftUntil, books.trialEndsAt), now);
  if (member) return member;
  if (books.giftUntil && books.giftUntil > now) return { kind: "gifted", endsAt: books.giftUntil };
  if (books.trialEndsAt && books.trialEndsAt > now) {
    const daysLeft = Math.ceil((books.trialEndsAt.getTime() - now.getTime()) / dayMs);
    return { kind: "trialing", endsAt: books.trialEndsAt, daysLeft };
  }
  const endedAt = accessUntil(books);
  return endedAt ? { kind: "lapsed", endedAt } : { kind: "free", hadTrial: books.trialEndsAt !== null };
}

/** Whether a standing opens everything; the same answer as the wall gives for the books it came from. */
export function isOpen(standing: Standing, now: Date): boolean {
  switch (standing.kind) {
    case "free":
    case "lapsed":
      return false;
    case "paused":
      return standing.openUntil > now;
    case "trialing":
    case "active":
    case "gifted":
    case "past_due":
    case "cancelled":
      return true;
    default:
      return standing satisfies never;
  }
}

/** The standing of a subscription that is going on; null for one that is over. `otherwiseUntil`: what is open without it. */
function memberStanding(subscription: Subscription, otherwiseUntil: Date | null, now: Date): Standing | null {
  const paidUntil = subscriptionUntil(subscription);
  const openUntil = latest(paidUntil, otherwiseUntil);
  if (!paidUntil || !openUntil) return null;
  if (subscription.state === "paused") return pausedStanding(subscription.resumesAt, openUntil, now);
  return paidUntil > now ? paidStanding(subscription, subscription.state, { paidUntil, openUntil }) : null;
}

function pausedStanding(resumesAt: Date | null, openUntil: Date, now: Date): Standing | null {
  if (resumesAt && (resumesAt > now || openUntil > now)) return { kind: "paused", openUntil, resumesAt };
  return openUntil > now ? { kind: "cancelled", endsAt: openUntil } : null;
}

function paidStanding(
  { plan, currency, amountMinor, periodEnd }: Subscription,
  state: Exclude<Subscription["state"], "paused">,
  { paidUntil, openUntil }: { paidUntil: Date; openUntil: Date },
): Standing {
  const charge = { amountMinor: amountMinor ?? 0, currency: currency ?? "USD" };
  switch (state) {
    case "active":
      return { kind: "active", plan: plan ?? "monthly", renewsAt: periodEnd ?? paidUntil, ...charge };
    case "past_due":
      return { kind: "past_due", graceEndsAt: paidUntil, ...charge };
    case "cancelled":
    case "lapsed":
      return { kind: "cancelled", endsAt: openUntil };
    default:
      return state satisfies never;
  }
}
