import { err, ok, type Result } from "@/lib/core/result";
import { checkTarget } from "./check-target";
import { fetchHop } from "./fetch-hop";
import { type HttpError, toHttpError } from "./http-error";
import { headersForHop } from "./request-headers";
import type { Redirect, SafeRequest, SafeResponse } from "./types";

const timeoutMsDefault = 20_000;
const redirectsDefault = 5;

/**
 * The one way out of the machine: fetches a stranger's URL without letting it reach anything but the public web.
 *
 * Every hop is checked anew: http or https, no user name, a port of the web, a public address at the moment of
 * dialling; https never falls back to http. One deadline for everything, caps on headers and on decoded bytes, one
 * layer of gzip, brotli or deflate. No cookies, no referrer, no proxy, no retries; an `authorization` header stays
 * with the origin it was meant for. A POST is sent again only where the answer is 307 or 308.
 *
 * @returns the answer whatever its status (the body of a status outside 2xx is not read), or why there was none
 * Source: security notes, sections 2 and 7; RFC 9110 section 15.4 for redirects
 */
export async function safeFetch(url: string, options: SafeRequest): Promise<Result<SafeResponse, HttpError>> {
  const timeoutMs = options.timeoutMs ?? timeoutMsDefault;
  // A timer that is cleared: AbortSignal.timeout would keep each fetch's for its whole length.
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(new DOMException("The fetch took too long.", "TimeoutError")), timeoutMs);
  try {
    return await follow(url, options, deadline.signal);
  } catch (cause) {
    return err(toHttpError(cause, timeoutMs, options.maxBytes));
  } finally {
    clearTimeout(timer);
  }
}

async function follow(start: string, options: SafeRequest, signal: AbortSignal): Promise<Result<SafeResponse, HttpError>> {
  const redirects: Redirect[] = [];
  const hopsMax = (options.maxRedirects ?? redirectsDefault) + 1;
  let current = start;
  let isAtHome = true;
  while (redirects.length < hopsMax) {
    const target = checkTarget(current, redirects.length > 0 ? start : null);
    if (!target.ok) return target;
    // Once a chain has left its origin it may come back only as a stranger.
    isAtHome &&= redirects.length === 0 || target.value.origin === URL.parse(start)?.origin;
    const hop = await fetchHop(target.value, { ...options, headers: headersForHop(options.headers, target.value.href, isAtHome) }, signal);
    if (!hop.ok) return hop;
    if (hop.value.kind === "answer") return ok({ ...hop.value.answer, url: target.value.href, redirects });
    const { status, to, retryAfter } = hop.value;
    redirects.push({ status, to, retryAfter });
    current = hop.value.to;
  }
  return err({ kind: "redirect", detail: "too many redirects" });
}
