import robotsParser from "robots-parser";
import { product } from "@/lib/core/product";
import { robotsLines } from "./internal/robots-lines";

/** An origin's robots.txt as last answered; `status` 0 when nothing answered. */
export type RobotsAnswer = { status: number; body: string };

export type RobotsVerdict = {
  allowed: boolean;
  /** Seconds the origin wants between two requests, at most 60; null where it says nothing. */
  crawlDelaySec: number | null;
  reason: "no rules" | "allowed by rules" | "refused by rules" | "robots.txt unreachable";
};

/** Longer waits than this would only mean never. Source: security notes, section 4, item 12 */
const crawlDelaySecMax = 60;

/**
 * Whether a page may be fetched: our own group of rules, else that for everyone; the longest rule wins and an
 * equal `Allow` beats its `Disallow`. A robots.txt that is refused or missing (4xx) allows all; one that cannot be
 * had (5xx, no answer) forbids all.
 *
 * @param url page of the origin that gave the answer
 * Source: RFC 9309 sections 2.2 and 2.3.1
 */
export function judgeRobots(answer: RobotsAnswer, url: string): RobotsVerdict {
  if (answer.status >= 400 && answer.status < 500) return { allowed: true, crawlDelaySec: null, reason: "no rules" };
  if (answer.status < 200 || answer.status > 299) return { allowed: false, crawlDelaySec: null, reason: "robots.txt unreachable" };
  const robots = robotsParser(
    new URL("/robots.txt", url).href,
    robotsLines(answer.body, (token) => token === "*" || token === ourToken),
  );
  // A rule cannot forbid robots.txt itself, and of no other page do we ask in vain.
  const allowed = robots.isAllowed(url, product.name) ?? true;
  return { allowed, crawlDelaySec: delayOf(robots.getCrawlDelay(product.name)), reason: allowed ? "allowed by rules" : "refused by rules" };
}

/** Whether a robots.txt may hold rules for us by name: false means that it holds none. */
export const namesUs = (answer: RobotsAnswer): boolean => answer.body.toLowerCase().includes(ourToken);

/**
 * Whether an origin refuses this feed to us by name. A feed is published to be fetched, so rules for everyone are
 * about crawlers; rules in a group that names us are about us.
 */
export function refusesFeedByName(answer: RobotsAnswer, url: string): boolean {
  if (answer.status < 200 || answer.status > 299) return false;
  const robots = robotsParser(
    new URL("/robots.txt", url).href,
    robotsLines(answer.body, (token) => token === ourToken),
  );
  return robots.isAllowed(url, product.name) === false;
}

const ourToken = product.name.toLowerCase();

function delayOf(stated: number | undefined): number | null {
  return stated !== undefined && Number.isFinite(stated) && stated > 0 ? Math.min(stated, crawlDelaySecMax) : null;
}
