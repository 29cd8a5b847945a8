import { addMs, dayMs, daySec, hourMs, hourSec, secondMs } from "@/lib/core/clock";
import { stripControls } from "@/lib/core/text";
import { safeFetch } from "@/lib/platform/http/safe-fetch";
import type { SafeResponse } from "@/lib/platform/http/types";
import { userAgent } from "./feed-gateway";
import { judgeRobots, namesUs, type RobotsVerdict, refusesFeedByName } from "./judge-robots";
import { readServerHints } from "./read-server-hints";
import { findRobots, type RobotsRecord, saveRobots } from "./robots-store";

/** As much as is read of a robots.txt: the standard asks for 500 KiB at least. */
const parsedBytesMax = 512 * 1_024;
const bodyBytesMax = 8 * 1_048_576;
/** An origin whose robots.txt cannot be had is asked again after this. */
const retryMs = hourMs;
/** An older answer stands in for one that cannot be had now, for at most this long. */
const standInMs = 30 * dayMs;

/**
 * Whether robots.txt lets us fetch a page. Asks the origin at most once a day, follows five redirects, and keeps
 * the answer in the store for every worker.
 *
 * @param url http(s) address of the page
 * @returns the verdict with the pause the origin asks for; "robots.txt unreachable" refuses for an hour
 * @throws what the store throws; faults of the origin are verdicts
 * Source: RFC 9309
 */
export async function mayFetchPage(url: string, now: Date): Promise<RobotsVerdict> {
  return judgeRobots(await robotsOf(new URL(url).origin, now), url);
}

/**
 * Whether a feed may be polled: only rules in a group that names us refuse it, and a robots.txt that cannot be had
 * does not. An origin that says nothing of us costs one look into the store a process for as long as its answer is kept.
 *
 * @throws what the store throws
 */
export async function mayFetchFeed(url: string, now: Date): Promise<boolean> {
  const { origin } = new URL(url);
  if ((silentUntil.get(origin) ?? 0) > now.getTime()) return true;
  const record = await robotsOf(origin, now);
  if (namesUs(record)) return !refusesFeedByName(record, url);
  rememberSilent(origin, record.expiresAt);
  return true;
}

/** Until when an origin's robots.txt is known not to name us, in ms; the least recently asked first. */
const silentUntil = new Map<string, number>();
/** A few megabytes of memory. */
const silentMax = 20_000;

function rememberSilent(origin: string, until: Date): void {
  silentUntil.delete(origin);
  silentUntil.set(origin, until.getTime());
  const [oldest] = silentUntil.keys();
  if (silentUntil.size > silentMax && oldest !== undefined) silentUntil.delete(oldest);
}

/** One question to an origin at a time, however many pages of it are wanted. */
const asking = new Map<string, Promise<RobotsRecord>>();

async function robotsOf(origin: string, now: Date): Promise<RobotsRecord> {
  const kept = await findRobots(origin);
  if (kept && kept.expiresAt > now) return kept;
  const running = asking.get(origin) ?? ask(origin, kept, now).finally(() => asking.delete(origin));
  asking.set(origin, running);
  return running;
}

async function ask(origin: string, kept: RobotsRecord | null, now: Date): Promise<RobotsRecord> {
  const answer = await fetchRobots(origin, now);
  const isAnswered = answer.status >= 200 && answer.status < 500;
  const standsIn = !isAnswered && kept !== null && isRules(kept) && kept.fetchedAt > addMs(now, -standInMs);
  const record = standsIn ? { ...kept, expiresAt: addMs(now, retryMs) } : answer;
  await saveRobots(record);
  return record;
}

const isRules = (record: RobotsRecord): boolean => record.status >= 200 && record.status < 300;

/**
 * Asks an origin for its robots.txt now, whatever is kept.
 *
 * @returns the answer with how long it may be kept: an hour to a day; `status` 0 where nothing answered
 */
export async function fetchRobots(origin: string, now: Date): Promise<RobotsRecord> {
  const fetched = await safeFetch(`${origin}/robots.txt`, {
    maxBytes: bodyBytesMax,
    maxRedirects: 5,
    headers: { "user-agent": userAgent(), accept: "text/plain, */*;q=0.1" },
  });
  if (!fetched.ok) {
    // More than five redirects, or one that leads nowhere, count as no robots.txt (section 2.3.1.2).
    const status = fetched.error.kind === "redirect" ? 404 : 0;
    return { origin, status, body: "", fetchedAt: now, expiresAt: addMs(now, retryMs) };
  }
  const { status } = fetched.value;
  const isRead = status >= 200 && status < 300;
  const keptMs = isRead || (status >= 400 && status < 500) ? keepMs(fetched.value, now) : retryMs;
  return { origin, status, body: isRead ? bodyText(fetched.value.bytes) : "", fetchedAt: now, expiresAt: addMs(now, keptMs) };
}

/** What the answer says of its own life, between an hour and a day. */
function keepMs(response: SafeResponse, now: Date): number {
  const stated = readServerHints(response, now).maxAgeSec ?? daySec;
  return Math.min(Math.max(stated, hourSec), daySec) * secondMs;
}

/** UTF-8 up to the last whole line that fits. */
function bodyText(bytes: Uint8Array): string {
  const text = stripControls(new TextDecoder().decode(bytes.subarray(0, parsedBytesMax)));
  return bytes.length > parsedBytesMax ? text.slice(0, Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r"))) : text;
}
