import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { makeFeed } from "./make-feed";

/**
 * A publisher's server in a process of its own: `node serve-feeds.ts HOSTS`. Listens on that many ports and tells
 * its parent which; told a range of feeds, it makes them and answers with their ETags. `/…/N` is the generated feed N, compressed beforehand, with ETag and Last-Modified.
 */
const hosts = Number(process.argv[2] ?? 1);
const made = new Map<number, { zipped: Buffer; etag: string; type: string }>();
const lastModified = new Date(Date.UTC(2026, 10, 15)).toUTCString();

const servers = Array.from({ length: hosts }, () => createServer(answer).listen(0, "127.0.0.1"));
await Promise.all(servers.map((server) => new Promise((resolve) => server.once("listening", resolve))));
process.send?.(servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on("disconnect", () => process.exit(0));
process.on("message", (range: { from: number; until: number }) => {
  process.send?.(Array.from({ length: range.until - range.from }, (_, offset) => load(range.from + offset).etag));
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const index = Number(request.url?.split("/").at(-1));
  const { zipped, etag, type } = load(index);
  if (request.headers["if-none-match"] === etag) {
    response.writeHead(304, { etag, "last-modified": lastModified }).end();
    return;
  }
  response.writeHead(200, {
    etag,
    "last-modified": lastModified,
    "content-type": type,
    "content-encoding": "gzip",
    "content-length": zipped.length,
  });
  response.end(zipped);
}

function load(index: number): { zipped: Buffer; etag: string; type: string } {
  const known = made.get(index);
  if (known) return known;
  const { body, type } = makeFeed(index);
  const feed = { zipped: gzipSync(body), etag: `"${createHash("sha1").update(body).digest("hex")}"`, type };
  made.set(index, feed);
  return feed;
}
