import net from "node:net";

/** Whether a server could listen on this port now, on the given address (all addresses when omitted). */
export function isPortFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** A free port on the loopback address: the wanted one if it is free, else one the system picks. */
export async function findFreePort(wanted?: number): Promise<number> {
  if (wanted && (await isPortFree(wanted, "127.0.0.1"))) return wanted;
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("No free port."))));
    });
  });
}
