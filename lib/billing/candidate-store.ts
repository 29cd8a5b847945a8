import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { graceMs } from "./access-until";
import { welcomeWindows } from "./due-welcomes";

/** Notices look this far ahead and back; accounts beyond have none. */
const windowMs = 8 * dayMs;

/**
 * Accounts that a notice may be due for, in order of their ids: whatever ends, renews or resumes within some days, and
 * whoever is new and has not had the mail of their day.
 * Those whose own clock was moved are always among them.
 *
 * @param now the real instant
 * @param afterId the last id of the page before; "" for the first
 */
export async function listNoticeCandidates(now: Date, afterId: string, take: number, conn: Conn = db): Promise<string[]> {
  const [from, to] = [addMs(now, -windowMs), addMs(now, windowMs)];
  const welcomes = welcomeWindows(now);
  const kinds = welcomes.map(({ kind }) => kind);
  const [after, until] = [welcomes.map((each) => each.after.toISOString()), welcomes.map((each) => each.until.toISOString())];
  const rows = await conn.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id FROM "user" WHERE trial_ends_at BETWEEN ${from} AND ${to}
      UNION SELECT user_id FROM membership WHERE period_end BETWEEN ${from} AND ${to}
      UNION SELECT user_id FROM membership WHERE past_due_since BETWEEN ${from} AND ${to}
      UNION SELECT user_id FROM membership WHERE resumes_at BETWEEN ${from} AND ${to}
      UNION SELECT user_id FROM membership WHERE gift_until BETWEEN ${from} AND ${to}
      UNION SELECT u.id FROM unnest(${kinds}::text[], ${after}::timestamptz[], ${until}::timestamptz[]) AS w(kind, after, until)
        JOIN "user" u ON u.created_at > w.after AND u.created_at <= w.until AND u.welcome_mails
        WHERE NOT EXISTS (SELECT 1 FROM membership_notice n WHERE n.user_id = u.id AND n.kind = w.kind)
      UNION SELECT id FROM "user" WHERE clock_ahead_sec > 0
    ) AS near WHERE id > ${afterId} ORDER BY id LIMIT ${take}`;
  return rows.map((row) => row.id);
}

/** Which of these notices went out before, as `userId kind dueAt`. */
export async function listSentNotices(userIds: readonly string[], conn: Conn = db): Promise<ReadonlySet<string>> {
  const sent = await conn.membershipNotice.findMany({
    where: { userId: { in: [...userIds] } },
    select: { userId: true, kind: true, dueAt: true },
    orderBy: { sentAt: "desc" },
    take: userIds.length * 50,
  });
  return new Set(sent.map(({ userId, kind, dueAt }) => noticeName(userId, kind, dueAt)));
}

/** One notice as a word. */
export const noticeName = (userId: string, kind: string, dueAt: Date): string => `${userId} ${kind} ${dueAt.toISOString()}`;

/** A membership whose date has passed without a word from the provider. */
export type Overdue = { customerId: string; subscriptionId: string; isGraceOver: boolean };

const silenceMs = hourMs;

/** Memberships that something should have happened to by their own clocks, and that were not read for an hour since. */
export async function listOverdue(now: Date, take: number, conn: Conn = db): Promise<Overdue[]> {
  return conn.$queryRaw<Overdue[]>`
    SELECT m.customer_id AS "customerId", m.subscription_id AS "subscriptionId",
      COALESCE(m.state = 'past_due' AND m.past_due_since <= own.now - ${graceMs} * interval '1 millisecond', false) AS "isGraceOver"
    FROM membership m JOIN "user" u ON u.id = m.user_id,
      LATERAL (SELECT ${now}::timestamptz + u.clock_ahead_sec * interval '1 second' AS now) own
    WHERE m.state <> 'lapsed' AND m.customer_id IS NOT NULL AND m.subscription_id IS NOT NULL
      AND m.read_at <= own.now - ${silenceMs} * interval '1 millisecond'
      AND (m.past_due_since <= own.now - ${graceMs} * interval '1 millisecond'
        OR (m.state IN ('active', 'cancelled') AND m.period_end <= own.now) OR m.resumes_at <= own.now)
    ORDER BY m.period_end, m.user_id LIMIT ${take}`;
}

/** Customers whose membership goes on, in order. @param afterId the last of the page before; "" for the first */
export async function listLiveCustomers(afterId: string, take: number, conn: Conn = db): Promise<string[]> {
  const rows = await conn.membership.findMany({
    where: { state: { not: "lapsed" }, customerId: { gt: afterId } },
    orderBy: { customerId: "asc" },
    select: { customerId: true },
    take,
  });
  return rows.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
}
