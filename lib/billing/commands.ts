import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { requireAccount, requireSameSite, requireStepUp } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import type { Viewer } from "@/lib/entitlements/types";
import { addMonths } from "./add-months";
import { isAllowed, type MembershipCommand } from "./allow-command";
import { type Ask, changeMembership, clearWay, findMember, type Member, settleMember } from "./change-store";
import { openCheckout, settleCheckout } from "./checkout-store";
import { giftCode } from "./gift-code";
import { findPaidGift, insertGift, noteGiftSession, redeemGiftCode } from "./gift-store";
import { findPrice, giftPrice } from "./prices";
import { recordReason } from "./reason-store";
import type { Terms } from "./settle-store";
import { standingAt } from "./standing-at";
import { billingTerms, ownAddress } from "./terms-gateway";
import {
  CancelForm,
  type CancelReceipt,
  CheckoutForm,
  type CheckoutReturn,
  GiftForm,
  type MembershipError,
  NoForm,
  PauseForm,
  PlanForm,
  RedeemForm,
  SessionId,
  type Standing,
} from "./types";

type Account = Extract<Viewer, { kind: "account" }>;
type Entered<Form> = { viewer: Account; form: Form; terms: Terms };
type Answer<T> = Promise<Result<T, MembershipError>>;

/** Sends a reader who is no member to the provider's page to pay for a plan. Nothing is open until that page says it is paid. */
export async function startCheckout(input: unknown): Answer<{ url: string }> {
  const entered = await enter(CheckoutForm, input, "account");
  if (!entered.ok) return entered;
  const { viewer, form, terms } = entered.value;
  const price = findPrice(terms.prices, form.plan, form.currency);
  if (!price) return err({ kind: "invalid", fields: { plan: "This plan is not on offer." } });
  const member = await findMember(viewer.userId, terms);
  if (!member) return err({ kind: "sign-in" });
  if (!isAllowed("join", member.books, member.now)) return err({ kind: "not-now" });
  const cleared = await clearWay(member, terms);
  if (!cleared.ok) return cleared;
  const { userId, email, customerId } = cleared.value;
  const pages = { successUrl: ownAddress("/membership/return?session_id={CHECKOUT_SESSION_ID}"), cancelUrl: ownAddress("/price") };
  const opened = await openCheckout({ userId, email, customerId, price, ...pages }, terms);
  if (!opened.ok) return err({ kind: opened.error.kind === "unavailable" ? "unavailable" : "not-now" });
  return ok({ url: opened.value.url });
}

/**
 * What became of a checkout, on the reader's return. The address grants nothing: the provider is asked, and what it
 * says is written as a webhook's would be. Read by a page that another site leads to, so it asks for no proof of origin.
 */
export async function finishCheckout(sessionId: unknown): Answer<CheckoutReturn> {
  const viewer = await requireAccount();
  if (!viewer) return err({ kind: "sign-in" });
  const asked = SessionId.safeParse(sessionId);
  if (!asked.success) return err({ kind: "invalid", fields: {} });
  const terms = billingTerms(new Date());
  const settled = await settleCheckout(asked.data, terms);
  if (!settled.ok) return err({ kind: settled.error.kind === "unavailable" ? "unavailable" : "not-now" });
  const checkout = settled.value;
  if (checkout.kind === "foreign" || checkout.userId !== viewer.userId) return err({ kind: "not-now" });
  if (checkout.kind === "unpaid") return ok({ kind: "pending" });
  if (checkout.kind === "membership") {
    const member = await findMember(viewer.userId, terms);
    return member ? ok({ kind: "membership", standing: standingAt(member.books, member.now) }) : err({ kind: "sign-in" });
  }
  const gift = await findPaidGift(checkout.giftId, viewer.userId, terms.secret);
  if (!gift) return err({ kind: "not-now" });
  const { months, recipientEmail } = gift;
  return ok({ kind: "gift", code: giftCode(terms.secret, gift.id), months, recipientEmail });
}

/** Ends a membership with what is paid for; where nothing is, at once. A receipt goes out by mail. */
export async function cancelMembership(input: unknown): Answer<CancelReceipt> {
  const entered = await enter(CancelForm, input, "account");
  if (!entered.ok) return entered;
  const { viewer, form, terms } = entered.value;
  const { provider } = terms;
  const changed = await changeMembership(viewer.userId, "cancel", () => (id, key) => provider.cancelAtPeriodEnd(id, key), terms);
  if (!changed.ok) return changed;
  const { books, now, subscriptionId } = changed.value;
  if (form.reason) await recordReason(viewer.userId, form.reason, { secret: terms.secret, subscriptionId, now });
  const standing = standingAt(books, now);
  const endsAt = standing.kind === "cancelled" || standing.kind === "gifted" || standing.kind === "trialing" ? standing.endsAt : now;
  return ok({ endsAt, mailedTo: changed.value.email });
}

/** Keeps a membership that was cancelled and has not ended. */
export function undoCancel(): Answer<Standing> {
  return change(
    NoForm,
    {},
    "undo-cancel",
    ({ terms }) =>
      (id, key) =>
        terms.provider.undoCancel(id, key),
  );
}

/** Charges nothing for one to three months after what is paid for; then it goes on by itself. */
export function pauseMembership(input: unknown): Answer<Standing> {
  return change(PauseForm, input, "pause", ({ form, terms }, { books }) => {
    const paidUntil = books.subscription?.periodEnd;
    return paidUntil ? (id, key) => terms.provider.pause(id, addMonths(paidUntil, form.months), key) : null;
  });
}

