import { inTransaction } from "@/lib/platform/db";

/** First half of the advisory lock of an account's meter; a number of our own choosing. */
const meterLock = 2_004;

/**
 * Records that a free account opens one more metered article this month. An article it opened before costs nothing;
 * two tabs at once never open more than the limit.
 *
 * @param month "2026-11", as {@link meterMonth} gives it
 * @returns the articles opened this month, this one among them; null when none is left
 */
export function spendMeter(spending: {
  userId: string;
  articleId: number;
  month: string;
  limit: number;
  now: Date;
}): Promise<number[] | null> {
  const { userId, articleId, month, limit, now } = spending;
  return inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${meterLock}::int, hashtext(${userId}))`;
    const reads = await tx.meterRead.findMany({ where: { userId, month }, select: { articleId: true }, take: limit + 1 });
    const ids = reads.map((read) => read.articleId);
    if (ids.includes(articleId)) return ids;
    if (ids.length >= limit) return null;
    await tx.meterRead.create({ data: { userId, month, articleId, readAt: now } });
    return [...ids, articleId];
  });
}
