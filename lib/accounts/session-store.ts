import { randomUUID } from "node:crypto";
import { addMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { randomSecret } from "@/lib/core/random-secret";
import type { Role, Viewer } from "@/lib/entitlements/types";
import { type Conn, db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { judgeSession, sessionIdleMs } from "./judge-session";
import { readSessionCookie } from "./read-session-cookie";
import { sessionCookieName } from "./session-cookie";
import { mutesColumn, readMutes } from "./session-mutes-store";
import type { SessionFacts } from "./types";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** Whoever is signed in, and in which session. */
export type SignedIn = { viewer: AccountViewer; session: SessionFacts };

type SessionRecord = Omit<AccountViewer, "kind" | "role" | "heldRole" | "mutes"> &
  Omit<SessionFacts, "userId" | "role"> & { realRole: Role; updatedAt: Date; hasTwoFactor: boolean; mutes: unknown };

/**
 * Who the request's session cookie belongs to, read from the database by one query; null for a visitor and for
 * anything doubtful. Every signed-in page asks this, so it reads the rows directly. Use that decides when the session
 * ends is written down at most once a day for a reader, once a minute for anyone else.
 */
export async function findSignedIn(headers: Headers, conn: Conn = db): Promise<SignedIn | null> {
  const found = await selectSession(headers, conn);
  if (!found) return null;
  const verdict = judgeSession({ ...found, role: found.realRole }, new Date());
  if (!verdict.isAlive) return null;
  if (verdict.isDueForRenewal) await renewSession(found.sessionId, verdict.endsAt, conn);
  return { viewer: viewerOf(found, verdict.role), session: factsOf(found) };
}

/** Who is asking, as `findSignedIn` finds them. */
export async function findViewer(headers: Headers, conn: Conn = db): Promise<Viewer> {
  return (await findSignedIn(headers, conn))?.viewer ?? { kind: "visitor" };
}

/** The session a request comes in, with the real role of its account; null for a visitor. */
export async function findSession(headers: Headers, conn: Conn = db): Promise<SessionFacts | null> {
  return (await findSignedIn(headers, conn))?.session ?? null;
}

/** The session that only waits for its second factor; null for none, and for one that waited too long. */
export async function findPendingSession(headers: Headers, conn: Conn = db): Promise<SessionFacts | null> {
  const found = await selectSession(headers, conn);
  return found && judgeSession({ ...found, role: found.realRole }, new Date()).isPending ? factsOf(found) : null;
}

export type NewSession = Pick<SessionFacts, "userId" | "method"> & {
  secondFactorAt: Date | null;
  ipAddress: string | null;
  userAgent: string | null;
};

/** Signs an account in. @returns the token for the browser; only its digest is kept */
export async function openSession(session: NewSession, now: Date, conn: Conn = db): Promise<string> {
  const token = randomSecret();
  const { userId, method, secondFactorAt, ipAddress, userAgent } = session;
  await conn.$executeRaw`
    INSERT INTO session (id, user_id, token, method, second_factor_at, expires_at, ip_address, user_agent, created_at, updated_at)
    VALUES (${randomUUID()}, ${userId}, ${sha256Hex(token)}, ${method}, ${secondFactorAt}, ${addMs(now, sessionIdleMs)},
      ${ipAddress}, ${userAgent}, ${now}, ${now})`;
  return token;
}

/** Gives a session a new token, and notes what was shown for it; the old one is dead at once. @returns the token for the browser */
export async function rotateSession(
  sessionId: string,
  shown: { secondFactorAt?: Date; steppedUpAt?: Date },
  conn: Conn = db,
): Promise<string> {
  const token = randomSecret();
  await conn.session.update({ where: { id: sessionId }, data: { ...shown, token: sha256Hex(token) }, select: { id: true } });
  return token;
}

/** Ends an account's sessions, all or all but one. @returns how many ended */
export async function endSessions(userId: string, exceptSessionId: string | null, conn: Conn = db): Promise<number> {
  const { count } = await conn.session.deleteMany({
    where: { userId, ...(exceptSessionId !== null && { id: { not: exceptSessionId } }) },
  });
  return count;
}

/** Ends one session of an account; another account's stays. */
export async function endSession(userId: string, sessionId: string, conn: Conn = db): Promise<void> {
  await conn.session.deleteMany({ where: { id: sessionId, userId } });
}

async function selectSession(headers: Headers, conn: Conn): Promise<SessionRecord | undefined> {
  const secret = env().AUTH_SECRET;
  const isSecure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  const token = secret ? readSessionCookie(headers.get("cookie"), sessionCookieName(isSecure), secret) : null;
  if (!token) return undefined;
  const rows = await conn.$queryRaw<SessionRecord[]>`/* keep session */
    SELECT u.id AS "userId", u.name, u.email, u.email_verified AS "isEmailVerified", u.role::text AS "realRole",
      u.publisher_id AS "publisherId", u.trial_ends_at AS "trialEndsAt", u.paid_until AS "paidUntil",
      u.clock_ahead_sec AS "clockAheadSec",
      ARRAY(SELECT m.article_id FROM meter_read m WHERE m.user_id = u.id
        AND m.month = to_char((now() + make_interval(secs => u.clock_ahead_sec)) AT TIME ZONE 'UTC', 'YYYY-MM')::bpchar
        AND greatest(u.trial_ends_at, u.paid_until, '-infinity') <= now() + make_interval(secs => u.clock_ahead_sec)) AS "meterReadIds",
      ${mutesColumn} AS mutes,
      u.two_factor_enabled AS "hasTwoFactor",
      s.id AS "sessionId", s.method, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
      s.second_factor_at AS "secondFactorAt", s.stepped_up_at AS "steppedUpAt"
    FROM session s JOIN "user" u ON u.id = s.user_id WHERE s.token = ${sha256Hex(token)} AND s.expires_at > now()`;
  return rows[0];
}

function viewerOf(record: SessionRecord, role: Role): AccountViewer {
  const { realRole, userId, name, email, isEmailVerified, publisherId, trialEndsAt, paidUntil, clockAheadSec, meterReadIds } = record;
  const mutes = readMutes(record.mutes);
  return {
    kind: "account",
    userId,
    name,
    email,
    isEmailVerified,
    role,
    ...((realRole === "editor" || realRole === "admin") && role === "reader" && { heldRole: realRole }),
    publisherId,
    trialEndsAt,
    paidUntil,
    clockAheadSec,
    meterReadIds,
    mutes,
  };
}

function factsOf(record: SessionRecord): SessionFacts {
  const { sessionId, userId, realRole, method, createdAt, secondFactorAt, steppedUpAt } = record;
  return { sessionId, userId, role: realRole, method, createdAt, secondFactorAt, steppedUpAt };
}

async function renewSession(sessionId: string, endsAt: Date, conn: Conn): Promise<void> {
  await conn.session.updateMany({ where: { id: sessionId }, data: { expiresAt: endsAt, updatedAt: new Date() } });
}
