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
  const kept: Record<string, string> = { "accept-encoding": "gzip, br" };
  for (const [wantedName, value] of Object.entries(asked)) {
    const name = wantedName.toLowerCase();
    if (!never.has(name) && (isAtHome || !credentials.has(name))) kept[name] = value;
  }
  return kept;
}

const never = new Set(["cookie", "referer", "proxy-authorization"]);
const credentials = new Set(["authorization"]);
