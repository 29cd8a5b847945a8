import { type Conn, db } from "@/lib/platform/db";

/** robots.txt of an origin as last answered; `status` 0 when nothing answered. */
export type RobotsRecord = { origin: string; status: number; body: string; fetchedAt: Date; expiresAt: Date };

/** What is kept of an origin's robots.txt, expired or not; null for an origin never asked. */
export function findRobots(origin: string, conn: Conn = db): Promise<RobotsRecord | null> {
  return conn.robotsRecord.findUnique({ where: { origin } });
}

/** Keeps an answer in place of the last one. */
export async function saveRobots({ origin, ...answer }: RobotsRecord, conn: Conn = db): Promise<void> {
  await conn.robotsRecord.upsert({ where: { origin }, create: { origin, ...answer }, update: answer });
}
