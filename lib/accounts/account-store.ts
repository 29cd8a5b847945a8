import { type Conn, db } from "@/lib/platform/db";

/** Whom to write to. */
export type MailAccount = { name: string; email: string; emailVerified: boolean; trialEndsAt: Date | null };

/** The account with this id as far as a mail to it needs; null when it has been erased meanwhile. */
export function findMailAccount(userId: string, conn: Conn = db): Promise<MailAccount | null> {
  return conn.user.findUnique({ where: { id: userId }, select: { name: true, email: true, emailVerified: true, trialEndsAt: true } });
}
