import { addMs, dayMs, hourMs, minuteMs } from "@/lib/core/clock";
import type { Role } from "@/lib/entitlements/types";

/** What decides how long a session lives and what it may. Instants are UTC. */
export type SessionAge = { role: Role; hasTwoFactor: boolean; createdAt: Date; updatedAt: Date; secondFactorAt: Date | null };

type Verdict = {
  isAlive: boolean;
  /** It lacks nothing but its second factor, and may still be given it. */
  isPending: boolean;
  /** Its use is worth writing down, because its end depends on it. */
  isDueForRenewal: boolean;
  /** When it ends if it is not used again. */
  endsAt: Date;
  /** The role that counts in it. */
  role: Role;
};

type Limits = { idleMs: number; absoluteMs: number; renewEveryMs: number };

const readerLimits: Limits = { idleMs: 30 * dayMs, absoluteMs: 180 * dayMs, renewEveryMs: dayMs };
const staffLimits: Limits = { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs, renewEveryMs: minuteMs };

/** The longest a session can live: how long its cookie is worth keeping. */
export const sessionAbsoluteMs = readerLimits.absoluteMs;
/** What a new session is given; a shorter end is judged at each use. */
export const sessionIdleMs = readerLimits.idleMs;

/** How long a sign-in may wait for its second factor. */
const pendingMs = 10 * minuteMs;

/**
 * Whether a session still stands, and as whom. A reader's ends after 30 days without use and 180 in all, anyone
 * else's after 30 minutes and 12 hours. An account with a second factor has no session that did not show it; an
 * editor or admin who has none counts as a reader.
 *
 * Source: security notes, section 5.1 (OWASP ASVS 7.3.1, 7.3.2, 6.3.3)
 */
export function judgeSession(session: SessionAge, now: Date): Verdict {
  const limits = session.role === "reader" ? readerLimits : staffLimits;
  const endsIfUsed = (usedAt: Date) =>
    new Date(Math.min(addMs(usedAt, limits.idleMs).getTime(), addMs(session.createdAt, limits.absoluteMs).getTime()));
  const isProven = session.secondFactorAt !== null || !session.hasTwoFactor;
  const hasTime = endsIfUsed(session.updatedAt) > now;
  return {
    isAlive: isProven && hasTime,
    isPending: !isProven && hasTime && addMs(session.createdAt, pendingMs) > now,
    isDueForRenewal: addMs(session.updatedAt, limits.renewEveryMs) < now,
    endsAt: endsIfUsed(now),
    role: needsSecondFactor(session.role) && session.secondFactorAt === null ? "reader" : session.role,
  };
}

/** Whether a role counts only in a session that showed a second factor. */
export function needsSecondFactor(role: Role): boolean {
  return role === "editor" || role === "admin";
}
