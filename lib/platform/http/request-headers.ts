import type { HeaderMap, SafeRequest } from "./types";

/**
 * The headers of one hop: what the caller wants, less what must not travel.
 *
 * @param url address of the hop
 * @param isAtHome whether the chain of redirects has never left the origin it began at; elsewhere no credentials go
 * @returns names in lower case; never a cookie
 */
export function headersForHop(wanted: SafeRequest["headers"], url: string, isAtHome: boolean): HeaderMap {
  const asked = typeof wanted === "function" ? wanted(url) : (wanted ?? {});
  const kept = Object.entries(asked)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !never.has(name) && (isAtHome || !credentials.has(name)));
  return { "accept-encoding": "gzip, br", ...Object.fromEntries(kept) };
}

const never = new Set(["cookie", "referer", "proxy-authorization"]);
const credentials = new Set(["authorization"]);
