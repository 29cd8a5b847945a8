import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createRawServer, type Socket } from "node:net";
import { setPriority } from "node:os";
import { Readable } from "node:stream";
import { brotliCompressSync, createGzip, gzipSync } from "node:zlib";
import { listen } from "@/tests/support/network-namespace-world";
import { faultDocuments, soundFeed } from "./fault-documents";
import { faultyAddress, manyAddresses } from "./fault-names";

/**
 * Faulty publishers, as a process of its own inside the namespace; says "ready" when it serves. Theirs are other machines:
 * it stands back, so that what sound feeds wait for is our reading of the faults and not the making of them.
 */
setPriority(10);

const tenGigabytes = 10_000_000_000;
const zeros = Buffer.alloc(65_536);
const endless = () =>
  Readable.from(
    (function* () {
      for (let sent = 0; sent < tenGigabytes; sent += zeros.length) yield zeros;
    })(),
  );
const gzipBomb = gzipSync(Buffer.alloc(200_000_000));

const faults: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "slow-drip": (_request, response) => {
    const timer = setInterval(() => response.write("<rss>"), 200);
    response.on("close", () => clearInterval(timer));
  },
  "redirect-loop": (_request, response) => response.writeHead(302, { location: "/" }).end(),
  "redirect-six": (request, response) => {
    const hop = Number(request.url?.slice(1) || "0");
    response.writeHead(hop < 6 ? 301 : 200, { location: `/${hop + 1}` }).end(soundFeed);
  },
  "redirect-private": (_request, response) => response.writeHead(302, { location: "http://127.0.0.1:6379/" }).end(),
  "big-with-length": (_request, response) => endless().pipe(response.writeHead(200, { "content-length": tenGigabytes })),
  "big-without-length": (_request, response) => endless().pipe(response),
  "big-gzip": (_request, response) =>
    endless()
      .pipe(createGzip())
      .pipe(response.writeHead(200, { "content-encoding": "gzip" })),
  "gzip-bomb": (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipBomb),
  "gzip-gzip": (_request, response) => response.writeHead(200, { "content-encoding": "gzip, gzip" }).end(gzipSync(gzipSync(soundFeed))),
  "broken-gzip": (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(soundFeed).subarray(0, 60)),
  "not-gzip": (_request, response) => response.writeHead(200, { "content-encoding": "gzip" }).end(soundFeed),
  "brotli-bomb": (_request, response) => response.writeHead(200, { "content-encoding": "br" }).end(brotliBomb),
  "long-headers": (_request, response) => response.writeHead(200, { "x-long": "y".repeat(100_000) }).end(soundFeed),
  "cut-off": (_request, response) => {
    response.writeHead(200, { "content-length": 100_000 }).write(soundFeed.slice(0, 500));
    setTimeout(() => response.destroy(), 50);
  },
  "status-500": (_request, response) => response.writeHead(500).end(soundFeed),
  "status-429": (_request, response) => response.writeHead(429, { "retry-after": "9999999999" }).end(),
};
const brotliBomb = brotliCompressSync(Buffer.alloc(50_000_000));

/** Made before the clock runs. */
const documents = new Map(Object.entries(faultDocuments).map(([name, make]) => [name, make()]));

const answer = (request: IncomingMessage, response: ServerResponse) => {
  const name = request.headers.host?.split(".")[0] ?? "";
  const fault = faults[name];
  if (fault) return fault(request, response);
  const document = documents.get(decodeURIComponent(request.url?.slice(1) ?? ""));
  response.writeHead(200, { "content-type": "application/rss+xml" }).end(document ?? soundFeed);
};

/** What a plain socket does: the length of a header that never ends, silence, a lie about the length, an end at once. */
const rawFaults: Record<string, (socket: Socket) => void> = {
  "198.41.0.21": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\n");
    const timer = setInterval(() => socket.write("x: y\r\n"), 300);
    socket.on("close", () => clearInterval(timer));
  },
  "198.41.0.22": () => undefined,
  "198.41.0.23": (socket) => {
    socket.write("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n");
    const timer = setInterval(() => socket.write(zeros), 1);
    socket.on("close", () => clearInterval(timer));
  },
  "198.41.0.24": (socket) => socket.resetAndDestroy(),
  "198.41.0.25": (socket) => socket.end("220 mail.example ESMTP\r\n"),
};

for (const address of [faultyAddress, ...manyAddresses.slice(0, 1)]) {
  await listen(createServer({ maxHeaderSize: 1_000_000 }, answer), 80, address);
}
for (const [address, serve] of Object.entries(rawFaults)) {
  const server = createRawServer((socket) => {
    socket.on("error", () => undefined);
    serve(socket);
  });
  await listen(server, 8080, address);
}
process.stdout.write("ready\n");