/** Ends a pause; one that has begun is followed by a paid period at once. */
export function resumeMembership(): Answer<Standing> {
  return change(
    NoForm,
    {},
    "resume",
    ({ terms }) =>
      (id, key) =>
        terms.provider.resume(id, key),
  );
}

/** Changes a membership to the other plan in its own currency. Wants a fresh proof of who asks. */
export function changePlan(input: unknown): Answer<Standing> {
  const ask: AskFor<z.infer<typeof PlanForm>> = ({ form, terms }, { books }) => {
    const price = findPrice(terms.prices, form.plan, books.subscription?.currency ?? "");
    if (!price || books.subscription?.plan === form.plan) return null;
    return (id, key) => terms.provider.changePlan(id, price, key);
  };
  return change(PlanForm, input, "change-plan", ask, "step-up");
}

/** The provider's own page for cards and invoices. Wants a fresh proof of who asks. */
export async function openPortal(): Answer<{ url: string }> {
  const entered = await enter(NoForm, {}, "step-up");
  if (!entered.ok) return entered;
  const { viewer, terms } = entered.value;
  const member = await findMember(viewer.userId, terms);
  if (!member?.customerId) return err({ kind: "not-now" });
  const opened = await terms.provider.openPortal(member.customerId, ownAddress("/membership"));
  return opened.ok ? opened : err({ kind: opened.error.kind === "unavailable" ? "unavailable" : "not-now" });
}

/** Sends a reader to the provider's page to pay for months of someone else's reading. */
export async function buyGift(input: unknown): Answer<{ url: string }> {
  const entered = await enter(GiftForm, input, "account");
  if (!entered.ok) return entered;
  const { viewer, form, terms } = entered.value;
  const price = giftPrice(terms.prices, form.months, form.currency);
  if (!price) return err({ kind: "invalid", fields: { currency: "There are no prices in this currency." } });
  const member = await findMember(viewer.userId, terms);
  if (!member) return err({ kind: "sign-in" });
  const { months, message, recipientEmail = null } = form;
  const id = randomUUID();
  const { userId, email, customerId } = member;
  await insertGift({ id, giverId: userId, price, months, recipientEmail, message, provider: terms.provider.name }, terms.secret, terms.now);
  const pages = {
    successUrl: ownAddress("/gift-membership/return?session_id={CHECKOUT_SESSION_ID}"),
    cancelUrl: ownAddress("/gift-membership"),
  };
  const opened = await terms.provider.startCheckout({ kind: "gift", attemptId: id, userId, email, customerId, price, months, ...pages });
  if (!opened.ok) return err({ kind: opened.error.kind === "unavailable" ? "unavailable" : "not-now" });
  await noteGiftSession(id, opened.value.sessionId);
  return ok({ url: opened.value.url });
}

/** Opens a present: its months come after everything that is open already, so none of them is lost. */
export async function redeemGift(input: unknown): Answer<Standing> {
  const entered = await enter(RedeemForm, input, "account");
  if (!entered.ok) return entered;
  const { viewer, form, terms } = entered.value;
  const books = await redeemGiftCode(form.code, viewer.userId, terms);
  if (!books) return err({ kind: "invalid", fields: { code: "This code opens nothing, or was used already." } });
  const member = await findMember(viewer.userId, terms);
  return member ? ok(standingAt(books, member.now)) : err({ kind: "sign-in" });
}

/**
 * Ends whatever the provider would still charge, at once: the first step of erasing an account, which must not go on
 * before this has worked. Wants a fresh proof of who asks.
 */
export async function endForErasure(): Answer<void> {
  const entered = await enter(NoForm, {}, "step-up");
  if (!entered.ok) return entered;
  const { viewer, terms } = entered.value;
  const member = await findMember(viewer.userId, terms);
  if (!member?.subscriptionId || member.books.subscription?.state === "lapsed") return ok(undefined);
  const ended = await terms.provider.end(member.subscriptionId, `erase-${member.subscriptionId}`);
  if (!ended.ok && ended.error.kind !== "not-found") return err({ kind: "unavailable" });
  const settled = await settleMember(member, terms);
  return settled.ok ? ok(undefined) : settled;
}

type AskFor<Form> = (entered: Entered<Form>, member: Member) => Ask | null;

/** One change of a running membership: guard, form, the books' rule, the provider, and what it then says. */
async function change<Form>(
  schema: z.ZodType<Form>,
  input: unknown,
  command: MembershipCommand,
  ask: AskFor<Form>,
  proof: "account" | "step-up" = "account",
): Answer<Standing> {
  const entered = await enter(schema, input, proof);
  if (!entered.ok) return entered;
  const { viewer, terms } = entered.value;
  const changed = await changeMembership(viewer.userId, command, (member) => ask(entered.value, member), terms);
  return changed.ok ? ok(standingAt(changed.value.books, changed.value.now)) : changed;
}

async function enter<Form>(schema: z.ZodType<Form>, input: unknown, proof: "account" | "step-up"): Answer<Entered<Form>> {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const viewer = await admit(proof);
  if (!viewer.ok) return viewer;
  const form = schema.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  return ok({ viewer: viewer.value, form: form.data, terms: billingTerms(new Date()) });
}

async function admit(proof: "account" | "step-up"): Answer<Account> {
  if (proof === "step-up") return requireStepUp();
  const viewer = await requireAccount();
  return viewer ? ok(viewer) : err({ kind: "sign-in" });
}

const fieldWords = (issues: { path: PropertyKey[]; message: string }[]): Record<string, string> =>
  Object.fromEntries(issues.map((issue) => [String(issue.path[0] ?? "form"), issue.message]));
