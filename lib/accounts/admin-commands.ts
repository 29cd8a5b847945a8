import "server-only";
import { ok, type Result } from "@/lib/core/result";
import { changeRole, checkErasure, eraseByOffice, noteExport, resendVerification, signOutMember } from "./admin-acts-store";
import { EraseMemberForm, MemberForm, RoleForm } from "./admin-types";
import { writeArchive } from "./export-store";
import { requireAdmin } from "./guards";
import { provenStaffAct, staffAct } from "./staff-guards";
import { refuse, type StaffRefusal } from "./staff-refusal";

type Answer<Value = void> = Promise<Result<Value, StaffRefusal>>;

/** Gives an account another role, and signs it out everywhere. */
export const changeMemberRole = (input: unknown): Answer =>
  provenStaffAct(requireAdmin, RoleForm, input, ({ actor }, { userId, reason, role, title }, now) =>
    changeRole({ role, title }, { actor, userId, reason, now }),
  );

/** Signs an account out of every browser. */
export const signMemberOut = (input: unknown): Answer<number> =>
  provenStaffAct(requireAdmin, MemberForm, input, ({ actor }, form, now) => signOutMember({ actor, ...form, now }));

/** Sends the letter again by which an account's address is confirmed. */
export const resendLetter = (input: unknown): Answer =>
  staffAct(requireAdmin, MemberForm, input, ({ actor }, form, now) => resendVerification({ actor, ...form, now }));

/** The archive that an account's owner would get, for whoever asked for theirs and cannot sign in. They are told by mail. */
export const exportMember = (input: unknown): Answer<string> =>
  provenStaffAct(requireAdmin, MemberForm, input, async ({ actor }, form, now) => {
    const noted = await noteExport({ actor, ...form, now });
    return noted.ok ? ok(await writeArchive(noted.value.userId, noted.value.email, now)) : noted;
  });

/**
 * Erases an account for good, by the way that its owner would take.
 *
 * @param endMembership ends what would still be charged; nothing is erased before that has worked
 */
export const eraseMember = (input: unknown, endMembership: (userId: string) => Promise<Result<void, unknown>>): Answer =>
  provenStaffAct(requireAdmin, EraseMemberForm, input, async ({ actor }, { userId, reason, email }, now) => {
    const deed = { actor, userId, reason, now };
    const checked = await checkErasure(email, deed);
    if (!checked.ok) return checked;
    const ended = await endMembership(userId);
    if (!ended.ok) return refuse("failed", "The membership could not be ended, so nothing was erased. Try again in a while.");
    return eraseByOffice(deed);
  });
