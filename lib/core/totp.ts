import { createHmac, timingSafeEqual } from "node:crypto";

export const totpStepSec = 30;
export const totpDigits = 6;

/** How many steps a clock may be off either way; RFC 6238 section 5.2 advises one. */
const stepsOff = 1;

/** The number of the 30-second step that an instant falls into. */
export const totpStepAt = (now: Date): number => Math.floor(now.getTime() / 1_000 / totpStepSec);

/**
 * The code of one step: six digits.
 *
 * Source: RFC 4226 section 5.3 (truncation), RFC 6238 section 4 (steps of time), HMAC-SHA-1 as every app has it
 */
export function totpCode(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", secret).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** totpDigits).padStart(totpDigits, "0");
}

/**
 * The step whose code this is, one step of clock drift forgiven either way.
 *
 * @param afterStep steps up to this one were used: their codes count no more
 * @returns null for a code of no step that may still be used
 */
export function findTotpStep(secret: Uint8Array, code: string, now: Date, afterStep: number): number | null {
  const middle = totpStepAt(now);
  let found: number | null = null;
  for (let step = middle - stepsOff; step <= middle + stepsOff; step++) {
    if (isSameCode(totpCode(secret, step), code) && step > afterStep) found ??= step;
  }
  return found;
}

function isSameCode(ours: string, given: string): boolean {
  const [left, right] = [Buffer.from(ours), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
