import { addMs, dayMs, minuteMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { keyedDigest } from "@/lib/core/keyed-digest";
import { randomCode, randomSecret } from "@/lib/core/random-secret";
import { type Conn, db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { ProofPurpose } from "./types";

/** A letter to be written. */
export type AskedProof = { purpose: ProofPurpose; email: string; userId: string | null; returnTo: string };

/** What a letter carries: both stand in it alone, their digests in the database. */
export type ProofSecrets = { token: string; code: string };

/** What a letter came to prove. */
export type MailProof = { email: string; userId: string | null; returnTo: string };

/** How long a letter counts; a confirmation of an address may wait for its reader. */
const lifeMs: Record<ProofPurpose, number> = {
  "sign-in": 20 * minuteMs,
  reset: 20 * minuteMs,
  verify: 7 * dayMs,
  "new-address": 20 * minuteMs,
};
/** Wrong codes after which a letter's code is dead; its link still counts. */
const guessesMax = 5;
const codeDigits = 8;

/** Notes that a letter was asked for; its secrets are made when it is written. @returns its id */
export async function askProof(asked: AskedProof, now: Date, conn: Conn = db): Promise<string> {
  await conn.mailProof.deleteMany({ where: { expiresAt: { lt: addMs(now, -dayMs) } } });
  const expiresAt = addMs(now, lifeMs[asked.purpose]);
  const { id } = await conn.mailProof.create({ data: { ...asked, createdAt: now, expiresAt }, select: { id: true } });
  return id;
}

/**
 * Makes the secrets of a letter; a letter written again has new ones.
 *
 * @returns null when the letter has been used, or nobody waits for it any more
 */
export async function sealProof(id: string, now: Date, conn: Conn = db): Promise<(AskedProof & ProofSecrets) | null> {
  const asked = await conn.mailProof.findFirst({
    where: { id, expiresAt: { gt: now } },
    select: { purpose: true, email: true, userId: true, returnTo: true },
  });
  if (!asked) return null;
  const purpose = readPurpose(asked.purpose);
  const secrets = { token: randomSecret(), code: randomCode(codeDigits) };
  const digests = { tokenHash: sha256Hex(secrets.token), codeDigest: codeDigestOf(id, secrets.code) };
  await conn.mailProof.update({ where: { id }, data: { ...digests, expiresAt: addMs(now, lifeMs[purpose]) }, select: { id: true } });
  return { ...asked, purpose, ...secrets };
}

/** Uses a letter's link: whoever comes first has it, everyone after has null. */
export async function takeLink(purpose: ProofPurpose, token: string, now: Date, conn: Conn = db): Promise<MailProof | null> {
  const [taken] = await conn.$queryRaw<MailProof[]>`
    DELETE FROM mail_proof WHERE token_hash = ${sha256Hex(token)} AND purpose = ${purpose} AND expires_at > ${now}
    RETURNING email, user_id AS "userId", return_to AS "returnTo"`;
  return taken ?? null;
}

/** Whether a letter's link would count now; looking uses nothing. */
export async function findLink(purpose: ProofPurpose, token: string, now: Date, conn: Conn = db): Promise<MailProof | null> {
  return conn.mailProof.findFirst({
    where: { tokenHash: sha256Hex(token), purpose, expiresAt: { gt: now } },
    select: { email: true, userId: true, returnTo: true },
  });
}

/** Uses a letter's code. A wrong one counts against every letter that waits for this address. */
export async function takeCode(purpose: ProofPurpose, email: string, code: string, now: Date, conn: Conn = db): Promise<MailProof | null> {
  const waiting = await conn.$queryRaw<{ id: string; codeDigest: string | null }[]>`
    UPDATE mail_proof SET guesses = guesses + 1
    WHERE email = ${email} AND purpose = ${purpose} AND expires_at > ${now} AND guesses < ${guessesMax}
    RETURNING id, code_digest AS "codeDigest"`;
  const right = waiting.find(({ id, codeDigest }) => codeDigest !== null && codeDigest === codeDigestOf(id, code));
  if (!right) return null;
  const [taken] = await conn.$queryRaw<MailProof[]>`
    DELETE FROM mail_proof WHERE id = ${right.id} RETURNING email, user_id AS "userId", return_to AS "returnTo"`;
  return taken ?? null;
}

/** Makes every letter of an account worthless, once its address or password changed. */
export async function dropProofs(userId: string, email: string, conn: Conn = db): Promise<void> {
  await conn.mailProof.deleteMany({ where: { OR: [{ userId }, { email }] } });
}

/** A code has few digits, so its digest is keyed: who has the table alone cannot try them all. */
const codeDigestOf = (id: string, code: string): string => keyedDigest(env().AUTH_SECRET ?? "", `code:${id}:${code}`);

function readPurpose(stored: string): ProofPurpose {
  return stored === "reset" || stored === "verify" || stored === "new-address" ? stored : "sign-in";
}
