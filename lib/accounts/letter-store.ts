import { inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { type EntryAccount, findAccountById, markVerified, saveEmail, savePassword, takeKeys } from "./credential-store";
import { forgetDevices } from "./device-store";
import { type AskedProof, askProof, dropProofs, takeLink } from "./mail-proof-store";
import type { Notice } from "./notice-mail";
import { endSessions } from "./session-store";

/** Asks for a letter; the worker makes its secrets and sends it, so that an answer never waits for a mail server. */
export async function queueLetter(asked: AskedProof, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const proofId = await askProof(asked, now, tx);
    await enqueue({ name: "mail.proof", data: { proofId }, key: proofId }, tx);
  });
}

/** Tells an account's owner what was changed. @param to the address to tell, which may be the one before */
export async function queueNotice(notice: Notice, name: string, to: string): Promise<void> {
  await enqueue({ name: "mail.notice", data: { notice, name, to } });
}

/**
 * Sets a password under the link of a letter, which then has been used. Everyone signed in is signed out, every browser
 * forgotten; a second factor stays, unless nobody had ever proven to read the account's address.
 *
 * @param hash of argon2id, never the password
 * @returns null when the link does not count
 */
export function resetByLink(token: string, hash: string, now: Date): Promise<EntryAccount | null> {
  return inTransaction(async (tx) => {
    const proof = await takeLink("reset", token, now, tx);
    const account = proof?.userId ? await findAccountById(proof.userId, tx) : null;
    if (!account || account.email !== proof?.email) return null;
    if (!account.emailVerified) await takeKeys(account.id, tx);
    await savePassword(account.id, hash, tx);
    await markVerified(account.id, tx);
    await endSessions(account.id, null, tx);
    await forgetDevices(account.id, null, tx);
    await dropProofs(account.id, account.email, tx);
    return account;
  });
}

/** What came of the confirmation of a new address. */
export type Moved = { kind: "moved"; account: EntryAccount; email: string } | { kind: "taken" } | { kind: "spent" };

/** Gives an account the address that the link of a letter was sent to; every session but one ends. */
export function moveByLink(token: string, keptSessionId: string | null, now: Date): Promise<Moved> {
  return inTransaction(async (tx) => {
    const proof = await takeLink("new-address", token, now, tx);
    const account = proof?.userId ? await findAccountById(proof.userId, tx) : null;
    if (!proof || !account) return { kind: "spent" };
    if (!(await saveEmail(account.id, proof.email, tx))) return { kind: "taken" };
    await endSessions(account.id, keptSessionId, tx);
    await dropProofs(account.id, account.email, tx);
    return { kind: "moved", account, email: proof.email };
  });
}

/** Notes that the address of an account was proven; keys that somebody else may have put there go first. */
export function proveAddress(userId: string, keepsKeys: boolean): Promise<void> {
  return inTransaction(async (tx) => {
    if (!keepsKeys) await takeKeys(userId, tx);
    await markVerified(userId, tx);
  });
}

/** Sets an account's password; every session but this one ends, and no letter counts any more. */
export function changePasswordOf(account: EntryAccount, hash: string, keptSessionId: string, keptDevice: string | null): Promise<void> {
  return inTransaction(async (tx) => {
    await savePassword(account.id, hash, tx);
    await endSessions(account.id, keptSessionId, tx);
    await forgetDevices(account.id, keptDevice, tx);
    await dropProofs(account.id, account.email, tx);
  });
}
