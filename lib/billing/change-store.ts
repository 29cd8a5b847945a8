import { addMs, secondMs } from "@/lib/core/clock";
import { err, ok, type Result } from "@/lib/core/result";
import { isAllowed, type MembershipCommand } from "./allow-command";
import { findMembership, type MembershipRecord } from "./membership-store";
import { settleCustomer, type Terms } from "./settle-store";
import type { BillingError, MembershipError } from "./types";

/** An account whose books were read, with its own clock. */
export type Member = MembershipRecord & { now: Date };

/** The account's books with its own clock's instant; null when there is no such account. */
export async function findMember(userId: string, terms: Terms): Promise<Member | null> {
  const record = await findMembership(userId);
  return record && { ...record, now: addMs(terms.now, record.clockAheadSec * secondMs) };
}

/** Asks the provider for one change. The key is the same for two presses of one button, and another after any change. */
export type Ask = (subscriptionId: string, key: string) => Promise<Result<unknown, BillingError>>;

/**
 * Changes a running membership: whether it makes sense is judged by the books, the provider is asked, and what it then
 * says is written. Nothing is written by hand.
 *
 * @returns the account as it stands afterwards
 */
export async function changeMembership(
  userId: string,
  command: MembershipCommand,
  ask: (member: Member) => Ask | null,
  terms: Terms,
): Promise<Result<Member, MembershipError>> {
  const member = await findMember(userId, terms);
  if (!member) return err({ kind: "sign-in" });
  const { customerId, subscriptionId, readAt } = member;
  const asking = isAllowed(command, member.books, member.now) ? ask(member) : null;
  if (!customerId || !subscriptionId || !asking) return err({ kind: "not-now" });
  const answer = await asking(subscriptionId, `${command}-${subscriptionId}-${readAt?.getTime() ?? 0}`);
  if (!answer.ok && answer.error.kind === "unavailable") return err({ kind: "unavailable" });
  const settled = await settleMember(member, terms);
  if (!settled.ok) return settled;
  return answer.ok ? settled : err({ kind: "not-now" });
}

/** Brings an account in line with the provider. An account that is unknown there stays as it is. */
export async function settleMember(member: Member, terms: Terms): Promise<Result<Member, MembershipError>> {
  if (!member.customerId) return ok(member);
  const settled = await settleCustomer(member.customerId, terms);
  if (!settled.ok) return err({ kind: "unavailable" });
  const fresh = await findMember(member.userId, terms);
  return fresh ? ok(fresh) : err({ kind: "sign-in" });
}

/**
 * Makes way for a new membership: one whose books are closed to the reader but which the provider still tries to
 * collect for is ended, so that nobody pays twice.
 */
export async function clearWay(member: Member, terms: Terms): Promise<Result<Member, MembershipError>> {
  const isClosed = !member.subscriptionId || !member.books.subscription || member.books.subscription.state === "lapsed";
  if (isClosed) return ok(member);
  const settled = await settleMember(member, terms);
  if (!settled.ok) return settled;
  const { subscriptionId, books, now } = settled.value;
  if (!isAllowed("join", books, now)) return err({ kind: "not-now" });
  if (!subscriptionId || books.subscription?.state === "lapsed") return settled;
  const ended = await terms.provider.end(subscriptionId, `make-way-${subscriptionId}`);
  return ended.ok ? settleMember(settled.value, terms) : err({ kind: "unavailable" });
}
