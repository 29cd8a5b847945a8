import "server-only";
import { err, ok, type Result } from "@/lib/core/result";
import { sendMail } from "@/lib/platform/mail/send-mail";
import { setSessionCookie } from "./cookie-gateway";
import { noteDevice } from "./entry-gateway";
import { requireSameSite, type SameSite } from "./guards";
import { refundTries, spendTries, type Try } from "./limits-store";
import { GateFull } from "./make-gate";
import { verifyPassword } from "./password-gateway";
import { returnPath } from "./return-path";
import { rotateSession } from "./session-store";
import { mailCodeMinutes, makeMailCode, takeMailCode } from "./step-up-code-store";
import { stepUpMail } from "./step-up-mail";
import { isHalfOpen } from "./step-up-rules";
import { findPasswordHash, findProofWays, findProvableSession, type ProvableSession, secondStepTries } from "./step-up-store";
import { CodeForm, PasswordForm, type ProofError } from "./step-up-types";
import { takeCode } from "./two-factor-store";

type Proof = { session: ProvableSession; tries: Try[]; hasSecondFactor: boolean; isRight: () => Promise<boolean> };

/**
 * Takes a code of the authenticator app, or a backup code: the second step of signing in, or a proof anew.
 *
 * @returns the safe path to go on to
 */
export async function proveByCode(input: unknown): Promise<Result<string, ProofError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = CodeForm.safeParse(input);
  if (!form.success) return err({ kind: "wrong-code" });
  const session = await findProvableSession(proof.headers);
  if (!session) return err({ kind: "sign-in" });
  const isRight = () => takeCode(session.userId, form.data.code, new Date());
  const tries = secondStepTries(session.userId);
  const taken = await takeProof({ session, tries, hasSecondFactor: true, isRight }, { kind: "wrong-code" });
  return taken.ok ? ok(returnPath(form.data.returnTo)) : taken;
}

/** Takes the password as a proof anew; it never opens a session that still lacks its second factor. */
export async function proveByPassword(input: unknown): Promise<Result<string, ProofError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = PasswordForm.safeParse(input);
  if (!form.success) return err({ kind: "wrong-password" });
  const session = await findWholeSession(proof);
  if (!session) return err({ kind: "sign-in" });
  const isRight = async () => {
    const hash = await findPasswordHash(session.userId);
    return hash !== null && verifyPassword(hash, form.data.password);
  };
  const taken = await takeProof({ session, tries: stepUpTries(session), hasSecondFactor: false, isRight }, { kind: "wrong-password" });
  return taken.ok ? ok(returnPath(form.data.returnTo)) : taken;
}

/** Mails a code to an account that has neither password, app nor passkey. */
export async function mailProofCode(): Promise<Result<void, ProofError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const session = await findWholeSession(proof);
  if (!session) return err({ kind: "sign-in" });
  if (!(await findProofWays(session.userId, false)).mail) return err({ kind: "unavailable" });
  const spent = await spendTries([{ budget: "letterTo", key: session.email }]);
  if (!spent.ok) return err({ kind: "too-many-attempts" });
  const code = await makeMailCode(session.sessionId, new Date());
  const sent = await sendMail({ to: session.email, ...stepUpMail({ name: session.name, code, validMinutes: mailCodeMinutes }) });
  return sent.ok ? ok(undefined) : err({ kind: "unavailable" });
}

/** Takes the code that {@link mailProofCode} sent. */
export async function proveByMailCode(input: unknown): Promise<Result<string, ProofError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = CodeForm.safeParse(input);
  if (!form.success) return err({ kind: "wrong-code" });
  const session = await findWholeSession(proof);
  if (!session) return err({ kind: "sign-in" });
  const isRight = () => takeMailCode(session.sessionId, form.data.code, new Date());
  const taken = await takeProof({ session, tries: stepUpTries(session), hasSecondFactor: false, isRight }, { kind: "wrong-code" });
  return taken.ok ? ok(returnPath(form.data.returnTo)) : taken;
}

async function findWholeSession({ headers }: SameSite): Promise<ProvableSession | null> {
  const session = await findProvableSession(headers);
  return session && !isHalfOpen(session) ? session : null;
}

const stepUpTries = (session: ProvableSession): Try[] => [{ budget: "stepUp", key: session.userId }];

/** Counts the try before it is looked at; a right one costs nothing, and gives the session a new token. */
async function takeProof({ session, tries, hasSecondFactor, isRight }: Proof, wrong: ProofError): Promise<Result<void, ProofError>> {
  const spent = await spendTries(tries);
  if (!spent.ok) return err({ kind: "too-many-attempts" });
  try {
    if (!(await isRight())) return err(wrong);
  } catch (cause) {
    if (cause instanceof GateFull) return err({ kind: "unavailable" });
    throw cause;
  }
  await refundTries(tries);
  const now = new Date();
  await setSessionCookie(await rotateSession(session.sessionId, { steppedUpAt: now, ...(hasSecondFactor && { secondFactorAt: now }) }));
  if (isHalfOpen(session)) await noteDevice(session.userId);
  return ok(undefined);
}
