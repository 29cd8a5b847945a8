import "server-only";
import { err, ok, type Result } from "@/lib/core/result";
import { findTotpStep } from "@/lib/core/totp";
import { setSessionCookie } from "./cookie-gateway";
import { getSession, requireAccount, requireSameSite, requireStepUp } from "./guards";
import { queueNotice } from "./letter-store";
import { refundTries, spendTries } from "./limits-store";
import { rotateSession } from "./session-store";
import { secondStepTries, settleSecondFactor } from "./step-up-store";
import { CodeForm } from "./step-up-types";
import { newBackupCodes, newSealedSecret, openSecret } from "./two-factor-gateway";
import { readCode } from "./two-factor-rules";
import {
  confirmTwoFactor,
  dropFreshCodes,
  findTwoFactor,
  keepFreshCodes,
  removeTwoFactor,
  replaceBackupCodes,
  startTwoFactor,
} from "./two-factor-store";
import type { TwoFactorError } from "./two-factor-types";

type Answer = Promise<Result<void, TwoFactorError>>;

/** Begins to set up an authenticator app; one that is in use stays as it is. */
export async function beginTwoFactor(): Answer {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  await startTwoFactor(account.value.userId, await newSealedSecret());
  return ok(undefined);
}

/**
 * Ends the set-up with a first code of the app. From then on no way of signing in but a passkey goes without one;
 * other sessions end, and this one gets a new token and has shown its second factor.
 */
export async function confirmTwoFactorSetUp(input: unknown): Answer {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  // Read before the app counts: from then on this session lacks a second factor too, until it is written down.
  const session = await getSession();
  const form = CodeForm.safeParse(input);
  if (!session || !form.success) return err({ kind: "wrong-code" });
  const { userId } = account.value;
  const step = await tryFirstCode(userId, form.data.code);
  if (!step.ok) return step;
  const { codes, digests } = newBackupCodes();
  const now = new Date();
  if (!(await confirmTwoFactor(userId, step.value, digests, now))) return err({ kind: "unavailable" });
  await keepFreshCodes(userId, codes, now);
  await queueNotice("second-factor-on", account.value.name, account.value.email);
  await setSessionCookie(await rotateSession(session.sessionId, { secondFactorAt: now, steppedUpAt: now }));
  return ok(undefined);
}

/** Gives ten new backup codes; the old ones are dead with that. */
export async function renewBackupCodes(): Answer {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  const { codes, digests } = newBackupCodes();
  if (!(await replaceBackupCodes(account.value.userId, digests))) return err({ kind: "unavailable" });
  await keepFreshCodes(account.value.userId, codes, new Date());
  return ok(undefined);
}

/** Takes new backup codes from their page, once they were written down. */
export async function forgetFreshCodes(): Answer {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireAccount();
  if (!account) return err({ kind: "sign-in" });
  await dropFreshCodes(account.userId);
  return ok(undefined);
}

/** Takes the app away from the account. An editor or admin without a passkey counts as a reader from then on. */
export async function removeTwoFactorApp(): Answer {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  const wasOn = await removeTwoFactor(account.value.userId);
  await settleSecondFactor(account.value.userId);
  if (wasOn) await queueNotice("second-factor-off", account.value.name, account.value.email);
  return ok(undefined);
}

async function tryFirstCode(userId: string, typed: string): Promise<Result<number, TwoFactorError>> {
  const tries = secondStepTries(userId);
  if (!(await spendTries(tries)).ok) return err({ kind: "too-many-attempts" });
  const record = await findTwoFactor(userId);
  if (!record || record.confirmedAt) return err({ kind: "unavailable" });
  const step = findTotpStep(await openSecret(record.secret), readCode(typed).code, new Date(), record.lastStep);
  if (step === null) return err({ kind: "wrong-code" });
  await refundTries(tries);
  return ok(step);
}
