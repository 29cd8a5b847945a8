import "server-only";
import { err, ok, type Result } from "@/lib/core/result";
import { clientOf } from "./auth-request-gateway";
import { setSessionCookie } from "./cookie-gateway";
import { noteDevice } from "./entry-gateway";
import { getSession, requireSameSite, requireStepUp, type SameSite } from "./guards";
import { queueNotice } from "./letter-store";
import { refundTries, spendTries, type Try } from "./limits-store";
import { openChallenge, verifyNewPasskey, verifyUsedPasskey } from "./passkey-gateway";
import { passkeyName } from "./passkey-name";
import { claimChallenge, findPasskey, insertPasskey, markPasskeyUsed, removePasskey, renamePasskey } from "./passkey-store";
import { type PasskeyError, PasskeyForm, PasskeyProofForm, RemoveForm, RenameForm, type UsedPasskey } from "./passkey-types";
import { returnPath } from "./return-path";
import { openSession, rotateSession } from "./session-store";
import { isHalfOpen } from "./step-up-rules";
import { findProvableSession, secondStepTries, settleSecondFactor } from "./step-up-store";

/** Keeps a passkey that the browser has just made. The session has shown its second factor with that. */
export async function addPasskey(input: unknown): Promise<Result<void, PasskeyError>> {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  const session = await getSession();
  const form = PasskeyForm.safeParse(input);
  if (!session || !form.success) return err({ kind: "passkey-refused" });
  const now = new Date();
  const challenge = openChallenge(form.data.token, "add", session.sessionId, now);
  if (challenge === null) return err({ kind: "passkey-late" });
  const passkey = await verifyNewPasskey(form.data.credential, challenge);
  if (!passkey) return err({ kind: "passkey-refused" });
  if (!(await claimChallenge(challenge, now))) return err({ kind: "passkey-late" });
  const name = passkeyName(passkey.transports, passkey.isBackedUp);
  if (!(await insertPasskey(account.value.userId, { ...passkey, name }))) return err({ kind: "passkeys-full" });
  await carryProof(session.sessionId);
  await queueNotice("way-added", account.value.name, account.value.email);
  return ok(undefined);
}

/** Gives a passkey another name. */
export async function nameOwnPasskey(input: unknown): Promise<Result<void, PasskeyError>> {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  const form = RenameForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid", fields: { name: "Enter a name of at most 60 characters." } });
  return (await renamePasskey(account.value.userId, form.data.id, form.data.name)) ? ok(undefined) : err({ kind: "unavailable" });
}

/** Takes a passkey from the account; it opens nothing any more. */
export async function removeOwnPasskey(input: unknown): Promise<Result<void, PasskeyError>> {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  const form = RemoveForm.safeParse(input);
  if (!form.success) return err({ kind: "unavailable" });
  if (!(await removePasskey(account.value.userId, form.data.id))) return err({ kind: "unavailable" });
  await settleSecondFactor(account.value.userId);
  await queueNotice("way-removed", account.value.name, account.value.email);
  return ok(undefined);
}

/**
 * Signs in with a passkey: possession and the authenticator's own check of its user are two factors at once.
 *
 * @returns the safe path to go back to
 */
export async function signInWithPasskey(input: unknown): Promise<Result<string, PasskeyError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = PasskeyProofForm.safeParse(input);
  if (!form.success) return err({ kind: "passkey-refused" });
  const { address: ipAddress, network } = clientOf(proof.headers);
  const budget: Try = { budget: "codesFrom", key: network };
  if (!(await spendTries([budget])).ok) return err({ kind: "too-many-attempts" });
  const used = await takePasskey(form.data.credential, openChallenge(form.data.token, "sign-in", "", new Date()), null);
  if (!used.ok) return used;
  await refundTries([budget]);
  const now = new Date();
  const userAgent = proof.headers.get("user-agent")?.slice(0, 400) ?? null;
  const session = { userId: used.value, method: "passkey", secondFactorAt: now, ipAddress, userAgent };
  await setSessionCookie(await openSession(session, now));
  await noteDevice(used.value);
  return ok(returnPath(form.data.returnTo));
}

/** Takes a passkey as the second step of signing in, or as a proof anew. */
export async function proveByPasskey(input: unknown): Promise<Result<string, PasskeyError>> {
  const proof = await requireSameSite();
  if (!proof) return err({ kind: "unavailable" });
  const form = PasskeyProofForm.safeParse(input);
  if (!form.success) return err({ kind: "passkey-refused" });
  const session = await findOwnSession(proof);
  if (!session) return err({ kind: "sign-in" });
  const tries = secondStepTries(session.userId);
  if (!(await spendTries(tries)).ok) return err({ kind: "too-many-attempts" });
  const challenge = openChallenge(form.data.token, "prove", session.sessionId, new Date());
  const used = await takePasskey(form.data.credential, challenge, session.userId);
  if (!used.ok) return used;
  await refundTries(tries);
  await carryProof(session.sessionId);
  if (isHalfOpen(session)) await noteDevice(session.userId);
  return ok(returnPath(form.data.returnTo));
}

const findOwnSession = ({ headers }: SameSite) => findProvableSession(headers);

/**
 * Checks a passkey's signature over our question and uses both up.
 *
 * @param ownerId whose passkey it has to be; null takes anyone's
 * @returns the account it belongs to
 */
async function takePasskey(used: UsedPasskey, challenge: string | null, ownerId: string | null): Promise<Result<string, PasskeyError>> {
  if (challenge === null) return err({ kind: "passkey-late" });
  const stored = await findPasskey(used.id);
  if (!stored || (ownerId !== null && stored.userId !== ownerId)) return err({ kind: "passkey-refused" });
  const verified = await verifyUsedPasskey(used, challenge, stored);
  if (!verified) return err({ kind: "passkey-refused" });
  const now = new Date();
  if (!(await claimChallenge(challenge, now))) return err({ kind: "passkey-late" });
  return (await markPasskeyUsed(stored.id, verified, now)) ? ok(stored.userId) : err({ kind: "passkey-refused" });
}

/** The session gets a new token and has shown a second factor now. */
async function carryProof(sessionId: string): Promise<void> {
  const now = new Date();
  await setSessionCookie(await rotateSession(sessionId, { secondFactorAt: now, steppedUpAt: now }));
}
