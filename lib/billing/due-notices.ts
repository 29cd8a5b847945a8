import { addMs, dayMs } from "@/lib/core/clock";
import { standingAt } from "./standing-at";
import type { Books, Notice, Standing } from "./types";

/** Before a yearly renewal, which one forgets; a monthly one needs no letter each month. */
const renewalNoticeMs = 7 * dayMs;
const resumeNoticeMs = 3 * dayMs;
const graceNoticeMs = 2 * dayMs;
const giftNoticeMs = 7 * dayMs;
/** Whoever's trial ended longer ago has noticed. */
const trialOverForMs = 2 * dayMs;

/**
 * What an account should have been written about by now, as its books stand. The same notice comes again however
 * often this is asked: whoever sends remembers. Of two that are due for one end only the nearer is.
 *
 * @param now the account's own clock, UTC
 */
export function dueNotices(books: Books, now: Date): Notice[] {
  const notice = noticeFor(standingAt(books, now), books, now);
  return notice ? [notice] : [];
}

function noticeFor(standing: Standing, { trialEndsAt }: Books, now: Date): Notice | null {
  const isNear = (at: Date, withinMs: number): boolean => now < at && addMs(at, -withinMs) <= now;
  const when = (isDue: boolean, notice: Notice): Notice | null => (isDue ? notice : null);
  switch (standing.kind) {
    case "trialing":
      return trialNotice(standing.endsAt, isNear);
    case "free":
      return trialEndsAt && when(now < addMs(trialEndsAt, trialOverForMs), { kind: "trial-over", dueAt: trialEndsAt });
    case "active":
      return when(standing.plan === "yearly" && isNear(standing.renewsAt, renewalNoticeMs), {
        kind: "renewal-soon",
        dueAt: standing.renewsAt,
      });
    case "past_due":
      return when(isNear(standing.graceEndsAt, graceNoticeMs), { kind: "grace-ending", dueAt: standing.graceEndsAt });
    case "paused":
      return when(isNear(standing.resumesAt, resumeNoticeMs), { kind: "resumes-soon", dueAt: standing.resumesAt });
    case "gifted":
      return when(isNear(standing.endsAt, giftNoticeMs), { kind: "gift-ending", dueAt: standing.endsAt });
    case "cancelled":
    case "lapsed":
      return null;
    default:
      return standing satisfies never;
  }
}

function trialNotice(endsAt: Date, isNear: (at: Date, withinMs: number) => boolean): Notice | null {
  if (isNear(endsAt, dayMs)) return { kind: "trial-1-day", dueAt: endsAt };
  return isNear(endsAt, 3 * dayMs) ? { kind: "trial-3-days", dueAt: endsAt } : null;
}
