import { parseHttpUrl } from "@/lib/core/url";

/**
 * The address an article is known by: absolute, without what only says where the reader came from.
 *
 * Tracking parameters and tracking fragments go; every other parameter stays in its order and its writing, and a
 * fragment that may part one entry from another (live blogs) stays.
 *
 * @param base address relative ones are resolved against; null where unknown
 * @returns null for what is no http(s) address
 * Source: product notes 5.7; parameter names of the common analytics and newsletter services
 */
export function canonicalUrl(text: string | null | undefined, base: string | null = null): string | null {
  // Escaped twice by many publishers; no address means this literally.
  const url = parseHttpUrl(text?.replaceAll("&amp;", "&"), base);
  if (!url) return null;
  if (url.search !== "") url.search = keptQuery(url.search);
  if (trackingFragment.test(url.hash)) url.hash = "";
  // URL keeps a lone "#" or "?" in href.
  return url.href.replace(/[?#]+$/, "");
}

/** The query without tracking parameters, byte for byte otherwise: re-encoding would make a different address. */
function keptQuery(search: string): string {
  return search
    .slice(1)
    .split("&")
    .filter((pair) => pair !== "" && !isTracking(pair))
    .join("&");
}

function isTracking(pair: string): boolean {
  const equals = pair.indexOf("=");
  const name = (equals < 0 ? pair : pair.slice(0, equals)).toLowerCase();
  const value = equals < 0 ? "" : pair.slice(equals + 1).toLowerCase();
  return trackingName.test(name) || (originName.test(name) && originValue.test(value));
}

const trackingName =
  /^(utm_\w+|at_(medium|campaign|custom\d|bbc_team|link_\w+|format|ptr_\w+)|(fb|g|dc|ms|tw|yc|ttc|wbra|gbra|igsh|twcl)l?clid|gclsrc|mc_[ce]id|_hs(enc|mi)|mkt_tok|ns_(mchannel|source|campaign|linkname|fee)|wt[._](mc|zmc)\w*|wt_mc|xtor|cmp|cmpid|ncid|icid|ito|ocid|smid|sr_share|emc|guccounter|guce_\w+|oly_\w+|vero_\w+|pk_(campaign|kwd|source|medium)|mtm_\w+|piwik_\w+|spm|ftag|traffic_source|__twitter_impression)$/;

/** These name a way in only when their value says so. */
const originName = /^(ref|rss|source|src|from|partner|feed|via|medium|campaign|mod|f|cid|output)$/;
const originValue = /^(|1|true|rss[\w.-]*|\w*[-_.]?rss\d?|feeds?|feed-?burner|atom|newsletter|twitter|facebook|syndication)$/;

const trackingFragment = /^#(|xtor=.*|utm_.*|ref=.*|rss.*|ftag=.*|comments?|respond|disqus_thread|\d)$/i;
