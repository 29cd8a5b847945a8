import { ok, type Result } from "@/lib/core/result";
import { clientOf } from "./auth-request-gateway";
import { readDeviceCookie, setDeviceCookie, setSessionCookie } from "./cookie-gateway";
import type { EntryAccount } from "./credential-store";
import { isKnownDevice, rememberDevice } from "./device-store";
import { needsSecondFactor } from "./judge-session";
import { spendTries, type Try } from "./limits-store";
import { returnPath } from "./return-path";
import { openSession } from "./session-store";

/**
 * Counts a try at an account's password before it is compared. A browser that has signed in to it before has a budget
 * of its own, so that no stranger can lock its owner out.
 *
 * @returns the tries, to be given back where the password was right; or after how many seconds to come again
 */
export async function countPasswordTry(email: string, headers: Headers): Promise<Result<Try[], { retryAfterSec: number }>> {
  const device = await readDeviceCookie();
  const { network } = clientOf(headers);
  const tries: Try[] = (await isKnownDevice(email, device))
    ? [
        { budget: "device", key: `${email} ${device}` },
        { budget: "deviceAccount", key: email },
      ]
    : [
        { budget: "network", key: network },
        { budget: "strangerHere", key: `${email} ${network}` },
        { budget: "stranger", key: email },
      ];
  const allowed = await spendTries(tries);
  return allowed.ok ? ok(tries) : allowed;
}

/** Signs an account in on this browser. @returns where to go next */
export async function openHere(account: EntryAccount, method: string, returnTo: string, headers: Headers): Promise<string> {
  const [ipAddress, userAgent] = [clientOf(headers).address, headers.get("user-agent")?.slice(0, 400) ?? null];
  await setSessionCookie(await openSession({ userId: account.id, method, secondFactorAt: null, ipAddress, userAgent }, new Date()));
  return goOn(account, returnTo);
}

/**
 * Where someone goes who has just signed in: to their second step, if the account has one; staff without one go to set
 * it up; everyone else goes back to where they came from, on a browser that is known from now on.
 */
export async function goOn(account: EntryAccount, returnTo: string): Promise<string> {
  const back = new URLSearchParams({ returnTo: returnPath(returnTo) });
  if (!account.twoFactorEnabled) await noteDevice(account.id);
  return account.twoFactorEnabled || needsSecondFactor(account.role) ? `/sign-in/second-step?${back}` : returnPath(returnTo);
}

/** Remembers this browser as one that has signed in to an account, wholly. */
export async function noteDevice(userId: string): Promise<void> {
  await setDeviceCookie(await rememberDevice(userId, await readDeviceCookie(), new Date()));
}
