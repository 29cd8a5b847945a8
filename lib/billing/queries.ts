import "server-only";
import { accountKey } from "@/lib/accounts/account-key";
import type { Viewer } from "@/lib/entitlements/types";
import { findGiftByCode } from "./gift-store";
import { listInvoiceLines } from "./invoice-store";
import { findMembership } from "./membership-store";
import { billingProvider, booksSecret, offeredPrices } from "./provider-gateway";
import { standingAt } from "./standing-at";
import { type GiftView, type MembershipView, type Price, RedeemForm } from "./types";

/** What is on offer, monthly first; the same for everyone. */
export function listPrices(): Price[] {
  return offeredPrices();
}

/** Whether the sandbox takes the payments. */
export function isSandbox(): boolean {
  return billingProvider().name === "sandbox";
}

/**
 * The membership of an account, as its own page shows it.
 *
 * @param viewer whoever is signed in
 * @param now the account's own clock, UTC
 */
export async function readMembership(viewer: Extract<Viewer, { kind: "account" }>, now: Date): Promise<MembershipView> {
  const record = await findMembership(viewer.userId);
  const books = record?.books ?? { trialEndsAt: viewer.trialEndsAt, subscription: null, giftUntil: null };
  const { subscription, giftUntil } = books;
  return {
    standing: standingAt(books, now),
    prices: listPrices(),
    plan: subscription?.plan ?? null,
    currency: subscription?.currency ?? null,
    invoices: await listInvoiceLines(accountKey(booksSecret(), viewer.userId)),
    isSandbox: isSandbox(),
    giftUntil: giftUntil && giftUntil > now ? giftUntil : null,
  };
}

/** What a code opens; null for one that opens nothing. Whoever has the code may see it. */
export async function readGift(code: unknown): Promise<GiftView | null> {
  const form = RedeemForm.safeParse({ code });
  return form.success ? findGiftByCode(form.data.code) : null;
}
