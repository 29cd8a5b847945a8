import { type LookupAddress, Resolver } from "node:dns";

export type Resolve = (hostname: string, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

const answerWithinMs = 2_000;
const tries = 2;
/** Some name servers never answer for IPv6; with IPv4 known nobody waits for them longer (RFC 8305 section 3 says 50 ms). */
const otherFamilyWithinMs = 250;

/**
 * The addresses of a name by the DNS alone: the machine's own hosts file has no say in where a stranger's URL leads.
 *
 * Not by getaddrinfo, which occupies one of four threads of the process until its own timeout of up to half a
 * minute, so that four dead names would stop every other fetch, and the disk with them.
 *
 * @param done is called once, within about 5 s: with addresses, IPv4 first (a broken IPv6 route would cost every
 *   dial), or with the error of the family that failed last when there is none
 */
export const resolveHost: Resolve = (hostname, done) => {
  // One for each question: it reads the machine's name servers anew, which change when a laptop moves.
  const resolver = new Resolver({ timeout: answerWithinMs, tries });
  const found: Record<4 | 6, LookupAddress[]> = { 4: [], 6: [] };
  let pending = 2;
  let fault: NodeJS.ErrnoException | null = null;
  let hurry: NodeJS.Timeout | undefined;
  const take = (family: 4 | 6) => (error: NodeJS.ErrnoException | null, addresses: string[] | undefined) => {
    if (error) fault = error;
    else found[family] = (addresses ?? []).map((address) => ({ address, family }));
    pending -= 1;
    if (pending > 0 && found[family].length > 0) hurry = setTimeout(() => resolver.cancel(), otherFamilyWithinMs);
    if (pending > 0) return;
    clearTimeout(hurry);
    const all = [...found[4], ...found[6]];
    done(all.length === 0 ? fault : null, all);
  };
  resolver.resolve4(hostname, take(4));
  resolver.resolve6(hostname, take(6));
};
