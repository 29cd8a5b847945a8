import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { safeFetch } from "@/lib/platform/http/safe-fetch";
import type { SafeResponse } from "@/lib/platform/http/types";
import { readServerHints } from "./read-server-hints";
import type { DueFeed, FetchedFeed, PollError, Validators } from "./types";

/** Decoded bytes of a feed; the largest real ones are near 3 MiB. */
const feedBytesMax = 10 * 1_048_576;

/**
 * Fetches a feed once, conditionally: the stored validators go back byte for byte, and only to the URL that gave
 * them. Never retries.
 *
 * @returns the body with its validators, or that nothing changed; every failure as a value
 * Source: RFC 9110 section 13; security notes, section 4
 */
export async function fetchFeed(
  feed: Pick<DueFeed, "url" | "etag" | "lastModified" | "validatorsUrl"> & { publisher?: Pick<DueFeed["publisher"], "followerCount"> },
): Promise<Result<FetchedFeed, PollError>> {
  const fetched = await safeFetch(feed.url, {
    maxBytes: feedBytesMax,
    headers: (url) => ({ ...politeHeaders(feed.publisher?.followerCount), ...conditions(feed, url) }),
  });
  if (!fetched.ok) return fetched;
  const response = fetched.value;
  const hints = readServerHints(response, new Date());
  const movedTo = permanentTarget(response.redirects);
  // A 304 to a request that carried no condition answers nothing we asked.
  if (response.status === 304 && Object.keys(conditions(feed, response.url)).length > 0) {
    return ok({ kind: "not-modified", movedTo, validators: refreshed(feed, response), hints });
  }
  if (response.status < 200 || response.status > 299) {
    return err({ kind: "http-status", status: response.status, retryAfterSec: hints.retryAfterSec, url: response.url });
  }
  return ok({
    kind: "body",
    bytes: response.bytes,
    contentType: response.headers["content-type"] ?? null,
    ...(response.headers.link ? { linkHeader: response.headers.link } : {}),
    finalUrl: response.url,
    movedTo,
    validators: validatorsOf(response),
    hints,
  });
}

/**
 * Who we say we are to publishers' servers: never a browser, with an address that says why we come and how to
 * refuse us (the `/bot` page of the public site, else the desk's mail).
 *
 * @param subscribers how many readers a feed is asked for, in the words that publishers' log readers look for
 * Source: security notes, section 4, item 1
 */
export function userAgent(subscribers = 0): string {
  contact ??= makeContact();
  return `${product.name}/1.0 (+${contact}; feed${subscribers > 0 ? `; ${subscribers} subscribers` : ""})`;
}

// Made at first use: settings do not change while a process runs.
let contact: string | undefined;

function makeContact(): string {
  const publicUrl = env().PUBLIC_URL;
  return publicUrl ? new URL("/bot", publicUrl).href : `mailto:${product.contactEmail}`;
}

const politeHeaders = (subscribers?: number) => ({
  "user-agent": userAgent(subscribers),
  accept: "application/atom+xml, application/rss+xml, application/feed+json;q=0.9, application/xml;q=0.8, */*;q=0.1",
});

function conditions(feed: Pick<DueFeed, "etag" | "lastModified" | "validatorsUrl">, url: string): Record<string, string> {
  if (feed.validatorsUrl !== url) return {};
  return { ...(feed.etag ? { "if-none-match": feed.etag } : {}), ...(feed.lastModified ? { "if-modified-since": feed.lastModified } : {}) };
}

const validatorsOf = (response: SafeResponse): Validators => ({
  etag: response.headers.etag ?? null,
  lastModified: response.headers["last-modified"] ?? null,
  validatorsUrl: response.url,
});

/** A 304 may renew its validators; what it leaves out stays (RFC 9111 section 4.3.4). */
function refreshed(feed: Pick<DueFeed, "etag" | "lastModified">, response: SafeResponse): Validators {
  const sent = validatorsOf(response);
  return { ...sent, etag: sent.etag ?? feed.etag, lastModified: sent.lastModified ?? feed.lastModified };
}

/** Where the unbroken run of permanent redirects at the start leads. */
function permanentTarget(redirects: SafeResponse["redirects"]): string | null {
  const firstTemporary = redirects.findIndex((hop) => hop.status !== 301 && hop.status !== 308);
  const permanent = firstTemporary < 0 ? redirects : redirects.slice(0, firstTemporary);
  return permanent.at(-1)?.to ?? null;
}
