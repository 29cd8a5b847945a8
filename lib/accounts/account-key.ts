import { keyedDigest } from "@/lib/core/keyed-digest";

/**
 * The name under which the books know an account: they stay whole when it is erased, and do not say whose they were.
 *
 * @param secret the install's AUTH_SECRET
 * @returns 64 hex digits, always the same for one account
 */
export function accountKey(secret: string, userId: string): string {
  return keyedDigest(secret, `account:${userId}`);
}
