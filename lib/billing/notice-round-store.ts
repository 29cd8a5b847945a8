import { addMs, secondMs } from "@/lib/core/clock";
import { inTransaction } from "@/lib/platform/db";
import { listNoticeCandidates, listSentNotices, noticeName } from "./candidate-store";
import { dueNotices } from "./due-notices";
import { dueWelcomes } from "./due-welcomes";
import { findMembership } from "./membership-store";
import { announce } from "./notice-store";

const batch = 200;

/** Has everything that is due by now written to everyone, each once. @returns how many notices went out */
export async function announceDue(now: Date): Promise<number> {
  let count = 0;
  let userIds = await listNoticeCandidates(now, "", batch);
  while (userIds.length > 0) {
    const sent = await listSentNotices(userIds);
    for (const userId of userIds) count += await announceDueTo(userId, now, sent);
    userIds = await listNoticeCandidates(now, userIds.at(-1) ?? "", batch);
  }
  return count;
}

/** Has what is due by now written to one account. @param sent notices known to have gone out; others are found out */
export async function announceDueTo(userId: string, now: Date, sent: ReadonlySet<string> = new Set()): Promise<number> {
  const record = await findMembership(userId);
  if (!record) return 0;
  const ownNow = addMs(now, record.clockAheadSec * secondMs);
  const due = [...dueNotices(record.books, ownNow), ...(record.wantsWelcomes ? dueWelcomes(record.joinedAt, ownNow) : [])];
  const unsent = due.filter(({ kind, dueAt }) => !sent.has(noticeName(userId, kind, dueAt)));
  return unsent.length === 0 ? 0 : inTransaction((tx) => announce(userId, unsent, tx));
}
