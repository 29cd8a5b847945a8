import { isSignedBy } from "@/lib/core/signature";

/**
 * The session token in a Cookie header, if its signature is ours.
 *
 * better-auth writes `token.signature`, URI-encoded, where the signature is the base64 of HMAC-SHA256 of the token
 * under the install's secret.
 *
 * @param cookieName the session cookie's name
 * @returns null for no cookie, a malformed one, or a signature that is not ours
 */
export function readSessionCookie(header: string | null, cookieName: string, secret: string): string | null {
  const pair = header?.split(";").find((each) => each.trim().startsWith(`${cookieName}=`));
  const value = pair ? decode(pair.slice(pair.indexOf("=") + 1).trim()) : null;
  const dot = value?.lastIndexOf(".") ?? -1;
  if (!value || dot < 1) return null;
  const token = value.slice(0, dot);
  return isSignedBy(secret, token, value.slice(dot + 1)) ? token : null;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
