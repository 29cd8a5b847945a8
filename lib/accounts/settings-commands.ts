import "server-only";
import { err, ok, type Result } from "@/lib/core/result";
import { clientOf } from "./auth-request-gateway";
import { readDeviceCookie, setSessionCookie } from "./cookie-gateway";
import { findAccountById, listWaysIn, removeProvider, saveName } from "./credential-store";
import { fieldWords } from "./field-words";
import { getSession, requireAccount, requireSameSite, requireStepUp } from "./guards";
import { hashNewPassword } from "./letter-commands";
import { changePasswordOf, queueLetter, queueNotice } from "./letter-store";
import { spendTries } from "./limits-store";
import { endSession, endSessions, rotateSession } from "./session-store";
import { type AccountError, EmailForm, NameForm, PasswordForm, ProviderForm, SessionForm } from "./types";

type Outcome = Promise<Result<void, AccountError>>;

/** Gives the account another name. */
export async function changeName(input: unknown): Outcome {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const viewer = await requireAccount();
  if (!viewer) return err({ kind: "sign-in" });
  const form = NameForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  await saveName(viewer.userId, form.data.name);
  return ok(undefined);
}

/** Asks to move the account to another address: a letter goes there, and nothing changes before its link is used. */
export async function askNewAddress(input: unknown): Outcome {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const stepped = await requireStepUp();
  if (!stepped.ok) return stepped;
  const form = EmailForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const { email } = form.data;
  const allowed = await spendTries([
    { budget: "lettersFrom", key: clientOf(proof.headers).network },
    { budget: "letterTo", key: `new-address ${email}` },
  ]);
  if (!allowed.ok) return err({ kind: "too-many-attempts", ...allowed.error });
  await queueLetter({ purpose: "new-address", email, userId: stepped.value.userId, returnTo: "/settings" }, new Date());
  return ok(undefined);
}

/** Sends the letter again that confirms the account's address. */
export async function askConfirmation(): Outcome {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const viewer = await requireAccount();
  if (!viewer) return err({ kind: "sign-in" });
  const allowed = await spendTries([{ budget: "letterTo", key: `verify ${viewer.email}` }]);
  if (!allowed.ok) return err({ kind: "too-many-attempts", ...allowed.error });
  await queueLetter({ purpose: "verify", email: viewer.email, userId: viewer.userId, returnTo: "/settings" }, new Date());
  return ok(undefined);
}

/** Sets another password, or the first one. Every other session ends, and this one has a new token. */
export async function changePassword(input: unknown): Outcome {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const stepped = await requireStepUp();
  if (!stepped.ok) return stepped;
  const form = PasswordForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: fieldWords(form.error.issues) });
  const [session, account] = await Promise.all([getSession(), findAccountById(stepped.value.userId)]);
  if (!session || !account) return err({ kind: "sign-in" });
  const hashed = await hashNewPassword(form.data.password, account);
  if (!hashed.ok) return hashed;
  await changePasswordOf(account, hashed.value, session.sessionId, await readDeviceCookie());
  await setSessionCookie(await rotateSession(session.sessionId, {}));
  await queueNotice("password-changed", account.name, account.email);
  return ok(undefined);
}

/** Signs one other browser out. */
export async function revokeSession(input: unknown): Outcome {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const viewer = await requireAccount();
  if (!viewer) return err({ kind: "sign-in" });
  const form = SessionForm.safeParse(input);
  if (form.success) await endSession(viewer.userId, form.data.sessionId);
  return ok(undefined);
}

/** Signs every other browser out. */
export async function revokeOtherSessions(): Outcome {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const session = await getSession();
  if (!session) return err({ kind: "sign-in" });
  await endSessions(session.userId, session.sessionId);
  return ok(undefined);
}

/** Takes a provider's key from the account; letters always remain a way in, once the address is confirmed. */
export async function removeWay(input: unknown): Outcome {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const stepped = await requireStepUp();
  if (!stepped.ok) return stepped;
  const form = ProviderForm.safeParse(input);
  if (!form.success) return err({ kind: "unavailable" });
  const { userId, name, email, isEmailVerified } = stepped.value;
  const ways = await listWaysIn(userId);
  const others = ways.providers.filter((id) => id !== form.data.provider).length + ways.passkeyCount + (ways.hasPassword ? 1 : 0);
  if (others === 0 && !isEmailVerified) return err({ kind: "last-way" });
  await removeProvider(userId, form.data.provider);
  await queueNotice("way-removed", name, email);
  return ok(undefined);
}
