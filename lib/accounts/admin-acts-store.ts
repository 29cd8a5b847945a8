import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import { ok, type Result } from "@/lib/core/result";
import type { Role } from "@/lib/entitlements/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { RoleForm } from "./admin-types";
import { eraseEverything } from "./erase-store";
import { judgeOfficeAct, type OfficeAct } from "./judge-office-act";
import { askProof } from "./mail-proof-store";
import type { Notice } from "./notice-mail";
import { endSessions } from "./session-store";
import { notFound, refuse, type StaffRefusal } from "./staff-refusal";

/** Who acts, on whose account, why and when. */
export type OfficeDeed = { actor: AuditActor; userId: string; reason: string; now: Date };

type Subject = { userId: string; name: string; email: string; role: Role; isEmailVerified: boolean; publisherId: number | null };
type Done<Value = void> = Promise<Result<Value, StaffRefusal>>;

/** Writers of roles take turns here, so that two admins cannot take each other's role at once and leave none. */
const rolesLock = 5_093_117;

/**
 * Gives an account another role. Everyone signed in as it is signed out, so that nothing goes on under the old one.
 *
 * @returns refused by the rules of `judgeOfficeAct`, and for an admin who is none any more
 */
export function changeRole({ role, title = null }: Pick<RoleForm, "role" | "title">, deed: OfficeDeed): Done {
  return inTransaction(async (tx) => {
    const judged = await judgeRoleChange({ role, title }, deed, tx);
    if (!judged.ok) return judged;
    const { subject, publisher } = judged.value;
    const publisherId = publisher?.id ?? null;
    await tx.user.update({ where: { id: subject.userId }, data: { role, publisherId }, select: { id: true } });
    await endSessions(subject.userId, null, tx);
    const before = { role: subject.role, ...(subject.publisherId !== null && { publisherId: subject.publisherId }) };
    const after = { role, ...(publisher && { publisherId: publisher.id, title: publisher.slug }) };
    await keep("member.role", { before, after }, deed, tx);
    await tell("role-changed", subject, tx);
    return ok(undefined);
  });
}

type Title = { id: number; slug: string };

/** Whose role may become what, for which title; whoever changes roles waits here for whoever does it already. */
async function judgeRoleChange(
  { role, title }: { role: Role; title: string | null },
  { userId, actor }: OfficeDeed,
  tx: Tx,
): Done<{ subject: Subject; publisher: Title | null }> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${rolesLock}::bigint)`;
  const subject = await findSubject(userId, tx);
  const admins = await tx.user.findMany({ where: { role: "admin" }, select: { id: true }, take: 1_000 });
  const isActing = actor.id === null || admins.some(({ id }) => id === actor.id);
  if (!subject || !isActing) return notFound;
  const otherAdmins = admins.filter(({ id }) => id !== userId).length;
  const why = judgeOfficeAct({ kind: "role", to: role, title, otherAdmins }, subject, actor.id);
  if (why !== null) return refuse("conflict", why);
  if (role !== "publisher" || title === null) return ok({ subject, publisher: null });
  const publisher = await tx.publisher.findUnique({ where: { slug: title }, select: { id: true, slug: true } });
  return publisher ? ok({ subject, publisher }) : refuse("invalid", "There is no such title.");
}

/** Signs an account out of every browser. @returns how many sessions ended */
export function signOutMember(deed: OfficeDeed): Done<number> {
  return act({ kind: "other" }, deed, async (subject, tx) => {
    const ended = await endSessions(subject.userId, null, tx);
    await keep("member.sign-out", { before: { sessions: ended }, after: { sessions: 0 } }, deed, tx);
    await tell("signed-out-by-office", subject, tx);
    return ok(ended);
  });
}

/** Sends the letter again by which an account's address is confirmed. */
export function resendVerification(deed: OfficeDeed): Done {
  return act({ kind: "other" }, deed, async (subject, tx) => {
    if (subject.isEmailVerified) return refuse("conflict", "The address of this account is confirmed already.");
    const proofId = await askProof(
      { purpose: "verify", email: subject.email, userId: subject.userId, returnTo: "/settings" },
      deed.now,
      tx,
    );
    await enqueue({ name: "mail.proof", data: { proofId }, key: proofId }, tx);
    await keep("member.verify", { before: null, after: null }, deed, tx);
    return ok(undefined);
  });
}

/** Notes that the office takes an account's archive, and tells its owner. @returns whose it is */
export function noteExport(deed: OfficeDeed): Done<{ userId: string; email: string }> {
  return act({ kind: "other" }, deed, async (subject, tx) => {
    await keep("member.export", { before: null, after: null }, deed, tx);
    await tell("exported-by-office", subject, tx);
    return ok({ userId: subject.userId, email: subject.email });
  });
}

/** Whether the office may erase this account, whose address somebody has typed out. */
export function checkErasure(typed: string, deed: OfficeDeed): Done<{ userId: string }> {
  return act({ kind: "erase" }, deed, async (subject) =>
    typed === subject.email.toLowerCase()
      ? ok({ userId: subject.userId })
      : refuse("invalid", "This is not the address of the account: nothing was erased."),
  );
}

/** Erases an account as its owner would; the log keeps that it was done, and its bare number. */
export async function eraseByOffice(deed: OfficeDeed): Done {
  const found = await act({ kind: "erase" }, deed, async (subject) => ok(subject));
  if (!found.ok) return found;
  const { userId, email, name, role } = found.value;
  await eraseEverything({ userId, email, name }, "erased-by-office", (tx) =>
    keep("member.erase", { before: { role }, after: null }, deed, tx),
  );
  return ok(undefined);
}

/** One act on an account, in one transaction, when the office's rules allow it. */
function act<Value>(kind: OfficeAct, deed: OfficeDeed, work: (subject: Subject, tx: Tx) => Done<Value>): Done<Value> {
  return inTransaction(async (tx) => {
    const subject = await findSubject(deed.userId, tx);
    if (!subject) return notFound;
    const why = judgeOfficeAct(kind, subject, deed.actor.id);
    return why === null ? work(subject, tx) : refuse("conflict", why);
  });
}

async function findSubject(userId: string, tx: Tx): Promise<Subject | null> {
  const select = { id: true, name: true, email: true, role: true, emailVerified: true, publisherId: true } as const;
  const user = await tx.user.findUnique({ where: { id: userId }, select });
  if (!user) return null;
  const { id, emailVerified, ...rest } = user;
  return { userId: id, isEmailVerified: emailVerified, ...rest };
}

function keep(name: string, facts: { before: AuditFacts | null; after: AuditFacts | null }, deed: OfficeDeed, tx: Tx): Promise<number> {
  const { actor, userId, reason, now } = deed;
  return recordAct({ actor, act: name, subject: { kind: "member", id: userId }, ...facts, reason }, now, tx);
}

async function tell(notice: Notice, { name, email }: Subject, tx: Tx): Promise<void> {
  await enqueue({ name: "mail.notice", data: { notice, name, to: email } }, tx);
}

/** The account with this address; null for none. */
export async function findMemberByEmail(email: string): Promise<{ userId: string; name: string } | null> {
  return inTransaction(async (tx) => {
    const user = await tx.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true, name: true } });
    return user && { userId: user.id, name: user.name };
  });
}
