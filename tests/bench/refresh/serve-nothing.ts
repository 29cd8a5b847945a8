import { type AddressInfo, createServer } from "node:net";

/** Servers that accept and never answer, in a process of their own: `node serve-nothing.ts COUNT`. */
const servers = Array.from({ length: Number(process.argv[2] ?? 1) }, () =>
  createServer((socket) => socket.on("error", () => undefined).resume()).listen(0, "127.0.0.1"),
);
await Promise.all(servers.map((server) => new Promise((resolve) => server.once("listening", resolve))));
process.send?.(servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on("disconnect", () => process.exit(0));
