import { type Arbitrary, constantFrom, date, integer, option, record } from "fast-check";
import { accessUntil } from "@/lib/billing/access-until";
import { addMonths } from "@/lib/billing/add-months";
import { advance } from "@/lib/billing/advance-books";
import { isAllowed, type MembershipCommand } from "@/lib/billing/allow-command";
import { nextCharge } from "@/lib/billing/next-charge";
import type { Books, BooksEvent, Subscription } from "@/lib/billing/types";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import type { Viewer } from "@/lib/entitlements/types";

/** One thing that a reader, their bank or time does. `hours` pass before it. */
export type Step = {
  act: "wait" | "join" | "cancel" | "undo-cancel" | "pause" | "resume" | "gift" | "end";
  hours: number;
  pays: boolean;
  months: number;
};

export const steps: Arbitrary<Step> = record({
  act: constantFrom("wait", "join", "cancel", "undo-cancel", "pause", "resume", "gift", "end"),
  hours: integer({ min: 0, max: 24 * 45 }),
  pays: constantFrom(true, true, false),
  months: integer({ min: 1, max: 3 }),
});

/** One charge, and whether the reader's last word was that there may be one. */
export type Charge = { at: Date; periodStart: Date; hasConsent: boolean; wasPaidUntil: Date | null };

export type World = { books: Books; now: Date; hasConsent: boolean; charges: Charge[] };

const epoch = new Date("2026-01-31T10:00:00Z");

/** A reader on the day of their sign-up. */
export const newWorld = (): World => ({
  books: advance({ trialEndsAt: null, subscription: null, giftUntil: null }, { kind: "trial-started", endsAt: addMs(epoch, 14 * dayMs) }),
  now: epoch,
  hasConsent: false,
  charges: [],
});

/** Lives through a step: first the hours before it, in which whatever the books allow is charged at its own instant. */
export function live(world: World, step: Step): World {
  return act(pass(world, addMs(world.now, step.hours * hourMs), step.pays), step);
}

function pass(world: World, until: Date, pays: boolean): World {
  let current = world;
  for (let turn = 0; turn < 100; turn += 1) {
    const due = nextCharge(current.books);
    if (!due || due.isRetry || due.at > until) break;
    current = pays ? charge({ ...current, now: due.at }) : apply({ ...current, now: due.at }, { kind: "payment-failed", since: due.at });
  }
  const retry = nextCharge(current.books);
  if (retry?.isRetry && addMs(retry.at, 7 * dayMs) <= until) {
    const paidUntil = current.books.subscription?.periodEnd ?? retry.at;
    current = apply(current, { kind: "ended", paidUntil });
    current = { ...current, hasConsent: false };
  }
  return { ...current, now: until };
}

function charge(world: World): World {
  const { books, now, hasConsent } = world;
  const made = { at: now, periodStart: now, hasConsent, wasPaidUntil: books.subscription?.periodEnd ?? null };
  const period = { periodStart: now, periodEnd: addMonths(now, 1) };
  const renewed = apply({ ...world, charges: [...world.charges, made] }, { kind: "renewed", ...period });
  return books.subscription?.state === "paused" ? apply(renewed, { kind: "resumed" }) : renewed;
}

function act(world: World, step: Step): World {
  const command = commandOf[step.act];
  if (command && !isAllowed(command, world.books, world.now)) return world;
  return acts[step.act](world, step);
}

const commandOf: Partial<Record<Step["act"], MembershipCommand>> = {
  join: "join",
  cancel: "cancel",
  "undo-cancel": "undo-cancel",
  pause: "pause",
  resume: "resume",
};

const paidUntil = ({ books, now }: World): Date => books.subscription?.periodEnd ?? now;

const acts: Record<Step["act"], (world: World, step: Step) => World> = {
  wait: (world) => world,
  join,
  cancel: (world) => ({ ...apply(world, { kind: "cancelled", at: world.now }), hasConsent: false }),
  "undo-cancel": (world) => ({ ...apply(world, { kind: "cancel-undone" }), hasConsent: true }),
  pause: (world, { months }) => apply(world, { kind: "paused", resumesAt: addMonths(paidUntil(world), months) }),
  // Resuming after the paid period would be a charge at once, which the provider makes: left to its own tests.
  resume: (world) => (paidUntil(world) > world.now ? apply(world, { kind: "resumed" }) : world),
  gift: (world, { months }) => apply(world, { kind: "gift-redeemed", months, at: world.now }),
  end: (world) => ({ ...apply(world, { kind: "ended", paidUntil: paidUntil(world) }), hasConsent: false }),
};

function join(world: World): World {
  const period = { periodStart: world.now, periodEnd: addMonths(world.now, 1) };
  const made = { at: world.now, periodStart: world.now, hasConsent: true, wasPaidUntil: null };
  const started: BooksEvent = { kind: "started", plan: "monthly", currency: "USD", amountMinor: 999, ...period };
  return apply({ ...world, hasConsent: true, charges: [...world.charges, made] }, started);
}

const apply = (world: World, event: BooksEvent): World => ({ ...world, books: advance(world.books, event) });

/** Whole time that is paid for or a present and not yet used, in milliseconds. */
export function unusedMs({ subscription, giftUntil }: Books, now: Date): number {
  const ends = [subscription?.periodEnd ?? now, giftUntil ?? now].map((end) => end.getTime() - now.getTime());
  return Math.max(0, ...ends);
}

/** The account as the wall sees it: what the store writes of the books, and nothing else. */
export const viewerOf = (books: Books): Viewer => ({
  kind: "account",
  userId: "reader",
  name: "Ada",
  email: "ada@example.com",
  isEmailVerified: true,
  role: "reader",
  publisherId: null,
  trialEndsAt: books.trialEndsAt,
  paidUntil: accessUntil(books),
  clockAheadSec: 0,
  meterReadIds: [],
  mutes: [],
});

const instant = date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
const maybe = option(instant, { nil: null });

/** Any books at all, sensible or not. */
export const anyBooks: Arbitrary<Books> = record({
  trialEndsAt: maybe,
  giftUntil: maybe,
  subscription: option(
    record<Subscription>({
      state: constantFrom("active", "past_due", "cancelled", "paused", "lapsed"),
      plan: constantFrom("monthly", "yearly", null),
      currency: constantFrom("USD", "EUR"),
      amountMinor: integer({ min: 1, max: 9_999 }),
      periodStart: instant,
      periodEnd: instant,
      pastDueSince: maybe,
      cancelledAt: maybe,
      resumesAt: maybe,
    }),
    { nil: null },
  ),
});

export const anyInstant = instant;
