import { canonicalUrl } from "@/lib/feeds/canonical-url";

/**
 * What an address says about which article it is: host without `www.`, path and parameters.
 *
 * Moves from http to https, to or from `www.`, a slash at the end, another order of parameters, session numbers,
 * tracking parameters and fragments that only say where on the page one lands leave it as it is. Any other
 * fragment stays: live blogs tell their entries apart by it.
 *
 * @returns null for what is no web address, and for a bare home page, which names no article
 */
export function urlKey(address: string | null): string | null {
  const canonical = canonicalUrl(address);
  return canonical === null ? null : canonicalUrlKey(canonical);
}

/** The same for an address that `canonicalUrl` wrote: it need not be read again. */
export function canonicalUrlKey(canonical: string): string | null {
  const [, host = "", rawPath = "", search = "", hash = ""] = parts.exec(canonical) ?? [];
  const path = rawPath
    .replace(sessionInPath, "")
    .replace(slashesAtEnd, "")
    .replace(escapes, (code) => code.toUpperCase());
  const query = search === "" ? "" : sortedQuery(search);
  const fragment = placeOnPage.test(hash) ? "" : hash;
  if (path === "" && query === "" && fragment === "") return null;
  return `//${host.replace(/^www\./, "")}${path}${query}${fragment}`;
}

const parts = /^https?:\/\/([^/?#]+)([^?#]*)(\?[^#]*)?(#.*)?$/;
const sessionInPath = /;jsessionid=[^/]*/i;
const slashesAtEnd = /\/+$/;
const escapes = /%[0-9a-f]{2}/g;
const sessionParameter = /^(phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken)=/i;
/** Counters of versions (`#0`, `#12`), text fragments, and the names that page furniture goes by. */
const placeOnPage = /^#(\d{1,3}|:~:.*|top|main|content|article|story)?$/i;

function sortedQuery(search: string): string {
  const pairs = search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !sessionParameter.test(pair));
  return pairs.length === 0 ? "" : `?${pairs.sort().join("&")}`;
}
