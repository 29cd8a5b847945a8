import { type Conn, db } from "@/lib/platform/db";
import type { DeskAct } from "./desk-types";

const actsMax = 60;

/** What was done to one thing, the latest first. Order: number desc; at most 60. */
export async function listActsOn(kind: string, id: string, conn: Conn = db): Promise<DeskAct[]> {
  const rows = await conn.auditEntry.findMany({
    where: { subjectKind: kind, subjectId: id },
    orderBy: { seq: "desc" },
    take: actsMax,
    select: { seq: true, at: true, actorName: true, actorRole: true, act: true, reason: true, before: true, after: true },
  });
  return rows.map(({ at, actorName: who, actorRole: role, ...row }) => ({ ...row, at: at.toISOString(), who, role }));
}
