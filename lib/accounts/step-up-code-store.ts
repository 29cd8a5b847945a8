import { addMs, minuteMs } from "@/lib/core/clock";
import { keyedDigest } from "@/lib/core/keyed-digest";
import { randomCode } from "@/lib/core/random-secret";
import { type Conn, db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";

/** How long a mailed code is good. */
export const mailCodeMinutes = 10;

const mailCodeDigits = 8;

/** Makes a code for one session, in place of an earlier one. @returns the code, which stands nowhere but in its mail */
export async function makeMailCode(sessionId: string, now: Date, conn: Conn = db): Promise<string> {
  const code = randomCode(mailCodeDigits);
  const identifier = nameOf(sessionId);
  const row = { value: digestOf(sessionId, code), expiresAt: addMs(now, mailCodeMinutes * minuteMs) };
  await conn.verification.upsert({ where: { id: identifier }, create: { id: identifier, identifier, ...row }, update: row });
  return code;
}

/** Whether this is the code that was mailed to the session; it is used up with that. */
export async function takeMailCode(sessionId: string, code: string, now: Date, conn: Conn = db): Promise<boolean> {
  const value = digestOf(sessionId, code.replace(/\s/g, ""));
  const { count } = await conn.verification.deleteMany({ where: { id: nameOf(sessionId), value, expiresAt: { gt: now } } });
  return count === 1;
}

const nameOf = (sessionId: string): string => `step-up-${sessionId}`;

const digestOf = (sessionId: string, code: string): string => keyedDigest(env().AUTH_SECRET ?? "", `step-up:${sessionId}:${code}`);
