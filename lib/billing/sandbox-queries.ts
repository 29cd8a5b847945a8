import "server-only";
import { connection } from "next/server";
import { requireAccount } from "@/lib/accounts/guards";
import { landingPath, ownPath } from "./sandbox-address";
import { listClockEvents, readClockFacts } from "./sandbox-clock-store";
import { isSandboxOn } from "./sandbox-hook-gateway";
import { nextEvent } from "./sandbox-next-event";
import { readSandboxPortal } from "./sandbox-portal-store";
import { findSandboxSession } from "./sandbox-session-store";
import { findSandboxInvoice } from "./sandbox-subscription-store";
import type { SandboxCheckoutView, SandboxClockView, SandboxInvoiceView, SandboxPortalView } from "./sandbox-types";

/** A checkout page of the sandbox; whoever has its address may see it. Null for none, and wherever Stripe takes the payments. */
export async function readSandboxCheckout(id: string): Promise<SandboxCheckoutView | null> {
  await connection();
  const session = isSandboxOn() ? await findSandboxSession({ id }, new Date()) : null;
  if (!session) return null;
  const { kind, state, plan, currency, amountMinor, months, successUrl, cancelUrl } = session;
  return { id, kind, state, plan, currency, amountMinor, months, successUrl: landingPath(successUrl, id), cancelUrl: ownPath(cancelUrl) };
}

/** A portal that is open; null otherwise, and wherever Stripe takes the payments. */
export async function readPortal(id: string): Promise<SandboxPortalView | null> {
  await connection();
  const view = isSandboxOn() ? await readSandboxPortal(id, new Date()) : null;
  return view && { ...view, returnUrl: ownPath(view.returnUrl) };
}

/** An invoice by its unguessable id; null for none, and wherever Stripe takes the payments. */
export async function readInvoice(id: string): Promise<SandboxInvoiceView | null> {
  await connection();
  return isSandboxOn() ? findSandboxInvoice(id) : null;
}

/** The asking account's clock. `off` wherever Stripe takes the payments. */
export async function readOwnClock(): Promise<SandboxClockView | "off" | "sign-in"> {
  await connection();
  if (!isSandboxOn()) return "off";
  const viewer = await requireAccount();
  const facts = viewer && (await readClockFacts(viewer.userId, new Date()));
  if (!facts) return "sign-in";
  return { now: facts.now, aheadSec: facts.aheadSec, next: nextEvent(facts), events: await listClockEvents(facts.customerId) };
}
