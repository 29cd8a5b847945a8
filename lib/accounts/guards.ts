import "server-only";
import { timingSafeEqual } from "node:crypto";
import { headers } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import type { AuditActor } from "@/lib/audit/types";
import { type DigestName, isDigestOf } from "@/lib/core/keyed-digest";
import { err, ok, type Result } from "@/lib/core/result";
import type { Role, Viewer } from "@/lib/entitlements/types";
import { env } from "@/lib/platform/env";
import { findSignedIn, type SignedIn } from "./session-store";
import { isFreshProof } from "./step-up-rules";
import { findSecondStep } from "./step-up-store";
import type { SessionFacts } from "./types";
import { readUnsubscribeToken } from "./unsubscribe-token";

/** Who is asking, once per request. Makes the page dynamic: only the member lane may call it. */
export const getViewer = cache(async (): Promise<Viewer> => (await getSignedIn())?.viewer ?? { kind: "visitor" });

/** The session the request comes in, with the real role of its account; null for a visitor. */
export async function getSession(): Promise<SessionFacts | null> {
  return (await getSignedIn())?.session ?? null;
}

const getSignedIn = cache(async (): Promise<SignedIn | null> => {
  await connection();
  return findSignedIn(await headers());
});

/** Whoever is signed in; null for a visitor, who has to sign in first. */
export async function requireAccount(): Promise<Extract<Viewer, { kind: "account" }> | null> {
  const viewer = await getViewer();
  return viewer.kind === "account" ? viewer : null;
}

/**
 * Whoever is signed in and has proven it in the last five minutes, by signing in or at /step-up: for money, roles and
 * the keys of the account.
 */
export async function requireStepUp(): Promise<Result<Extract<Viewer, { kind: "account" }>, { kind: "sign-in" } | { kind: "step-up" }>> {
  const signedIn = await getSignedIn();
  if (!signedIn) return err({ kind: "sign-in" });
  const { session, viewer } = signedIn;
  if (!isFreshProof(session, new Date())) return err({ kind: "step-up" });
  // Else whoever has only an editor's password could add a factor of their own beside the editor's passkey.
  const isFactorMissing = session.secondFactorAt === null && (await findSecondStep(session.userId))?.hasTwoFactor !== false;
  return isFactorMissing ? err({ kind: "step-up" }) : ok(viewer);
}

declare const staffBrand: unique symbol;
/** Proof that someone of the staff asks, with the second factor where their role wants one, and their name for the log. */
export type Staff = {
  readonly viewer: Extract<Viewer, { kind: "account" }>;
  readonly actor: AuditActor;
  readonly [staffBrand]: true;
};

/** Whoever edits the paper: an editor or admin; null for anyone else, who is not told that there is a desk. */
export const requireEditor = (): Promise<Staff | null> => requireRole(["editor", "admin"]);

/** Whoever runs the paper; null for anyone else. */
export const requireAdmin = (): Promise<Staff | null> => requireRole(["admin"]);

/** Whoever works for a title of the catalogue, with that title; null for anyone else. */
export async function requirePublisher(): Promise<(Staff & { readonly publisherId: number }) | null> {
  const staff = await requireRole(["publisher"]);
  return staff && staff.viewer.publisherId !== null ? { ...staff, publisherId: staff.viewer.publisherId } : null;
}

async function requireRole(roles: readonly Role[]): Promise<Staff | null> {
  const viewer = await requireAccount();
  if (!viewer || viewer.role === "reader" || !roles.includes(viewer.role)) return null;
  return { viewer, actor: { id: viewer.userId, name: viewer.name, role: viewer.role } } as Staff;
}

declare const sameSiteBrand: unique symbol;
/** Proof that a request that changes something came from our own pages. */
export type SameSite = { readonly headers: Headers; readonly [sameSiteBrand]: true };

/**
 * Refuses a state-changing request that another site's page may have sent.
 *
 * @returns null when `Sec-Fetch-Site` names another site, or, where it is absent, `Origin` is not ours or missing
 * Source: OWASP CSRF cheat sheet, fetch metadata with origin fallback.
 */
export async function requireSameSite(): Promise<SameSite | null> {
  const received = await headers();
  const site = received.get("sec-fetch-site");
  const isOurs = site === null ? isOwnOrigin(received) : site === "same-origin" || site === "none";
  return isOurs ? ({ headers: received } as SameSite) : null;
}

function isOwnOrigin(received: Headers): boolean {
  const origin = received.get("origin");
  const host = received.get("host");
  if (!origin || !URL.canParse(origin)) return false;
  return origin === env().PUBLIC_URL || new URL(origin).host === host;
}

declare const fromWorkerBrand: unique symbol;
/** Proof that a request came from this install's own worker. */
export type FromWorker = { readonly [fromWorkerBrand]: true };

/** Admits the holder of the install's internal token, compared in constant time; null for anyone else. */
export function requireWorker(authorization: string | null): FromWorker | null {
  const expected = env().INTERNAL_TOKEN;
  if (!expected || !authorization) return null;
  const [given, wanted] = [Buffer.from(authorization), Buffer.from(`Bearer ${expected}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? ({} as FromWorker) : null;
}

declare const mailReaderBrand: unique symbol;
/** Proof that a request has the link of a mail that we sent to an account. */
export type MailReader = { readonly userId: string; readonly [mailReaderBrand]: true };

/** Admits whoever has the unsubscribe link of an account's mail; null for a link that is none of ours. */
export function requireMailReader(token: string): MailReader | null {
  const userId = readUnsubscribeToken(env().AUTH_SECRET ?? "", token);
  return userId === null ? null : ({ userId } as MailReader);
}

declare const fromHubBrand: unique symbol;
/** Proof that bytes came from the WebSub hub that shares a subscription's secret with us. */
export type FromHub = { readonly [fromHubBrand]: true };

/**
 * Admits what a hub signed with the secret of its subscription; null for anyone else's.
 *
 * @param signature the X-Hub-Signature header, or null
 * @param accepted digests in which this hub's signature counts
 */
export function requireHub(bytes: Uint8Array, signature: string | null, secret: string, accepted: readonly DigestName[]): FromHub | null {
  return signature !== null && isDigestOf(bytes, secret, signature, accepted) ? ({} as FromHub) : null;
}

declare const fromProviderBrand: unique symbol;
/** Proof that an event was signed by whoever takes our payments. */
export type FromProvider<Event> = { readonly event: Event; readonly [fromProviderBrand]: true };

/** Admits what the provider's own check of its signature let through; null for anything else. */
export function requireProvider<Event>(read: Result<Event, unknown>): FromProvider<Event> | null {
  return read.ok ? ({ event: read.value } as FromProvider<Event>) : null;
}
