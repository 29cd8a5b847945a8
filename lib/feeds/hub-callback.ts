import type { DigestName } from "@/lib/core/keyed-digest";

/** Names that lead to no machine on the public web. Source: RFC 6761, RFC 6762, RFC 8375, ICANN's private-use name */
const privateNames = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|example|invalid|onion|home\.arpa)$/;

/**
 * Where a hub reaches us for one subscription.
 *
 * @param publicUrl the install's public origin, where one is set
 * @param key the subscription's unguessable key
 * @returns null where no hub could reach us safely: no public origin, not https, or a name or address of a private net
 */
export function hubCallbackUrl(publicUrl: string | undefined, key: string): string | null {
  const origin = URL.parse(publicUrl ?? "");
  if (origin?.protocol !== "https:") return null;
  const isNamed = /\.[a-z][a-z\d-]*$/.test(origin.hostname) && !privateNames.test(origin.hostname);
  return isNamed ? new URL(`/api/websub/${key}`, origin.origin).href : null;
}

/** Hubs in wide use that sign with SHA-1 only; from any other such a signature proves nothing. */
const sha1Hubs = new Set(["pubsubhubbub.appspot.com", "pubsubhubbub.superfeedr.com", "websub.superfeedr.com"]);

/** Digests in which this hub's signatures count. Source: W3C WebSub section 8; security notes, section 4, item 15 */
export function acceptedDigests(hubUrl: string): DigestName[] {
  const isListed = sha1Hubs.has(URL.parse(hubUrl)?.hostname ?? "");
  return isListed ? ["sha256", "sha384", "sha512", "sha1"] : ["sha256", "sha384", "sha512"];
}
