import { daySec, hourSec, minuteSec } from "@/lib/core/clock";
import { retryAfterSecMax } from "./read-server-hints";
import type { PollError } from "./types";

/** A fault of the moment (a timeout, a 5xx) may be over soon. */
const briefSec = 15 * minuteSec;
/** A refusal or an empty address is a decision of someone's: it does not change within minutes. */
const lastingSec = hourSec;
const backOffSecMax = daySec;
/** Whoever takes us out of the file again finds us back the next day: that is how long the file is believed. */
const robotsSec = daySec;

/** A feed that seems dead is asked daily for about a month, weekly for about half a year, then every 30 days. */
export const weeklyAfter = 38;
const monthlyAfter = 60;

/**
 * How long to leave a feed alone after a failure: 15 minutes (an hour where the server refuses us or knows no such
 * address), doubled with each failure up to a day. A dead name or a 404 that stays is then asked weekly, and at
 * last every 30 days: it heals by itself however late it comes back. Never less than `paceSec`; a Retry-After of up
 * to seven days is kept. A refusal by robots.txt is looked at again every day.
 *
 * @param failureCount failures in a row, this one included
 * @param paceSec the feed's pace before it failed
 * @returns whole seconds
 * Source: security notes, section 2 (5xx, 404 and DNS dead) and section 4, items 7 and 8
 */
export function backOffSec(error: PollError, failureCount: number, paceSec: number): number {
  if (error.kind === "robots") return Math.max(robotsSec, paceSec);
  const doublings = Math.min(Math.max(failureCount, 1) - 1, 20);
  const doubled = Math.min((isLasting(error) ? lastingSec : briefSec) * 2 ** doublings, backOffSecMax);
  const backOff = Math.max(doubled, paceSec, isDead(error) ? deadSec(failureCount) : 0);
  const askedSec = error.kind === "http-status" ? (error.retryAfterSec ?? 0) : 0;
  return Math.round(Math.max(backOff, Math.min(askedSec, retryAfterSecMax)));
}

const isLasting = (error: PollError): boolean =>
  error.kind === "forbidden-address" || (error.kind === "http-status" && error.status >= 400 && error.status < 500 && error.status !== 408);

/** Whether a failure, where it stays, means that nobody is there any more. */
export const isDead = (error: PollError): boolean => error.kind === "dns" || (error.kind === "http-status" && error.status === 404);

function deadSec(failureCount: number): number {
  if (failureCount >= monthlyAfter) return 30 * daySec;
  return failureCount >= weeklyAfter ? 7 * daySec : 0;
}
