import "server-only";
import { requireAdmin, requireSameSite, requireStepUp } from "@/lib/accounts/guards";
import { provenStaffAct } from "@/lib/accounts/staff-guards";
import { refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { err, ok, type Result } from "@/lib/core/result";
import { endRunning, grantDays, refundInvoice } from "./admin-store";
import { GrantForm, RefundForm } from "./admin-types";
import { findMember, settleMember } from "./change-store";
import { billingTerms } from "./terms-gateway";

type Answer<Value = void> = Promise<Result<Value, StaffRefusal>>;

const ownBooks = refuse("conflict", "These are your own books: another admin has to do that.");

/** Gives an account days of reading. @returns until when everything is open to it now */
export const grantTime = (input: unknown): Answer<Date | null> =>
  provenStaffAct(requireAdmin, GrantForm, input, async ({ actor }, { userId, reason, days }, now) =>
    actor.id === userId ? ownBooks : grantDays(days, { actor, userId, reason }, billingTerms(now)),
  );

/** Pays an invoice of an account back, whole. */
export const refund = (input: unknown): Answer =>
  provenStaffAct(requireAdmin, RefundForm, input, async ({ actor }, form, now) =>
    actor.id === form.userId ? ownBooks : refundInvoice(form, actor, billingTerms(now)),
  );

/**
 * Ends whatever the provider would still charge an account for, at once: the first step of its erasure by the office,
 * which must not go on before this has worked.
 */
export async function endMembershipOf(userId: string): Promise<Result<void, { kind: "refused" | "unavailable" }>> {
  const [staff, site, proven] = await Promise.all([requireAdmin(), requireSameSite(), requireStepUp()]);
  if (!staff || !site || !proven.ok) return err({ kind: "refused" });
  const terms = billingTerms(new Date());
  const ended = await endRunning(userId, terms);
  if (!ended.ok) return err({ kind: "unavailable" });
  const member = await findMember(userId, terms);
  const settled = member && (await settleMember(member, terms));
  return settled && !settled.ok ? err({ kind: "unavailable" }) : ok(undefined);
}
