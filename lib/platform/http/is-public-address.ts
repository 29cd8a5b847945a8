import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet, so that a stranger's URL may lead us there.
 *
 * Refused: loopback, private, link-local, carrier-grade NAT, documentation, multicast, reserved, every form that
 * wraps an IPv4 address into IPv6, all IPv6 outside 2000::/3, and a cloud's metadata address outside those.
 *
 * @param address an IP address in any textual form; anything else is not public
 * Source: IANA special-purpose registries, through ipaddr.js, plus what it lets through
 */
export function isPublicAddress(address: string): boolean {
  try {
    const parsed = ipaddr.process(address);
    if (parsed.range() !== "unicast") return false;
    if (parsed.kind() === "ipv6" && !parsed.match(globalUnicast)) return false;
    return !alsoRefused.some((net) => net[0].kind() === parsed.kind() && parsed.match(net));
  } catch {
    return false;
  }
}

const globalUnicast = ipaddr.parseCIDR("2000::/3");

/** Azure's metadata service; IPv4-compatible and IPv4-translated IPv6; the discard-only neighbour of RFC 9780. */
const alsoRefused = ["168.63.129.16/32", "::/96", "::ffff:0:0:0/96", "100:0:0:1::/64"].map((net) => ipaddr.parseCIDR(net));
