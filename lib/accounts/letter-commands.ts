import "server-only";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { auth } from "./auth-gateway";
import { clientOf } from "./auth-request-gateway";
import { nameFromAddress } from "./canonical-address";
import { isCommonPassword } from "./common-passwords";
import { readDeviceCookie } from "./cookie-gateway";
import { type EntryAccount, findAccountById, findEntryAccount, markVerified } from "./credential-store";
import { isKnownDevice } from "./device-store";
import { openHere } from "./entry-gateway";
import { fieldWords } from "./field-words";
import { getSession, requireAccount, requireSameSite, type SameSite } from "./guards";
import { judgePassword } from "./judge-password";
import { moveByLink, proveAddress, queueLetter, queueNotice, resetByLink } from "./letter-store";
import { spendTries } from "./limits-store";
import { findLink, type MailProof, takeCode, takeLink } from "./mail-proof-store";
import { GateFull } from "./make-gate";
import { hashPassword } from "./password-gateway";
import { returnPath } from "./return-path";
import { type AccountError, CodeForm, LetterForm, LinkForm, type ProofPurpose, ResetForm } from "./types";

/**
 * Asks for a letter with a code and a link to sign in, or to sign up where the address has no account yet. The answer
 * is the same either way, and waits for no mail server.
 */
export function askSignInLetter(input: unknown): Promise<Result<string, AccountError>> {
  return askLetter("sign-in", input);
}

/** Asks for a letter with a link to a new password; the answer does not tell whether the address has an account. */
export function askResetLetter(input: unknown): Promise<Result<string, AccountError>> {
  return askLetter("reset", input);
}

async function askLetter(purpose: ProofPurpose, input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = LetterForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { email } = form.data;
  const allowed = await spendTries([
    { budget: "lettersFrom", key: clientOf(proof.headers).network },
    { budget: "letterTo", key: `${purpose} ${email}` },
  ]);
  if (!allowed.ok) return err({ kind: "too-many-attempts", ...allowed.error });
  const returnTo = returnPath(form.data.returnTo);
  const account = await findEntryAccount(email);
  await queueLetter({ purpose, email, userId: account?.id ?? null, returnTo }, new Date());
  return ok(returnTo);
}

/** Signs in with the code of a letter. */
export async function signInByCode(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = CodeForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const allowed = await spendTries([{ budget: "codesFrom", key: clientOf(proof.headers).network }]);
  if (!allowed.ok) return err({ kind: "too-many-attempts", ...allowed.error });
  const taken = await takeCode("sign-in", form.data.email, form.data.code, new Date());
  return taken ? ok(await enter(taken, "code", proof)) : err({ kind: "wrong-code" });
}

/** Signs in with the link of a letter. */
export async function signInByLink(input: unknown): Promise<Result<string, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = LinkForm.safeParse(input);
  const taken = form.success ? await takeLink("sign-in", form.data.token, new Date()) : null;
  return taken ? ok(await enter(taken, "link", proof)) : err({ kind: "link-spent" });
}

/** Whoever proved to read an address is let into its account, which is made if there is none. */
async function enter(proven: MailProof, method: "code" | "link", { headers }: SameSite): Promise<string> {
  const known = await findEntryAccount(proven.email);
  if (!known) return openHere(await makeAccount(proven.email), method, proven.returnTo === "/" ? "/welcome" : proven.returnTo, headers);
  if (known.emailVerified) return openHere(known, method, proven.returnTo, headers);
  const isOwnBrowser = await isKnownDevice(proven.email, await readDeviceCookie());
  await proveAddress(known.id, isOwnBrowser);
  const account = (await findAccountById(known.id)) ?? known;
  return openHere(account, method, proven.returnTo, headers);
}

/** @throws Error when the account cannot be made */
async function makeAccount(email: string): Promise<EntryAccount> {
  const { internalAdapter } = await auth().$context;
  const user = { name: nameFromAddress(email), email, emailVerified: true };
  const made = await internalAdapter.createUser(user, { method: "magic-link" });
  const account = made ? await findAccountById(made.id) : null;
  if (!account) throw new Error("An account could not be made.");
  return account;
}

/** Sets a new password under the link of a letter. Nobody is signed in by it, and a second factor is still asked for. */
export async function resetPassword(input: unknown): Promise<Result<void, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = ResetForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { token, password } = form.data;
  const asked = await findLink("reset", token, new Date());
  const account = asked?.userId ? await findAccountById(asked.userId) : null;
  if (!account) return err({ kind: "link-spent" });
  const hashed = await hashNewPassword(password, account);
  if (!hashed.ok) return hashed;
  const reset = await resetByLink(token, hashed.value, new Date());
  if (!reset) return err({ kind: "link-spent" });
  await queueNotice("password-changed", reset.name, reset.email);
  return ok(undefined);
}

/** Judges a new password of an account and hashes it. */
export async function hashNewPassword(
  password: string,
  { name, email }: { name: string; email: string },
): Promise<Result<string, AccountError>> {
  const weakness = judgePassword(password, { name, email, product: product.name }, isCommonPassword);
  if (weakness) return err({ kind: "weak-password", reason: weakness });
  try {
    return ok(await hashPassword(password));
  } catch (cause) {
    if (cause instanceof GateFull) return err({ kind: "busy", retryAfterSec: 5 });
    throw cause;
  }
}

/** Confirms the address of the account that is signed in: nobody else's, so that no one vouches for a stranger's account. */
export async function confirmAddress(input: unknown): Promise<Result<void, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const viewer = await requireAccount();
  if (!viewer) return err({ kind: "sign-in" });
  const form = LinkForm.safeParse(input);
  const asked = form.success ? await findLink("verify", form.data.token, new Date()) : null;
  if (!form.success || asked?.userId !== viewer.userId || asked.email !== viewer.email) return err({ kind: "link-spent" });
  if (!(await takeLink("verify", form.data.token, new Date()))) return err({ kind: "link-spent" });
  await markVerified(viewer.userId);
  return ok(undefined);
}

/** Moves an account to the address that the letter was sent to, and tells the one before. */
export async function confirmNewAddress(input: unknown): Promise<Result<void, AccountError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = LinkForm.safeParse(input);
  if (!form.success) return err({ kind: "link-spent" });
  const moved = await moveByLink(form.data.token, (await getSession())?.sessionId ?? null, new Date());
  switch (moved.kind) {
    case "moved":
      await queueNotice("address-changed", moved.account.name, moved.account.email);
      return ok(undefined);
    case "taken":
      return err({ kind: "email-taken" });
    case "spent":
      return err({ kind: "link-spent" });
    default:
      return moved satisfies never;
  }
}
