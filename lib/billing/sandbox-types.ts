import { z } from "zod";
import type { Plan } from "./types";

/** What a test card does when it is charged without its owner: it pays, or it fails. */
export type SandboxCard = "pays" | "fails-later";

/** A subscription as the sandbox keeps it. Instants are those of its customer's clock. */
export type SandboxSubscription = {
  id: string;
  customerId: string;
  /** `paused` only once the paid period is over; until then a pause is no more than `resumesAt`. */
  status: "active" | "past_due" | "paused" | "ended";
  plan: Plan;
  currency: string;
  /** Minor units for one period of the plan. */
  amountMinor: number;
  /** The plan that the running period was paid as. */
  paidPlan: Plan;
  /** 1 to 31. */
  anchorDay: number;
  /** The last period that is paid for. */
  periodStart: Date;
  periodEnd: Date;
  /** Ends with the period. */
  isEnding: boolean;
  pastDueSince: Date | null;
  /** Charges that failed since then. */
  failures: number;
  resumesAt: Date | null;
  endedAt: Date | null;
};

type Charge = { at: Date; amountMinor: number; periodStart: Date; periodEnd: Date };

/** What a change or the passing of time brought about, each at its own instant. */
export type SandboxEffect =
  | ({ kind: "invoice-paid" } & Charge)
  /** The first failure opens an invoice, later ones are about the same. */
  | ({ kind: "payment-failed" } & Charge)
  | { kind: "invoice-voided"; at: Date }
  | { kind: "subscription-changed"; at: Date }
  | { kind: "subscription-ended"; at: Date };

/** A subscription after a change, and what came of it in order. */
export type SandboxOutcome = { subscription: SandboxSubscription; effects: SandboxEffect[] };

export type SandboxEventType =
  | "checkout.session.completed"
  | "customer.subscription.created"
  | "customer.subscription.updated"
  | "customer.subscription.deleted"
  | "invoice.paid"
  | "invoice.payment_failed"
  | "invoice.voided"
  | "charge.refunded";

/** The body of a webhook, as it goes over the wire. `created`: seconds since 1970. */
export const SandboxEventBody = z.object({
  id: z.string().min(1).max(100),
  type: z.string().min(1).max(100),
  created: z.number().int(),
  livemode: z.boolean(),
  data: z.object({ customer: z.string().nullable(), subscription: z.string().nullable(), session: z.string().nullable() }),
});
export type SandboxEventBody = z.infer<typeof SandboxEventBody>;

/** The card form of the checkout and the portal. Nothing of it is kept but the last four digits. */
export const SandboxCardForm = z.strictObject({
  number: z.string().max(40),
  expiry: z.string().max(10),
  cvc: z.string().max(6),
});
export type SandboxCardForm = z.infer<typeof SandboxCardForm>;

/** Why a payment page did not go on; `declined` and those after it are about the card. */
export type SandboxFault =
  | "gone"
  | "already-a-member"
  | "declined"
  | "not-a-test-card"
  | "bad-expiry"
  | "bad-cvc"
  | "not-confirmed"
  | "refused";

/** Steps that an account's clock can be moved by. */
export const ClockStep = z.enum(["day", "three-days", "eleven-days", "month", "next-event"]);
export type ClockStep = z.infer<typeof ClockStep>;

/** What a checkout page shows; its addresses are paths of ours once a page has them. */
export type SandboxCheckoutView = {
  id: string;
  kind: "membership" | "gift";
  state: "open" | "confirming" | "paid" | "expired";
  plan: Plan;
  currency: string;
  amountMinor: number;
  months: number;
  successUrl: string;
  cancelUrl: string;
};

export type SandboxInvoiceView = {
  id: string;
  number: string;
  status: "paid" | "open" | "void" | "refunded";
  amountMinor: number;
  currency: string;
  periodStart: Date | null;
  periodEnd: Date | null;
  issuedAt: Date;
  paidAt: Date | null;
};

/** What a portal page shows. */
export type SandboxPortalView = {
  id: string;
  returnUrl: string;
  cardLast4: string | null;
  subscription: SandboxSubscription | null;
  invoices: SandboxInvoiceView[];
};

/** What the clock page shows of one account. */
export type SandboxClockView = {
  /** On the account's own clock. */
  now: Date;
  aheadSec: number;
  next: { at: Date; words: string } | null;
  events: { id: string; type: string; at: Date; tries: number; isDelivered: boolean }[];
};
