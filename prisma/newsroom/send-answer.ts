import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** What the newsroom has to say about one path, before conditions and compression. */
export type Answer =
  | { kind: "missing" }
  | { kind: "moved"; to: string }
  | { kind: "found"; contentType: string; body: Buffer; etag: "strong" | "weak" | "none"; lastModifiedAt: Date | null; cacheSec: number };

const gzipAsync = promisify(gzip);
/** Under this, gzip's own frame eats what it saves. */
const GZIP_BYTES_MIN = 512;

/** Sends an answer over HTTP: 304 where the client has it, gzip where asked for, no body to HEAD (RFC 9110). */
export async function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  if (answer.kind === "missing")
    return end(request, response, 404, { "content-type": "text/plain; charset=utf-8" }, Buffer.from("Not found\n"));
  if (answer.kind === "moved") return end(request, response, 301, { location: answer.to }, Buffer.alloc(0));

  const hash = createHash("sha256").update(answer.body).digest("hex").slice(0, 20);
  const zips = isText(answer) && answer.body.length >= GZIP_BYTES_MIN && acceptsGzip(request.headers["accept-encoding"]);
  const headers = validators(answer, hash, zips);
  if (isFresh(request, hash, answer)) return end(request, response, 304, headers, Buffer.alloc(0));
  headers["content-type"] = answer.contentType;
  if (zips) headers["content-encoding"] = "gzip";
  return end(request, response, 200, headers, zips ? await gzipAsync(answer.body) : answer.body);
}

type Found = Extract<Answer, { kind: "found" }>;

function isText(answer: Found): boolean {
  return !answer.contentType.startsWith("image/") || answer.contentType.startsWith("image/svg");
}

/** The headers a 200 and a 304 have in common. */
function validators(answer: Found, hash: string, zips: boolean): Record<string, string> {
  const headers: Record<string, string> = { "cache-control": `public, max-age=${answer.cacheSec}` };
  if (isText(answer)) headers.vary = "Accept-Encoding";
  if (answer.etag === "weak") headers.etag = `W/"${hash}"`;
  // A strong tag names bytes, so the compressed form has one of its own.
  if (answer.etag === "strong") headers.etag = zips ? `"${hash}-gz"` : `"${hash}"`;
  if (answer.lastModifiedAt !== null) headers["last-modified"] = answer.lastModifiedAt.toUTCString();
  return headers;
}

function end(request: IncomingMessage, response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  const length = status === 304 ? {} : { "content-length": String(body.length) };
  response.writeHead(status, { ...headers, ...length });
  response.end(request.method === "HEAD" || status === 304 ? undefined : body);
}

/** RFC 9110, 13.2.2: If-None-Match decides alone where it is sent; If-Modified-Since else. */
function isFresh(request: IncomingMessage, hash: string, answer: Found): boolean {
  const noneMatch = request.headers["if-none-match"];
  if (noneMatch !== undefined && answer.etag !== "none") {
    const known = noneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, "").replace(/-gz"$/, '"'));
    return known.includes("*") || known.includes(`"${hash}"`);
  }
  const since = Date.parse(request.headers["if-modified-since"] ?? "");
  if (Number.isNaN(since) || answer.lastModifiedAt === null) return false;
  return Math.floor(answer.lastModifiedAt.getTime() / 1000) * 1000 <= since;
}

function acceptsGzip(header: string | string[] | undefined): boolean {
  const offers = String(header ?? "")
    .split(",")
    .map((offer) => offer.replaceAll(" ", "").toLowerCase());
  return offers.some((offer) => /^(gzip|\*)(;q=(?!0(\.0*)?$).*)?$/.test(offer)) && !offers.some((offer) => /^gzip;q=0(\.0*)?$/.test(offer));
}
