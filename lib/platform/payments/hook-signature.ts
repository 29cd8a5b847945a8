import { createHmac, timingSafeEqual } from "node:crypto";
import { err, ok, type Result } from "@/lib/core/result";

const tolerancePastSec = 300;

/** A signature header over a body: "t=1766400000,v1=<hex>", as Stripe writes them. */
export function signHook(rawBody: string, secret: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1_000);
  return `t=${seconds},v1=${digest(rawBody, secret, seconds).toString("hex")}`;
}

/**
 * Whether a body carries a signature of ours that is at most 300 s old; compared in constant time.
 *
 * Source: Stripe, "Verify webhook signatures manually"
 */
export function verifyHook(rawBody: string, header: string | null, secret: string, now: Date): Result<void, { kind: "forged" | "stale" }> {
  const [, seconds, hex] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? "") ?? [];
  if (!seconds || !hex) return err({ kind: "forged" });
  if (!timingSafeEqual(Buffer.from(hex, "hex"), digest(rawBody, secret, Number(seconds)))) return err({ kind: "forged" });
  const ageSec = Math.abs(now.getTime() / 1_000 - Number(seconds));
  return ageSec <= tolerancePastSec ? ok(undefined) : err({ kind: "stale" });
}

const digest = (rawBody: string, secret: string, seconds: number): Buffer =>
  createHmac("sha256", secret).update(`${seconds}.${rawBody}`).digest();

/** A secret for one purpose, made from the install's own: whoever learns it has learnt no other. */
export function deriveSecret(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(purpose).digest("hex");
}
