import type { Role, Viewer } from "@/lib/entitlements/types";
import { type Conn, db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { auth } from "./auth-gateway";
import { readSessionCookie } from "./read-session-cookie";
import { sessionCookieName } from "./session-cookie";

const visitor: Viewer = { kind: "visitor" };

type SessionRecord = Omit<Extract<Viewer, { kind: "account" }>, "kind"> & { role: Role; isDueForRenewal: boolean };

/**
 * Who the request's session cookie belongs to, read from the database by one query; anything doubtful is a visitor.
 *
 * Every signed-in page asks this, so it reads better-auth's own rows directly; better-auth itself is asked about once
 * a day and session, because it is the one that prolongs it.
 */
export async function findViewer(headers: Headers, conn: Conn = db): Promise<Viewer> {
  const secret = env().AUTH_SECRET;
  const isSecure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  const token = secret ? readSessionCookie(headers.get("cookie"), sessionCookieName(isSecure), secret) : null;
  if (!token) return visitor;
  const found = await selectSession(token, conn);
  if (!found) return visitor;
  const { isDueForRenewal, ...account } = found;
  if (isDueForRenewal) await auth().api.getSession({ headers });
  return { kind: "account", ...account };
}

async function selectSession(token: string, conn: Conn): Promise<SessionRecord | undefined> {
  const rows = await conn.$queryRaw<SessionRecord[]>`
    SELECT u.id AS "userId", u.name, u.email, u.role::text AS role, u.trial_ends_at AS "trialEndsAt", u.paid_until AS "paidUntil",
      s.updated_at < now() - interval '1 day' AS "isDueForRenewal"
    FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.token = ${token} AND s.expires_at > now()`;
  return rows[0];
}
