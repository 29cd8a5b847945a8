import { mutesColumn, readMutes } from "@/lib/accounts/session-mutes-store";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import type { Role, Viewer } from "@/lib/entitlements/types";
import { type Conn, db, inTransaction } from "@/lib/platform/db";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** Whoever has this address, as pages would be made for them now; null for nobody. */
export async function findReaderByEmail(email: string, conn: Conn = db): Promise<AccountViewer | null> {
  const rows = await conn.$queryRaw<(Omit<AccountViewer, "kind" | "mutes"> & { role: Role; mutes: unknown })[]>`
    SELECT u.id AS "userId", u.name, u.email, u.email_verified AS "isEmailVerified", u.role::text AS role,
      u.publisher_id AS "publisherId", u.trial_ends_at AS "trialEndsAt", u.paid_until AS "paidUntil", u.clock_ahead_sec AS "clockAheadSec",
      ARRAY(SELECT m.article_id FROM meter_read m WHERE m.user_id = u.id AND m.month = to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM')::bpchar) AS "meterReadIds",
      ${mutesColumn} AS mutes
    FROM "user" u WHERE lower(u.email) = lower(${email})`;
  const [found] = rows;
  return found ? { ...found, kind: "account", mutes: readMutes(found.mutes) } : null;
}

/** Keeps in the log that somebody of the staff looked at the paper in a member's place. */
export function notePreview(userId: string, by: AuditActor, now: Date): Promise<number> {
  const act = { actor: by, act: "member.preview", subject: { kind: "account", id: userId }, before: null, after: null };
  return inTransaction((tx) => recordAct(act, now, tx));
}
