import { isDigestOf, keyedDigest } from "@/lib/core/keyed-digest";

/**
 * What stands in the link that stops an account's mails of the first week: whoever has the mail may stop them, signed
 * in or not, and nobody can make the link of another account. It does not age, because old mails are opened too.
 *
 * @param secret the install's AUTH_SECRET
 * Source: RFC 8058 section 3.1 (a part of the address that is hard to forge)
 */
export function unsubscribeToken(secret: string, userId: string): string {
  return `${userId}.${keyedDigest(secret, signedText(userId))}`;
}

/** Whose mails a token stops; null for one that we did not make. */
export function readUnsubscribeToken(secret: string, token: string): string | null {
  const [, userId, digest] = /^(.+)[.]([0-9a-f]{64})$/.exec(token) ?? [];
  if (userId === undefined) return null;
  return isDigestOf(Buffer.from(signedText(userId)), secret, `sha256=${digest}`, ["sha256"]) ? userId : null;
}

const signedText = (userId: string): string => `unsubscribe\n${userId}`;
