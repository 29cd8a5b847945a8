import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { isAdmittedOrigin } from "./admitted-origins";
import { ForbiddenAddressError } from "./http-error";
import { isPublicAddress } from "./is-public-address";
import { type Resolve, resolveHost } from "./resolve-host";

const dialTimeoutMs = 5_000;
const headersTimeoutMs = 10_000;
const idleTimeoutMs = 10_000;
const headerBytesMax = 32_768;
const allowedPorts = new Set(["", "80", "443", "8080", "8443"]);

/**
 * Makes the only agent through which the program leaves the machine. It checks at the moment of dialling: the port,
 * the address when the host is a literal, and every address that a name resolves to; what was checked is what is
 * dialled, so a name that changes its answer gains nothing. No proxy variables, no HTTP/2, one connection a host.
 *
 * @param resolve name resolution; tests give their own
 * Source: security notes, section 7
 */
export function makeGuardedAgent(resolve: Resolve = resolveHost): Agent {
  const dialPublic = buildConnector({ lookup: guardedLookup(resolve), timeout: dialTimeoutMs, allowH2: false });
  const dialAdmitted = buildConnector({ timeout: dialTimeoutMs, allowH2: false });
  return new Agent({
    connections: 1,
    pipelining: 1,
    headersTimeout: headersTimeoutMs,
    bodyTimeout: idleTimeoutMs,
    maxHeaderSize: headerBytesMax,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      const port = String(options.port ?? "");
      if (isAdmittedOrigin(originOf(options.protocol, options.hostname, port))) return dialAdmitted(options, callback);
      if (!allowedPorts.has(port)) return callback(new ForbiddenAddressError(`port ${port}`), null);
      // Literals never reach lookup.
      if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(new ForbiddenAddressError(host), null);
      return dialPublic(options, callback);
    },
  });
}

function originOf(protocol: string, hostname: string, port: string): string {
  return URL.parse(`${protocol}//${hostname}${port === "" ? "" : `:${port}`}`)?.origin ?? "";
}

function guardedLookup(resolve: Resolve): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, "", 0);
      const first = addresses[0];
      if (!first || !addresses.every((each) => isPublicAddress(each.address))) return done(new ForbiddenAddressError(hostname), "", 0);
      if (options.all) return done(null, addresses);
      return done(null, first.address, first.family);
    });
  };
}
