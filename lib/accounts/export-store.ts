import { product } from "@/lib/core/product";
import { type Conn, db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/prisma/generated/client";
import { accountKey } from "./account-key";

/** Far above what one person can have; a bound nevertheless. */
const take = 100_000;

/** Whose data: everything in the database is found by one of these. */
type Whose = { userId: string; email: string; accountKey: string };

/** The headline and the address of an article that somebody opened or gave away. */
const article = { select: { headline: true, slug: true, publisher: { select: { name: true } } } } satisfies Prisma.ArticleDefaultArgs;

/**
 * Every table that holds something of a person, and what of it they get: all but what would open an account or has no
 * meaning outside, such as digests. A test compares the names with the database's own list of tables.
 */
const parts = {
  user: ({ userId }, conn) => conn.user.findUnique({ where: { id: userId } }),
  account: ({ userId }, conn) =>
    conn.account.findMany({ where: { userId }, omit: { password: true, accessToken: true, refreshToken: true, idToken: true }, take }),
  session: ({ userId }, conn) => conn.session.findMany({ where: { userId }, omit: { token: true }, take }),
  two_factor: ({ userId }, conn) => conn.twoFactor.findMany({ where: { userId }, omit: { secret: true, backupCodes: true }, take }),
  passkey: ({ userId }, conn) => conn.passkey.findMany({ where: { userId }, omit: { publicKey: true }, take }),
  known_device: ({ userId }, conn) => conn.knownDevice.findMany({ where: { userId }, omit: { deviceHash: true }, take }),
  mail_proof: ({ userId, email }, conn) =>
    conn.mailProof.findMany({ where: { OR: [{ userId }, { email }] }, omit: { tokenHash: true, codeDigest: true }, take }),
  membership: ({ userId }, conn) => conn.membership.findUnique({ where: { userId } }),
  membership_event: ({ accountKey: key }, conn) => conn.membershipEvent.findMany({ where: { accountKey: key }, take }),
  membership_notice: ({ userId }, conn) => conn.membershipNotice.findMany({ where: { userId }, take }),
  payout_charge: ({ accountKey: key }, conn) => conn.payoutCharge.findMany({ where: { accountKey: key }, take }),
  receipt: ({ accountKey: key }, conn) => conn.receipt.findMany({ where: { accountKey: key }, take }),
  receipt_reader: async ({ userId }, conn) => {
    const readers = await conn.receiptReader.findMany({ where: { userId }, take });
    const reads = await conn.receiptRead.findMany({ where: { receiptId: { in: readers.map(({ receiptId }) => receiptId) } }, take });
    return readers.map((reader) => ({ ...reader, reads: reads.filter(({ receiptId }) => receiptId === reader.receiptId) }));
  },
  ledger_transfer: async ({ accountKey: key }, conn) => {
    const transfers = await conn.ledgerTransfer.findMany({ where: { accountKey: key }, take });
    const entries = await conn.ledgerEntry.findMany({ where: { transferId: { in: transfers.map(({ id }) => id) } }, take });
    return transfers.map((transfer) => ({ ...transfer, entries: entries.filter(({ transferId }) => transferId === transfer.id) }));
  },
  taken_back: ({ userId }, conn) => conn.takenBack.findMany({ where: { userId }, include: { article }, take }),
  invoice: ({ accountKey: key }, conn) => conn.invoice.findMany({ where: { accountKey: key }, take }),
  checkout_attempt: ({ userId }, conn) => conn.checkoutAttempt.findMany({ where: { userId }, take }),
  gift_membership: ({ accountKey: key, email }, conn) =>
    conn.giftMembership.findMany({
      where: { OR: [{ giverKey: key }, { redeemedByKey: key }, { recipientEmail: email }] },
      omit: { codeHash: true },
      take,
    }),
  meter_read: ({ userId }, conn) => conn.meterRead.findMany({ where: { userId }, include: { article }, take }),
  article_read: ({ userId }, conn) => conn.articleRead.findMany({ where: { userId }, include: { article }, take }),
  article_report: ({ userId }, conn) => conn.articleReport.findMany({ where: { userId }, include: { article }, take }),
  saved_article: ({ userId }, conn) => conn.savedArticle.findMany({ where: { userId }, include: { article }, take }),
  follow: ({ userId }, conn) => conn.follow.findMany({ where: { userId }, take }),
  mute: ({ userId }, conn) => conn.mute.findMany({ where: { userId }, take }),
  reader_weight: ({ userId }, conn) => conn.readerWeight.findMany({ where: { userId }, take }),
  reader_settings: ({ userId }, conn) => conn.readerSettings.findUnique({ where: { userId } }),
  impression: ({ userId }, conn) => conn.impression.findMany({ where: { userId }, take }),
  reader_order: ({ userId }, conn) => conn.readerOrder.findMany({ where: { userId }, take }),
  gift_link: ({ userId }, conn) =>
    conn.giftLink.findMany({ where: { giverId: userId }, omit: { tokenHash: true }, include: { article }, take }),
  sandbox_customer: ({ userId }, conn) =>
    conn.sandboxCustomer.findUnique({ where: { clientReference: userId }, include: { subscriptions: { take }, invoices: { take } } }),
  sandbox_session: ({ userId }, conn) => conn.sandboxSession.findMany({ where: { clientReference: userId }, take }),
} satisfies Record<string, (whose: Whose, conn: Conn) => Promise<object | null>>;

/** The tables an export covers. */
export const exportedTables: readonly string[] = Object.keys(parts);

/** Everything we hold about an account, by table, as plain JSON values. */
async function collectExport(userId: string, email: string, conn: Conn = db): Promise<Record<string, unknown>> {
  const whose = { userId, email, accountKey: accountKey(env().AUTH_SECRET ?? "", userId) };
  const found: [string, unknown][] = [];
  for (const [table, read] of Object.entries(parts)) found.push([table, await read(whose, conn)]);
  return Object.fromEntries(found);
}

/**
 * All that as one JSON text (UTF-8): one key a table.
 *
 * Source: GDPR article 20
 */
export async function writeArchive(userId: string, email: string, now: Date, conn: Conn = db): Promise<string> {
  const whole = { product: product.name, exportedAt: now, tables: await collectExport(userId, email, conn) };
  return JSON.stringify(whole, (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : value), 2);
}

/** The feeds of the titles whose articles an account opened, in the order of their names. */
export async function listReadFeeds(userId: string, conn: Conn = db): Promise<{ title: string; feedUrl: string; homeUrl: string }[]> {
  const feeds = await conn.feed.findMany({
    where: { publisher: { articles: { some: { meterReads: { some: { userId } } } } } },
    select: { url: true, publisher: { select: { name: true, homeUrl: true } } },
    orderBy: [{ publisher: { name: "asc" } }, { id: "asc" }],
    take: 10_000,
  });
  return feeds.map(({ url, publisher }) => ({ title: publisher.name, feedUrl: url, homeUrl: publisher.homeUrl }));
}
