import { type Conn, db, type Tx } from "@/lib/platform/db";
import { accessUntil } from "./access-until";
import type { Books, Subscription } from "./types";

/** An account with its books, and what they are tied to at the provider. */
export type MembershipRecord = {
  userId: string;
  name: string;
  email: string;
  clockAheadSec: number;
  joinedAt: Date;
  /** Whether the mails of the first week may come. */
  wantsWelcomes: boolean;
  books: Books;
  customerId: string | null;
  subscriptionId: string | null;
  /** When the provider was last read. */
  readAt: Date | null;
};

const columns = {
  id: true,
  name: true,
  email: true,
  trialEndsAt: true,
  clockAheadSec: true,
  createdAt: true,
  welcomeMails: true,
  membership: true,
} as const;

/** The account's books; null when there is no such account. */
export async function findMembership(userId: string, conn: Conn = db): Promise<MembershipRecord | null> {
  const user = await conn.user.findUnique({ where: { id: userId }, select: columns });
  return user && toRecord(user);
}

/** The account that a provider's customer was bound to; null for a stranger. */
export async function findOwner(customerId: string, conn: Conn = db): Promise<string | null> {
  return (await conn.membership.findUnique({ where: { customerId }, select: { userId: true } }))?.userId ?? null;
}

/** Who stands at the provider under which name, and when that was read. */
export type ProviderTie = { provider: string; customerId: string; subscriptionId: string; readAt: Date };

/**
 * Writes an account's books and, in the same breath, until when they open everything: nothing else ever writes
 * `paid_until`.
 *
 * @param tie null leaves what the books are tied to as it is
 */
export async function saveBooks(userId: string, books: Books, tie: ProviderTie | null, tx: Tx): Promise<void> {
  const row = { ...subscriptionColumns(books.subscription), giftUntil: books.giftUntil, ...tie };
  await tx.membership.upsert({ where: { userId }, create: { userId, ...row }, update: row });
  await tx.user.update({ where: { id: userId }, data: { paidUntil: accessUntil(books) } });
}

const noSubscription = {
  state: "lapsed",
  plan: null,
  currency: null,
  amountMinor: null,
  periodStart: null,
  periodEnd: null,
  pastDueSince: null,
  cancelledAt: null,
  resumesAt: null,
} as const;

const subscriptionColumns = (subscription: Subscription | null) => subscription ?? noSubscription;

type Row = {
  id: string;
  name: string;
  email: string;
  trialEndsAt: Date | null;
  clockAheadSec: number;
  createdAt: Date;
  welcomeMails: boolean;
  membership:
    | (Subscription & { giftUntil: Date | null; customerId: string | null; subscriptionId: string | null; readAt: Date | null })
    | null;
};

function toRecord({ id, name, email, trialEndsAt, clockAheadSec, createdAt, welcomeMails, membership }: Row): MembershipRecord {
  const giftUntil = membership?.giftUntil ?? null;
  const books: Books = { trialEndsAt, giftUntil, subscription: membership && toSubscription(membership) };
  const { customerId = null, subscriptionId = null, readAt = null } = membership ?? {};
  const account = { userId: id, name, email, clockAheadSec, joinedAt: createdAt, wantsWelcomes: welcomeMails };
  return { ...account, books, customerId, subscriptionId, readAt };
}

/** A row that only holds a present has no period. */
function toSubscription(row: Subscription): Subscription | null {
  if (!row.periodEnd) return null;
  const { state, plan, currency, amountMinor, periodStart, periodEnd, pastDueSince, cancelledAt, resumesAt } = row;
  return { state, plan, currency, amountMinor, periodStart, periodEnd, pastDueSince, cancelledAt, resumesAt };
}
