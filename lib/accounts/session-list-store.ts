import { type Conn, db } from "@/lib/platform/db";
import { browserWords } from "./browser-words";
import type { SessionView } from "./types";

const sessionsMax = 100;

/** The sessions of an account that have not run out, the last used first. */
export async function listSessions(userId: string, thisSessionId: string, now: Date, conn: Conn = db): Promise<SessionView[]> {
  const rows = await conn.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    select: { id: true, method: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: sessionsMax,
  });
  return rows.map((row) => ({
    sessionId: row.id,
    method: row.method,
    browser: browserWords(row.userAgent),
    ipAddress: row.ipAddress || null,
    createdAt: row.createdAt,
    usedAt: row.updatedAt,
    isThis: row.id === thisSessionId,
  }));
}
