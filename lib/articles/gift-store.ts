import type { Gift } from "@/lib/entitlements/types";
import { type Conn, db, inTransaction } from "@/lib/platform/db";

/** A gift as its address finds it. */
export type FoundGift = Gift & { slug: string; giverId: string };

/** First half of the advisory lock of a giver's month; a number of our own choosing. */
const giftLock = 2_005;

/**
 * Keeps a gift, unless the giver has given the month's number away already. Giving the same one again changes nothing.
 *
 * @returns gifts left this month; null when none was left for this one
 */
export function keepGift(
  gift: { tokenHash: string; articleId: number; giverId: string; now: Date; expiresAt: Date },
  limit: { perMonth: number; monthStart: Date },
): Promise<{ left: number; expiresAt: Date } | null> {
  const { tokenHash, articleId, giverId, now, expiresAt } = gift;
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${giftLock}::int, hashtext(${giverId}))`;
    const given = await tx.giftLink.findMany({
      where: { giverId, createdAt: { gte: limit.monthStart } },
      select: { tokenHash: true, expiresAt: true },
      take: limit.perMonth,
    });
    const before = given.find((each) => each.tokenHash === tokenHash);
    if (before) return { left: limit.perMonth - given.length, expiresAt: before.expiresAt };
    if (given.length >= limit.perMonth) return null;
    await tx.giftLink.create({ data: { tokenHash, articleId, giverId, createdAt: now, expiresAt } });
    return { left: limit.perMonth - given.length - 1, expiresAt };
  });
}

/** The gift behind a token's digest; null for an unknown one, or where its article is gone. Expiry is `mayRead`'s to judge. */
export async function findGift(tokenHash: string, conn: Conn = db): Promise<FoundGift | null> {
  const found = await conn.giftLink.findUnique({
    where: { tokenHash },
    select: { articleId: true, expiresAt: true, giverId: true, article: { select: { slug: true } } },
  });
  return found && { articleId: found.articleId, expiresAt: found.expiresAt, giverId: found.giverId, slug: found.article.slug };
}

/** Counts one more reader of a gift, which is what its publisher is paid for. */
export async function countGiftOpen(tokenHash: string, conn: Conn = db): Promise<void> {
  await conn.giftLink.update({ where: { tokenHash }, data: { opens: { increment: 1 } }, select: { tokenHash: true } });
}
