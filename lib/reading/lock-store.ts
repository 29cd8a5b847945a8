import type { Tx } from "@/lib/platform/db";

/** Lets one transaction at a time write what is learnt of a reader; the others wait. */
export async function lockReader(userId: string, now: Date, tx: Tx): Promise<void> {
  await tx.$executeRaw`INSERT INTO reader_settings (user_id, block_order, languages, changed_at) VALUES (${userId}, '{}', '{}', ${now}) ON CONFLICT (user_id) DO NOTHING`;
  await tx.$executeRaw`SELECT 1 FROM reader_settings WHERE user_id = ${userId} FOR UPDATE`;
}
