import http from "node:http";
import { brotliDecompressSync, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";

export type RawRequest = {
  method?: string;
  /** Sent to the server byte for byte: `fetch` would tidy double slashes and escapes away. */
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
};

export type RawAnswer = {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** As it came over the wire. */
  sent: Buffer;
  /** With the content coding taken off. */
  body: Buffer;
};

const timeoutMs = 30_000;
const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/** Asks a server on this machine exactly what is written, follows nothing and keeps no cookies. */
export const sendRaw = (origin: string, request: RawRequest): Promise<RawAnswer> => send(origin, request, agent);

function send(origin: string, request: RawRequest, from: http.Agent | false): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  const { method = "GET", path, headers } = request;
  return new Promise((resolve, reject) => {
    const asked = http.request({ hostname, port, method, path, headers, agent: from, timeout: timeoutMs }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const sent = Buffer.concat(chunks);
        const body = decode(sent, answer.headers["content-encoding"]);
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, sent, body });
      });
    });
    asked.on("timeout", () => asked.destroy(new Error(`No answer within ${timeoutMs} ms: ${method} ${path}`)));
    asked.on("error", (fault) => {
      // A server may close a kept connection just as it is used again; it has then seen nothing of the request.
      if (asked.reusedSocket && from) resolve(send(origin, request, false));
      else reject(fault);
    });
    asked.end(request.body);
  });
}

const hopsMax = 3;

/**
 * As {@link sendRaw}, but goes where an answer on the same origin leads, with the same headers: Next answers a request
 * for a page's data with the address that carries the right `_rsc`. At most three hops; a POST goes on as a GET.
 */
export async function sendFollowing(origin: string, request: RawRequest): Promise<RawAnswer> {
  let answer = await sendRaw(origin, request);
  let path = request.path;
  for (let hop = 0; hop < hopsMax && answer.status >= 300 && answer.status < 400 && answer.headers.location; hop++) {
    const next = URL.parse(answer.headers.location, origin + path);
    if (!next || next.host !== new URL(origin).host) return answer;
    path = next.pathname + next.search;
    answer = await sendRaw(origin, {
      method: request.method === "HEAD" ? "HEAD" : "GET",
      path,
      headers: withoutBody(request.headers ?? {}),
    });
  }
  return answer;
}

function withoutBody(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith("content-") && name !== "next-action"));
}

function decode(sent: Buffer, coding: string | undefined): Buffer {
  if (sent.length === 0) return sent;
  if (coding === "gzip") return gunzipSync(sent);
  if (coding === "br") return brotliDecompressSync(sent);
  if (coding === "deflate") return inflateSync(sent);
  if (coding === "zstd") return zstdDecompressSync(sent);
  return sent;
}
