import { err, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { deriveSecret, signHook, verifyHook } from "@/lib/platform/payments/hook-signature";
import { postHook } from "@/lib/platform/payments/post-hook";
import { SandboxEventBody } from "./sandbox-types";
import type { ProviderEvent } from "./types";

/** Whether the sandbox takes the payments: it does where no key of Stripe's is set, and nowhere else. */
export const isSandboxOn = (): boolean => env().STRIPE_SECRET_KEY === undefined;

const secretOfHooks = (): string | null => {
  const secret = env().AUTH_SECRET;
  return secret ? deriveSecret(secret, "sandbox webhooks") : null;
};

/** Sends one event to our own web over HTTP, signed as of `now`. @returns the answer's status, null for none */
export async function sendSandboxEvent(webOrigin: string, body: string, now: Date): Promise<number | null> {
  const secret = secretOfHooks();
  return secret ? postHook(webOrigin, "/api/webhooks/sandbox", body, signHook(body, secret, now)) : null;
}

/** The event in a body that the sandbox signed at most 300 s ago. @param now the real instant */
export function readSandboxEvent(
  rawBody: string,
  signature: string | null,
  now: Date,
): Result<ProviderEvent, { kind: "forged" | "stale" | "malformed" }> {
  const secret = secretOfHooks();
  if (!secret || !isSandboxOn()) return err({ kind: "forged" });
  const verified = verifyHook(rawBody, signature, secret, now);
  if (!verified.ok) return verified;
  const body = SandboxEventBody.safeParse(jsonOrNull(rawBody));
  if (!body.success) return err({ kind: "malformed" });
  const { id, type, created, livemode, data } = body.data;
  const refs = { customerId: data.customer, subscriptionId: data.subscription, sessionId: data.session };
  return ok({ id, type, ...refs, isLive: livemode, createdAt: new Date(created * 1_000) });
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
