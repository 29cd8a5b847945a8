import { randomUUID } from "node:crypto";
import { noteSession, openAttempt } from "@/lib/billing/attempt-store";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { paySandboxSession } from "@/lib/billing/sandbox-session-store";
import type { SandboxCard } from "@/lib/billing/sandbox-types";
import { billingTerms } from "@/lib/billing/terms-gateway";
import type { Price } from "@/lib/billing/types";
import { addMs, dayMs } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { deriveSecret, signHook } from "@/lib/platform/payments/hook-signature";
import type { PrismaClient } from "@/prisma/generated/client";

export const monthly: Price = { plan: "monthly", currency: "USD", amountMinor: 999, providerPriceId: null };

/** A reader with a running trial. */
export async function makeReader(db: PrismaClient, facts: { trialEndsAt?: Date | null } = {}): Promise<string> {
  const id = randomUUID();
  const trialEndsAt = facts.trialEndsAt === undefined ? addMs(new Date(), 14 * dayMs) : facts.trialEndsAt;
  await db.user.create({ data: { id, name: "Ada", email: `${id}@example.com`, emailVerified: true, trialEndsAt } });
  return id;
}

/** Goes through a checkout of the sandbox and pays it; nothing of it is in our books yet. */
export async function payForMembership(userId: string, price: Price = monthly, card: SandboxCard = "pays") {
  const terms = billingTerms(new Date());
  const attemptId = await openAttempt(userId, price, "sandbox", terms.now);
  const pages = { successUrl: "http://localhost:3000/back", cancelUrl: "http://localhost:3000/price" };
  const account = { userId, email: `${userId}@example.com`, customerId: null };
  const opened = await sandboxProvider().startCheckout({ kind: "membership", attemptId, ...account, price, months: 0, ...pages });
  if (!opened.ok) throw new Error(opened.error.kind);
  await noteSession(attemptId, opened.value.sessionId);
  const paid = await paySandboxSession(opened.value.sessionId, { card, last4: "4242", needsConfirmation: false }, new Date());
  if (!paid.ok || !paid.value.customerId || !paid.value.subscriptionId) throw new Error("The checkout was not paid.");
  return { sessionId: opened.value.sessionId, customerId: paid.value.customerId, subscriptionId: paid.value.subscriptionId };
}

/** A webhook of the sandbox as it comes over the wire. */
export function hookRequest(body: string, signedAt = new Date(), secret = hookSecret()): Request {
  const headers = { "content-type": "application/json", "sandbox-signature": signHook(body, secret, signedAt) };
  return new Request("http://localhost:3000/api/webhooks/sandbox", { method: "POST", headers, body });
}

const hookSecret = (): string => deriveSecret(env().AUTH_SECRET ?? "", "sandbox webhooks");
