import ipaddr from "ipaddr.js";

/** Where a request came from. */
export type Client = {
  /** In its canonical form; "unknown" where nothing tells. */
  address: string;
  /** The /24 of an IPv4, the /64 of an IPv6 address: what one household or one server can change at will. */
  network: string;
};

const unknown: Client = { address: "unknown", network: "unknown" };

/**
 * Where a request came from: the last hop of X-Forwarded-For is the one that our own web process wrote down from the
 * connection itself, and each trusted proxy vouches for the one before it. What stands further left anyone can claim.
 *
 * @param forwardedFor the X-Forwarded-For header, or null
 * @param trustedProxies how many of our own proxies stand between the internet and us
 * Source: OWASP ASVS 15.3.4; the /64 of IPv6 by RFC 6177
 */
export function clientNetwork(forwardedFor: string | null, trustedProxies: number): Client {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const hop = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? "";
  if (!ipaddr.isValid(hop)) return unknown;
  const address = ipaddr.process(hop);
  const bits = address.kind() === "ipv4" ? 24 : 64;
  const kept = address.toByteArray().map((byte, index) => (index < bits / 8 ? byte : 0));
  return { address: address.toString(), network: `${ipaddr.fromByteArray(kept).toString()}/${bits}` };
}
