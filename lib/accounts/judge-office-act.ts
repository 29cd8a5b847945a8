import type { Role } from "@/lib/entitlements/types";

/** An account as far as the rules of the office ask. */
export type OfficeSubject = { userId: string; role: Role; isEmailVerified: boolean };

/** What is done to an account of a member by whoever runs the paper. */
export type OfficeAct = { kind: "role"; to: Role; title: string | null; otherAdmins: number } | { kind: "erase" } | { kind: "other" };

/**
 * Whether the office may do this to an account: never to one's own, so that nobody locks themselves out or gives
 * themselves anything; never so that no admin is left; nobody of the staff is erased before their role is gone, which
 * is an act of its own; and a role goes only to an address that its owner has proven to read.
 *
 * @param actorId the account that acts; null for the operator of the machine, who has none
 * @returns null when it may be done, else why not, in words
 */
export function judgeOfficeAct(act: OfficeAct, subject: OfficeSubject, actorId: string | null): string | null {
  if (actorId !== null && actorId === subject.userId)
    return "This is your own account: another admin has to do that, or you in your settings.";
  if (act.kind === "erase" && subject.role !== "reader") return "Take the role away first: an account of the staff is not erased.";
  return act.kind === "role" ? judgeRole(act, subject) : null;
}

function judgeRole(act: Extract<OfficeAct, { kind: "role" }>, subject: OfficeSubject): string | null {
  if (act.to !== "reader" && !subject.isEmailVerified)
    return "The address of this account is not confirmed: nobody knows who would get the role.";
  if (act.to === "publisher" && act.title === null) return "Say which title they work for.";
  if (subject.role === "admin" && act.to !== "admin" && act.otherAdmins === 0) return "This is the last admin: appoint another one first.";
  return null;
}
