import { subscribe } from "node:diagnostics_channel";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { Server, Socket } from "node:net";
import path from "node:path";
import { createSecureContext, type SecureContext } from "node:tls";
import { z } from "zod";
import { startNameServer, type Zone } from "./network-namespace-dns";

/** A connection as the server saw it or as the dialler meant it. */
export type Dial = { address: string; port: number };

/** The whole internet as seen from a namespace: our servers at every address, on these ports, for every name. */
export type World = {
  /** Connections that reached a server. */
  reached: Dial[];
  /** Attempts to connect, whether or not anybody listens there. */
  dialled: Dial[];
  stop: () => void;
};

const plainPorts = [80, 8080, 22, 25, 6379, 5432, 11_211, 9_000];
const certificates = ["good", "expired", "stranger", "selfsigned"] as const;

/**
 * Starts it: a name server and web servers at every address. A name that begins with that of a bad certificate
 * (`expired.…`) is shown it.
 *
 * @param listener answers at every address and port; which one was asked is in `request.socket.localAddress`
 */
export async function startWorld(zone: Zone, listener: RequestListener, tlsPorts = [443, 8443]): Promise<World> {
  const world = { reached: [] as Dial[], dialled: [] as Dial[] };
  subscribe("net.client.socket", (message) => watchAttempts(message, world.dialled));
  const names = await startNameServer(zone);
  const credentials = readCredentials("good");
  const servers = [
    ...plainPorts.map((port) => [createServer(listener), port] as const),
    ...(credentials
      ? tlsPorts.map((port) => [createTlsServer({ ...credentials, SNICallback: showCertificate }, listener), port] as const)
      : []),
  ];
  for (const [server, port] of servers) {
    server.on("connection", (socket: Socket) => {
      socket.on("error", () => undefined);
      world.reached.push({ address: plainAddress(socket.localAddress ?? ""), port });
    });
    await listen(server, port);
  }
  const stop = () => {
    names.close();
    for (const [server] of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
  return { ...world, stop };
}

/** Key and certificate of this name as `makeCertificates` made them; null where they could not be made. */
export function readCredentials(name: string): { key: Buffer; cert: Buffer } | null {
  const at = (ending: string) => path.join(process.argv[2] ?? "", `${name}.${ending}`);
  return existsSync(at("pem")) ? { key: readFileSync(at("key")), cert: readFileSync(at("pem")) } : null;
}

/** A server of ours for one fault, at one address and port. */
export const listen = (server: Server, port: number, address = "::"): Promise<void> =>
  new Promise((resolve, reject) => server.once("error", reject).listen({ port, host: address, ipv6Only: false }, resolve));

function showCertificate(name: string, done: (error: Error | null, context?: SecureContext) => void): void {
  const credentials = readCredentials(certificates.find((each) => name.startsWith(`${each}.`)) ?? "good");
  done(null, createSecureContext(credentials ?? {}));
}

const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, "");

function watchAttempts(message: unknown, dialled: Dial[]): void {
  const { socket } = z.object({ socket: z.custom<Socket>() }).parse(message);
  socket.on("connectionAttempt", (address: string, port: number) => dialled.push({ address, port }));
}
