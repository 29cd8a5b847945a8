import { randomInt } from "node:crypto";
import net from "node:net";

/** Whether a server could listen on this port now, on the given address (all addresses when omitted). */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** Below the ports that systems give to outgoing connections, any of which would else be in the way when a server begins to listen. */
const portsFrom = 20_000;
const portsTo = 32_000;
const triesMax = 50;

/**
 * A port that nothing listens on: the wanted one if it is free, else one that no outgoing connection is given.
 *
 * @throws Error when none was found
 */
export async function findFreePort(wanted?: number): Promise<number> {
  if (wanted && (await isPortFree(wanted, "127.0.0.1"))) return wanted;
  for (let tries = 0; tries < triesMax; tries += 1) {
    const port = randomInt(portsFrom, portsTo);
    if (await isPortFree(port)) return port;
  }
  throw new Error(`No free port was found between ${portsFrom} and ${portsTo}: stop what listens there.`);
}
