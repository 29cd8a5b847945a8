import { type Conn, db } from "@/lib/platform/db";

/** Whether the mails of the first week may come to an account; null when it is gone. */
export async function findMailChoice(userId: string, conn: Conn = db): Promise<boolean | null> {
  return (await conn.user.findUnique({ where: { id: userId }, select: { welcomeMails: true } }))?.welcomeMails ?? null;
}

/** Notes whether they may. An account that is gone wants none. */
export async function saveMailChoice(userId: string, welcomeMails: boolean, conn: Conn = db): Promise<void> {
  await conn.user.updateMany({ where: { id: userId }, data: { welcomeMails } });
}
