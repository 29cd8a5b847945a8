import "server-only";
import { timingSafeEqual } from "node:crypto";
import { headers } from "next/headers";
import { connection } from "next/server";
import { cache } from "react";
import { type DigestName, isDigestOf } from "@/lib/core/keyed-digest";
import type { Viewer } from "@/lib/entitlements/types";
import { env } from "@/lib/platform/env";
import { findViewer } from "./session-store";

/** Who is asking, once per request. Makes the page dynamic: only the member lane may call it. */
export const getViewer = cache(async (): Promise<Viewer> => {
  await connection();
  return findViewer(await headers());
});

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
