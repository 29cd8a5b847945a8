import { addMs, dayMs } from "@/lib/core/clock";
import { latest } from "./access-until";
import { addMonths } from "./add-months";
import type { Books, BooksEvent, Subscription } from "./types";

type Paid = { periodStart: Date; periodEnd: Date };

/**
 * The books after an event. Total: an event that makes no sense as they stand changes nothing. Time is no event:
 * what it does is `standingAt`'s to say.
 *
 * Days that are a present are used only when nothing else is paid for: each newly paid period moves what is left of
 * them behind itself, and so do days left of an earlier subscription.
 */
export function advance(books: Books, event: BooksEvent): Books {
  switch (event.kind) {
    case "trial-started":
      return books.trialEndsAt ? books : { ...books, trialEndsAt: event.endsAt };
    case "started":
      return start(books, event);
    case "renewed":
      return renew(books, event);
    case "gift-redeemed":
      return { ...books, giftUntil: addMonths(giftStart(books, event.at), event.months) };
    case "credited":
      return { ...books, giftUntil: addMs(giftStart(books, event.at), event.ms) };
    case "granted":
      return { ...books, giftUntil: addMs(giftStart(books, event.at), event.days * dayMs) };
    default: {
      const subscription = books.subscription && changeSubscription(books.subscription, event);
      return { ...books, subscription };
    }
  }
}

function start(books: Books, { kind: _kind, ...paid }: Extract<BooksEvent, { kind: "started" }>): Books {
  const left = latest(books.giftUntil, books.subscription?.periodEnd ?? null);
  const subscription: Subscription = { state: "active", ...paid, pastDueSince: null, cancelledAt: null, resumesAt: null };
  return { ...books, subscription, giftUntil: moveBehind(left, paid.periodStart, paid) ?? books.giftUntil };
}

function renew(books: Books, { periodStart, periodEnd }: Extract<BooksEvent, { kind: "renewed" }>): Books {
  const before = books.subscription;
  if (!before || before.state === "lapsed") return books;
  // Periods of an active membership have no gaps between them, even where one was never told to us.
  const usedFrom = before.state === "active" ? before.periodEnd : latest(before.periodEnd, periodStart);
  const giftUntil = moveBehind(books.giftUntil, usedFrom ?? periodStart, { periodStart, periodEnd }) ?? books.giftUntil;
  return { ...books, subscription: { ...before, periodStart, periodEnd }, giftUntil };
}

/** The end of days that begin at `usedFrom` once a paid period goes before them; null where none are left. */
function moveBehind(until: Date | null, usedFrom: Date, paid: Paid): Date | null {
  const leftMs = until ? until.getTime() - usedFrom.getTime() : 0;
  return leftMs > 0 ? addMs(paid.periodEnd, leftMs) : null;
}

/** A present begins after everything that is open already. */
function giftStart({ trialEndsAt, subscription, giftUntil }: Books, at: Date): Date {
  const paidUntil = subscription?.periodEnd ?? null;
  return [trialEndsAt, paidUntil, giftUntil].reduce<Date>((start, end) => (end && end > start ? end : start), at);
}

type Change = Exclude<BooksEvent, { kind: "trial-started" | "started" | "renewed" | "gift-redeemed" | "credited" | "granted" }>;

function changeSubscription(before: Subscription, event: Change): Subscription {
  if (before.state === "lapsed") return before;
  switch (event.kind) {
    case "plan-changed":
      return { ...before, plan: event.plan, currency: event.currency, amountMinor: event.amountMinor };
    case "payment-failed":
      return { ...before, state: stateAfter(before.state, owing), pastDueSince: event.since, resumesAt: null };
    case "payment-mended":
      return { ...before, state: stateAfter(before.state, mended), pastDueSince: null };
    case "cancelled":
      return { ...before, state: "cancelled", cancelledAt: event.at, resumesAt: null };
    case "cancel-undone":
      return before.state === "cancelled" ? undoCancel(before) : before;
    case "paused":
      return canPause.has(before.state) ? { ...before, state: "paused", resumesAt: event.resumesAt } : before;
    case "resumed":
      return { ...before, state: stateAfter(before.state, resumed), resumesAt: null };
    case "ended":
      return { ...before, state: "lapsed", periodEnd: event.paidUntil, pastDueSince: null, resumesAt: null };
    default:
      return event satisfies never;
  }
}

type State = Subscription["state"];
type Moves = Partial<Record<State, State>>;

const owing: Moves = { active: "past_due", paused: "past_due" };
const mended: Moves = { past_due: "active" };
const resumed: Moves = { paused: "active" };
const canPause: ReadonlySet<State> = new Set(["active", "paused"]);

const stateAfter = (state: State, moves: Moves): State => moves[state] ?? state;

const undoCancel = (before: Subscription): Subscription => ({
  ...before,
  state: before.pastDueSince ? "past_due" : "active",
  cancelledAt: null,
});
