import { parseSetCookieHeader } from "better-auth/cookies";
import { cookies } from "next/headers";
import { daySec } from "@/lib/core/clock";
import { signatureOf } from "@/lib/core/signature";
import { env } from "@/lib/platform/env";
import { sessionAbsoluteMs } from "./judge-session";
import { deviceCookieName, sessionCookieName } from "./session-cookie";

// The database decides when a session ends; its cookie only has to last as long as a session can.
const sessionMaxAgeSec = sessionAbsoluteMs / 1000;
/** The longest that browsers keep a cookie. Source: RFC 6265bis, section 5.5 */
const deviceMaxAgeSec = 400 * daySec;

const isSecure = (): boolean => env().PUBLIC_URL?.startsWith("https:") ?? false;

/** Hands a session's token to the browser, signed as `readSessionCookie` reads it. */
export async function setSessionCookie(token: string): Promise<void> {
  await setCookie(sessionCookieName(isSecure()), `${token}.${signatureOf(env().AUTH_SECRET ?? "", token)}`, sessionMaxAgeSec);
}

/** Drops the session cookie; the row has to be ended as well. */
export async function dropSessionCookie(): Promise<void> {
  await setCookie(sessionCookieName(isSecure()), "", 0);
}

/** The mark that this browser was given at an earlier sign-in; null for a browser that has none. */
export async function readDeviceCookie(): Promise<string | null> {
  return (await cookies()).get(deviceCookieName(isSecure()))?.value ?? null;
}

/** Marks this browser as one that has signed in. */
export async function setDeviceCookie(device: string): Promise<void> {
  await setCookie(deviceCookieName(isSecure()), device, deviceMaxAgeSec);
}

/** Hands the cookies of an answer of better-auth's to the browser. */
export async function passCookies(answer: Response): Promise<void> {
  for (const header of answer.headers.getSetCookie()) {
    for (const [name, { value, "max-age": maxAge }] of parseSetCookieHeader(header)) {
      const isSession = name === sessionCookieName(isSecure());
      await setCookie(name, decodeURIComponent(value), isSession && maxAge ? sessionMaxAgeSec : maxAge);
    }
  }
}

async function setCookie(name: string, value: string, maxAge: number | undefined): Promise<void> {
  (await cookies()).set(name, value, { maxAge, path: "/", secure: isSecure(), httpOnly: true, sameSite: "lax" });
}
