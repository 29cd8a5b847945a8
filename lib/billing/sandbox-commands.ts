import "server-only";
import { z } from "zod";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { err, ok, type Result } from "@/lib/core/result";
import { landingPath } from "./sandbox-address";
import { judgeCard } from "./sandbox-cards";
import { cancelAtPeriodEnd, type SandboxChange, undoCancel } from "./sandbox-changes";
import { moveSandboxClock, readClockFacts } from "./sandbox-clock-store";
import { accountNow } from "./sandbox-customer-store";
import { isSandboxOn } from "./sandbox-hook-gateway";
import { stepSec } from "./sandbox-next-event";
import { changeFromPortal, changeSandboxCard } from "./sandbox-portal-store";
import { findSandboxSession, paySandboxSession, reopenSandboxSession } from "./sandbox-session-store";
import { ClockStep, SandboxCardForm, type SandboxFault } from "./sandbox-types";

const PageId = z.string().min(1).max(100);

/**
 * Pays a checkout by a test card. Whoever has the page's address may pay, as at any provider.
 *
 * @returns where to go on: our own page, or the one that asks to confirm
 */
export async function payCheckout(sessionId: unknown, input: unknown): Promise<Result<string, SandboxFault>> {
  const id = await admit(sessionId);
  const form = SandboxCardForm.safeParse(input);
  if (!id || !form.success) return err(id ? "not-a-test-card" : "gone");
  const session = await findSandboxSession({ id }, new Date());
  if (!session) return err("gone");
  const card = judgeCard(form.data, await accountNow(session.clientReference, new Date()));
  if (!card.ok) return card;
  const paid = await paySandboxSession(id, card.value, new Date());
  if (!paid.ok) return paid;
  return ok(paid.value.state === "confirming" ? `/sandbox/checkout/${id}/confirm` : landingPath(paid.value.successUrl, id));
}

/** Confirms a payment that its card asked to confirm, or does not. @returns where to go on */
export async function confirmCheckout(sessionId: unknown, isConfirmed: boolean): Promise<Result<string, SandboxFault>> {
  const id = await admit(sessionId);
  const session = id && (await findSandboxSession({ id }, new Date()));
  if (!id || !session) return err("gone");
  if (session.state !== "confirming") return session.state === "paid" ? ok(landingPath(session.successUrl, id)) : err("gone");
  if (!isConfirmed) {
    await reopenSandboxSession(id);
    return err("not-confirmed");
  }
  const paid = await paySandboxSession(id, { last4: "3155", card: "pays", needsConfirmation: false }, new Date());
  return paid.ok ? ok(landingPath(paid.value.successUrl, id)) : paid;
}

/** Keeps another test card for a customer, from their portal. */
export async function changeCard(portalId: unknown, input: unknown): Promise<Result<void, SandboxFault>> {
  const id = await admit(portalId);
  const form = SandboxCardForm.safeParse(input);
  if (!id || !form.success) return err(id ? "not-a-test-card" : "gone");
  const card = judgeCard(form.data, new Date());
  return card.ok ? changeSandboxCard(id, card.value, new Date()) : card;
}

/** Cancels with the period from a portal, or takes that back. */
export async function changeRenewal(portalId: unknown, isEnding: boolean): Promise<Result<void, SandboxFault>> {
  const id = await admit(portalId);
  const change: SandboxChange = isEnding ? cancelAtPeriodEnd : undoCancel;
  return id ? changeFromPortal(id, change, new Date()) : err("gone");
}

/** Moves the asking account's clock ahead, and only theirs. */
export async function moveClock(input: unknown): Promise<Result<void, "off" | "sign-in" | "invalid">> {
  if (!isSandboxOn() || !(await requireSameSite())) return err("off");
  const viewer = await requireAccount();
  const facts = viewer && (await readClockFacts(viewer.userId, new Date()));
  if (!viewer || !facts) return err("sign-in");
  const step = ClockStep.safeParse(input);
  const bySec = step.success ? stepSec(step.data, facts) : null;
  if (bySec === null) return err("invalid");
  await moveSandboxClock(viewer.userId, bySec, new Date());
  return ok(undefined);
}

/** A page's id, where the sandbox is on and the request came from our own pages. */
async function admit(pageId: unknown): Promise<string | null> {
  if (!isSandboxOn() || !(await requireSameSite())) return null;
  return PageId.safeParse(pageId).data ?? null;
}
