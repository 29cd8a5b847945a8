import { accountKey } from "@/lib/accounts/account-key";
import { addMs, secondMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { writeBooks } from "./books-store";
import { giftCode } from "./gift-code";
import { lockAccount } from "./lock-store";
import { findMembership } from "./membership-store";
import type { Books, GiftView, Price } from "./types";

/** A present that is about to be paid. */
export type GiftDraft = {
  id: string;
  giverId: string;
  price: Price;
  months: number;
  recipientEmail: string | null;
  message: string;
  provider: string;
};

/** Writes down a present before its giver goes to pay. */
export async function insertGift(draft: GiftDraft, secret: string, now: Date, conn: Conn = db): Promise<void> {
  const { id, giverId, price, ...rest } = draft;
  const codeHash = sha256Hex(giftCode(secret, id));
  const { currency, amountMinor } = price;
  await conn.giftMembership.create({
    data: { id, codeHash, giverKey: accountKey(secret, giverId), currency, amountMinor, createdAt: now, ...rest },
  });
}

/** Ties a present to the provider's checkout. */
export async function noteGiftSession(giftId: string, sessionId: string, conn: Conn = db): Promise<void> {
  await conn.giftMembership.update({ where: { id: giftId }, data: { sessionId } });
}

/** A present as mails and pages of its giver need it. */
export type PaidGift = { id: string; months: number; recipientEmail: string | null; message: string };

/**
 * Marks a present as paid, once, and has its code sent.
 *
 * @returns null when this account bought no such present
 */
export function settleGift(giftId: string, giverId: string, terms: { secret: string; now: Date }): Promise<PaidGift | null> {
  return inTransaction(async (tx) => {
    const own = { id: giftId, giverKey: accountKey(terms.secret, giverId) };
    const paid = await tx.giftMembership.updateMany({ where: { ...own, state: "unpaid" }, data: { state: "paid", paidAt: terms.now } });
    const gift = await findGift(own, tx);
    if (paid.count === 0 || !gift) return gift;
    const readers = gift.recipientEmail === null ? ["giver"] : ["giver", "recipient"];
    for (const to of readers) await enqueue({ name: "mail.gift", data: { giftId, giverId, to }, key: `${giftId} ${to}` }, tx);
    return gift;
  });
}

/**
 * Checkouts of presents begun since then of which nobody has told that they were paid, newest first: most were left.
 *
 * @param provider whose checkouts
 */
export async function listUntoldGiftSessions(provider: string, since: Date, take: number, conn: Conn = db): Promise<string[]> {
  const rows = await conn.giftMembership.findMany({
    where: { provider, state: "unpaid", sessionId: { not: null }, createdAt: { gte: since } },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: { sessionId: true },
    take,
  });
  return rows.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]));
}

/** The present that this account paid for; null where there is none. */
export function findPaidGift(giftId: string, giverId: string, secret: string, conn: Conn = db): Promise<PaidGift | null> {
  return findGift({ id: giftId, giverKey: accountKey(secret, giverId) }, conn);
}

function findGift(own: { id: string; giverKey: string }, conn: Conn): Promise<PaidGift | null> {
  const select = { id: true, months: true, recipientEmail: true, message: true } as const;
  return conn.giftMembership.findFirst({ where: { ...own, state: { not: "unpaid" } }, select });
}

/** What a code opens; null for a code that opens nothing. */
export async function findGiftByCode(code: string, conn: Conn = db): Promise<GiftView | null> {
  const select = { months: true, message: true, state: true } as const;
  const gift = await conn.giftMembership.findUnique({ where: { codeHash: sha256Hex(code) }, select });
  if (!gift || gift.state === "unpaid") return null;
  return { months: gift.months, message: gift.message, state: gift.state === "paid" ? "open" : "redeemed" };
}

/**
 * Opens a present for an account: its months come after everything that is open already.
 *
 * @returns the books as they stand now; null when the code opens nothing, or was used
 */
export function redeemGiftCode(code: string, userId: string, terms: { secret: string; now: Date }): Promise<Books | null> {
  const { secret } = terms;
  return inTransaction(async (tx) => {
    await lockAccount(userId, tx);
    const record = await findMembership(userId, tx);
    if (!record) return null;
    const now = addMs(terms.now, record.clockAheadSec * secondMs);
    const redeemed = { state: "redeemed", redeemedAt: terms.now, redeemedByKey: accountKey(secret, userId) };
    const [gift] = await tx.giftMembership.updateManyAndReturn({
      where: { codeHash: sha256Hex(code), state: "paid" },
      data: redeemed,
      select: { id: true, months: true },
    });
    if (!gift) return null;
    const changes = [{ kind: "gift-redeemed" as const, months: gift.months, at: now }];
    return writeBooks(record, { changes, cause: `gift:${gift.id}`, now, tie: null, secret }, tx);
  });
}
