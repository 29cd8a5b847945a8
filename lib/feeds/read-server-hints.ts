import { daySec, secondMs } from "@/lib/core/clock";
import type { ServerHints } from "./types";

/** No wait a server asks for is longer than we honour. */
export const retryAfterSecMax = 7 * daySec;

/**
 * What a server's answer says about when to come back.
 *
 * @param headers names in lower case
 * @param now when the answer came
 * @returns seconds from `now`; null for what is absent, past or unreadable
 * Source: RFC 9110 section 10.2.3 (Retry-After), RFC 9111 sections 5.2 and 5.3
 */
export function readServerHints(headers: Readonly<Record<string, string>>, now: Date): ServerHints {
  return { maxAgeSec: maxAge(headers, now), retryAfterSec: retryAfter(headers["retry-after"] ?? null, now) };
}

function maxAge(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const control = headers["cache-control"] ?? "";
  if (/\bno-(?:store|cache)\b/i.test(control)) return null;
  const stated = control.match(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i)?.[1];
  if (stated !== undefined) return positive(Number(stated));
  // Expires counts from the server's own clock, where it gives one.
  const answeredAt = Date.parse(headers.date ?? "") || now.getTime();
  return positive((Date.parse(headers.expires ?? "") - answeredAt) / secondMs);
}

function retryAfter(header: string | null, now: Date): number | null {
  if (!header) return null;
  const seconds = /^\s*\d{1,12}\s*$/.test(header) ? Number(header) : (httpDate(header) - now.getTime()) / secondMs;
  const wait = positive(seconds);
  return wait === null ? null : Math.min(wait, retryAfterSecMax);
}

/** Only a date with words in it: Date.parse would take "-5" for a year. */
const httpDate = (text: string): number => (/[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN);

const positive = (seconds: number): number | null => (Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null);
