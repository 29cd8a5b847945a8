import { createServer } from "node:http";
import { startNameServer } from "@/tests/support/network-namespace-dns";
import { listen } from "@/tests/support/network-namespace-world";
import { soundFeed } from "./fault-documents";
import { faultZone, soundAddress } from "./fault-names";

/** Sound publishers and everybody's name server, as a process of its own inside the namespace; says "ready" when it serves. */
await startNameServer(faultZone);
await listen(
  createServer((_request, response) => response.writeHead(200, { "content-type": "application/rss+xml" }).end(soundFeed)),
  80,
  soundAddress,
);
process.stdout.write("ready\n");
