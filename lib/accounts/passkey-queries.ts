import "server-only";
import { headers } from "next/headers";
import { getSession, requireAccount } from "./guards";
import { askForNewPasskey, askForPasskey } from "./passkey-gateway";
import { listPasskeys } from "./passkey-store";
import type { PasskeyLine, PasskeyRequest } from "./passkey-types";
import { isFreshProof } from "./step-up-rules";
import { findProvableSession } from "./step-up-store";

/** The passkeys of whoever is signed in; `request` asks the browser for another, and is null until they prove who they are. */
export async function readPasskeys(now: Date): Promise<{ passkeys: PasskeyLine[]; request: PasskeyRequest | null } | null> {
  const [viewer, session] = [await requireAccount(), await getSession()];
  if (!viewer || !session) return null;
  const passkeys = await listPasskeys(viewer.userId);
  const request = isFreshProof(session, now) ? await askForNewPasskey(viewer, passkeys, session.sessionId, now) : null;
  return { passkeys: passkeys.map(({ transports: _, ...line }) => line), request };
}

/** Asks the browser of someone who is signing in for any passkey of ours. */
export function askForSignIn(now: Date): Promise<PasskeyRequest> {
  return askForPasskey("sign-in", [], "", now);
}

/** Asks for a passkey of the account whose session is to be proven; null where there is no session or no passkey. */
export async function askForProof(now: Date): Promise<PasskeyRequest | null> {
  const session = await findProvableSession(await headers());
  const allowed = session ? await listPasskeys(session.userId) : [];
  return session && allowed.length > 0 ? askForPasskey("prove", allowed, session.sessionId, now) : null;
}
