import { daySec, secondMs } from "@/lib/core/clock";
import type { ServerHints } from "./types";

/** No wait a server asks for is longer than we honour. */
export const retryAfterSecMax = 7 * daySec;

/** What of an answer speaks of coming back: its headers (names in lower case) and those of the hops that led to it. */
type Answer = {
  headers: Readonly<Record<string, string>>;
  redirects: readonly { retryAfter: string | null }[];
};

/**
 * What a server's answer says about when to come back. Of several waits, one for each hop, the longest counts.
 * Instants are read against the server's own clock (`Date`), so that a wrong clock, theirs or ours, shortens nothing.
 *
 * @param now when the answer came, for answers without a `Date`
 * @returns seconds from the answer; null for what is absent, past or unreadable
 * Source: RFC 9110 section 10.2.3 (Retry-After), RFC 9111 sections 5.2 and 5.3
 */
export function readServerHints({ headers, redirects }: Answer, now: Date): ServerHints {
  const answeredAt = httpDate(headers.date ?? "") || now.getTime();
  const waits = [headers["retry-after"] ?? null, ...redirects.map((hop) => hop.retryAfter)].flatMap(
    (text) => retryAfter(text, answeredAt) ?? [],
  );
  return { maxAgeSec: maxAge(headers, answeredAt), retryAfterSec: waits.length === 0 ? null : Math.max(...waits) };
}

function maxAge(headers: Answer["headers"], answeredAt: number): number | null {
  const control = headers["cache-control"] ?? "";
  if (/\bno-(?:store|cache)\b/i.test(control)) return null;
  const stated = control.match(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i)?.[1];
  if (stated !== undefined) return positive(Number(stated));
  return positive((httpDate(headers.expires ?? "") - answeredAt) / secondMs);
}

function retryAfter(text: string | null, answeredAt: number): number | null {
  if (!text) return null;
  const seconds = /^\s*\d{1,12}\s*$/.test(text) ? Number(text) : (httpDate(text) - answeredAt) / secondMs;
  const wait = positive(seconds);
  return wait === null ? null : Math.min(wait, retryAfterSecMax);
}

/** Only a date with words in it: Date.parse would take "-5" or "0" for a year. */
const httpDate = (text: string): number => (/[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN);

const positive = (seconds: number): number | null => (Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null);
