import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

/** What came of the last closing, or of the last check of the books. */
export type Round = { kind: "close" | "check"; at: Date; isGood: boolean; words: string[] };

const adminsMax = 100;

/** Notes what a closing or a check came to; where it is not good, every admin gets a mail about it. */
export function keepRound({ kind, ...row }: Round): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.payoutRound.upsert({ where: { kind }, create: { kind, ...row }, update: row });
    if (row.isGood) return;
    const admins = await tx.user.findMany({ where: { role: "admin" }, select: { id: true }, orderBy: { id: "asc" }, take: adminsMax });
    for (const { id } of admins) await enqueue({ name: "mail.books", data: { userId: id, kind } }, tx);
  });
}

/** The last round of a kind; null before the first. */
export async function findRound(kind: Round["kind"], conn: Conn = db): Promise<Round | null> {
  const row = await conn.payoutRound.findUnique({ where: { kind } });
  return row && { ...row, kind };
}
