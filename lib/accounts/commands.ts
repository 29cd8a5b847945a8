import "server-only";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { askAuth, clientOf } from "./auth-request-gateway";
import { isCommonPassword } from "./common-passwords";
import { dropSessionCookie } from "./cookie-gateway";
import { findCredential, findEntryAccount } from "./credential-store";
import { countPasswordTry, noteDevice, openHere } from "./entry-gateway";
import { fieldWords } from "./field-words";
import { getSession, requireSameSite } from "./guards";
import { judgePassword } from "./judge-password";
import { refundTries, spendTries } from "./limits-store";
import { GateFull } from "./make-gate";
import { isPasswordOf } from "./password-gateway";
import { returnPath } from "./return-path";
import { endSession } from "./session-store";
import { type AccountError, SignInForm, SignUpForm } from "./types";

/** Someone whose queue is full is served within seconds. */
const busy: AccountError = { kind: "busy", retryAfterSec: 5 };

/**
 * Makes an account, starts its trial and signs it in.
 *
 * @returns the safe path to go back to, or what the form should say
 */
export async function signUp(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = SignUpForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { name, email, password, returnTo } = form.data;
  const weakness = judgePassword(password, { name, email, product: product.name }, isCommonPassword);
  if (weakness) return err({ kind: "weak-password", reason: weakness });
  const allowed = await spendTries([{ budget: "signUp", key: clientOf(proof.headers).network }]);
  if (!allowed.ok) return err({ kind: "too-many-attempts", ...allowed.error });
  const answer = await askAuth(proof.headers, "/sign-up/email", { name, email, password });
  if (!answer.ok) return err(signUpError(answer.status));
  const account = await findEntryAccount(email);
  if (account) await noteDevice(account.id);
  return ok(returnPath(returnTo));
}

/** Signs an account in. One answer for an unknown address and a wrong password. */
export async function signIn(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = SignInForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { email, password, returnTo } = form.data;
  const counted = await countPasswordTry(email, proof.headers);
  if (!counted.ok) return err({ kind: "too-many-attempts", ...counted.error });
  const found = await findCredential(email);
  const isRight = await ifThereIsRoom(() => isPasswordOf(found?.hash ?? null, password));
  // Only a wrong password is a guess.
  if (isRight !== false) await refundTries(counted.value);
  if (isRight === null) return err(busy);
  return isRight && found
    ? ok(await openHere(found.account, "password", returnTo ?? "/", proof.headers))
    : err({ kind: "wrong-credentials" });
}

/** @returns null when too many wait already */
async function ifThereIsRoom<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof GateFull) return null;
    throw cause;
  }
}

/** Ends the session in the database and drops its cookie. Signing out twice is no fault. */
export async function signOut(): Promise<Result<void, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const session = await getSession();
  if (session) await endSession(session.userId, session.sessionId);
  await dropSessionCookie();
  return ok(undefined);
}

function signUpError(status: number): AccountError {
  if (status === 503) return busy;
  return status === 422 ? { kind: "email-taken" } : { kind: "unavailable" };
}
